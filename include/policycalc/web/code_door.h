#pragma once

#include <functional>
#include <optional>

#include "policycalc/http/message.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/web/throttle.h"

namespace policycalc::web {

/// The one way in for whoever holds a code: `Authorization: Bearer <code>`, never a path or a
/// query. Safe from any thread; one for all endpoints, so that they count wrong codes together.
class CodeDoor {
 public:
  // 130 bits cannot be guessed at any rate; this keeps guessing from costing us much. All clients
  // together have no bound: many who guess would shut the door on those whose code is right.
  static constexpr Rate kOfClient{10, std::chrono::minutes(1)};

  explicit CodeDoor(Throttle::Clock now) : wrong_(kOfClient, std::nullopt, std::move(now)) {}

  /// Answers for what the code opens; nothing if it opens nothing.
  using Answer = std::function<std::optional<http::Response>(const vault::AccessCode&)>;

  /// Without a code 401, after too many wrong ones 429 with Retry-After, for a code that opens
  /// nothing one and the same 404, whatever the reason: what is no code at all costs the same work,
  /// as `answer` is then asked with a random one. Otherwise the answer, which is free of charge
  /// (a 400 or a 409, too, says that the code was right) and is stored by nobody on its way.
  http::Response enter(const http::Request& request, const Answer& answer);

 private:
  Throttle wrong_;
};

}  // namespace policycalc::web
