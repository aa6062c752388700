#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "policycalc/http/message.h"

namespace policycalc::api {

/// Why a key does not let a request in.
enum class KeyFailure : std::uint8_t {
  kMissing,    ///< where one is asked for
  kMalformed,  ///< no text that we would give out
  kUnknown,
  kExpired,
  kRevoked,
  kSecretInPage,  ///< a secret key that a page sent
  kOrigin,        ///< a publishable key from a page that it was not made for
  kScope,         ///< the key lacks the operation's scope
};

inline constexpr std::size_t kKeyFailures = 8;

/// The code of the issue, as in `origin_not_allowed`.
std::string_view codeOf(KeyFailure failure);

/// 401 or 403, with one issue that names the failure.
http::Response keyRefusal(const http::Request& request, KeyFailure failure);

}  // namespace policycalc::api
