#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "policycalc/http/message.h"
#include "policycalc/vault/access_code.h"
#include "policycalc/web/throttle.h"

namespace policycalc::web {

/// Lets the holders of a code in: `Authorization: Bearer <code>`, never a path or a query. All
/// endpoints share one, so that they count wrong codes together. Safe from any thread.
class CodeDoor {
 public:
  // 130 bits cannot be guessed at any rate; the limit keeps guessing cheap for us. All clients
  // together have no limit, as many guessers could otherwise lock out the holders of right codes.
  static constexpr Rate kOfClient{10, std::chrono::minutes(1)};

  explicit CodeDoor(Throttle::Clock now, std::shared_ptr<const Share> share = nullptr)
      : wrong_(kOfClient, std::nullopt, std::move(now), std::move(share)) {}

  /// Answers the request with what the code opens; nothing if it opens nothing.
  using Answer = std::function<std::optional<http::Response>(const vault::AccessCode&)>;

  /// Without a code kNoCredentials; after too many wrong codes kTooManyRequests; for a code that
  /// opens nothing the same kNotFound, whatever the reason. A text that is not a code takes as
  /// long, because `answer` is then called with a random code. Any answer of `answer`, a 400 or 409
  /// too, shows that the code was right, and is not counted.
  http::Response enter(const http::Request& request, const Answer& answer);

  /// The same for a secret that comes in the body: counts with the wrong codes if `answer` gives
  /// nothing, and then answers kNotFound with `nothing`, whatever the reason.
  http::Response guard(const http::Request& request,
                       const std::function<std::optional<http::Response>()>& answer,
                       std::string_view nothing);

 private:
  Throttle wrong_;
};

}  // namespace policycalc::web
