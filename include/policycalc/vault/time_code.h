#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/vault/sealing.h"

namespace policycalc::vault {

// Codes of six digits that an authenticator app shows, each for 30 seconds (RFC 6238: HMAC-SHA1).

/// A new secret for an app: 160 bits from the system's generator, as 32 symbols of base 32.
/// Thread-safe.
std::string newTimeCodeSecret();

/// What the app reads from a QR code; `account` and `issuer` are what it shows.
std::string timeCodeUri(std::string_view secret, std::string_view account, std::string_view issuer);

/// The code at that time; "" if `secret` is not a secret.
std::string timeCodeAt(std::string_view secret, std::chrono::sys_seconds at);

/// The period of 30 seconds, counted from 1970, whose code was typed: the present one, the one
/// before or the one after, as clocks differ. Blanks and full-width digits are allowed. Nothing for
/// any other text. The caller takes each period once.
std::optional<std::int64_t> periodOfTimeCode(std::string_view secret, std::string_view typed,
                                             std::chrono::sys_seconds now);

/// The key that only a holder of the secret can derive.
Key timeCodeKey(std::string_view secret);

}  // namespace policycalc::vault
