#include "policycalc/vault/time_code.h"

#include <array>
#include <cstdlib>
#include <liboath/oath.h>

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"
#include "policycalc/vault/token.h"

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

constexpr std::string_view kSymbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::size_t kSecretSymbols = 32;
constexpr std::size_t kDigits = 6;
constexpr std::int64_t kPeriod = 30;  // seconds

/// The digits of what was typed; nothing unless they are six.
std::optional<std::string> digitsOf(std::string_view typed) {
  std::string digits;
  while (!typed.empty() && digits.size() <= kDigits) {
    const auto [point, bytes] = base::firstCodePoint(typed);
    if (bytes == 0) return std::nullopt;
    typed.remove_prefix(bytes);
    if (base::isSpace(point)) continue;
    const bool is_wide = point >= 0xFF10 && point <= 0xFF19;
    const char32_t digit = is_wide ? point - 0xFF10 + U'0' : point;
    if (digit < U'0' || digit > U'9') return std::nullopt;
    digits += static_cast<char>(digit);
  }
  if (digits.size() != kDigits) return std::nullopt;
  return digits;
}

std::string codeOfPeriod(std::string_view secret, std::int64_t period) {
  if (secret.size() != kSecretSymbols || period < 0) return {};
  char* bytes = nullptr;
  std::size_t length = 0;
  if (oath_base32_decode(secret.data(), secret.size(), &bytes, &length) != OATH_OK) return {};
  std::array<char, kDigits + 1> code{};
  const int failed = oath_hotp_generate(bytes, length, static_cast<std::uint64_t>(period), kDigits,
                                        false, OATH_HOTP_DYNAMIC_TRUNCATION, code.data());
  sodium_memzero(bytes, length);
  std::free(bytes);
  return failed == OATH_OK ? std::string(code.data(), kDigits) : std::string();
}

std::int64_t periodOf(std::chrono::sys_seconds at) {
  return at.time_since_epoch().count() / kPeriod;
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
std::string encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (base::isLetter(c) || base::isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    }
  }
  return out;
}

}  // namespace

std::string newTimeCodeSecret() {
  startSodium();
  std::string secret;
  for (std::size_t i = 0; i < kSecretSymbols; ++i) {
    secret += kSymbols[randombytes_uniform(kSymbols.size())];
  }
  return secret;
}

std::string timeCodeUri(std::string_view secret, std::string_view account,
                        std::string_view issuer) {
  return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) +
         "?secret=" + std::string(secret) + "&issuer=" + encoded(issuer);
}

Key timeCodeKey(std::string_view secret) {
  startSodium();
  std::string text = "policycalc/time code key/" + std::string(secret);
  std::array<unsigned char, Key::kBytes> bytes{};
  crypto_generichash(bytes.data(), bytes.size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
  wipe(text);
  Key key(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

std::string timeCodeAt(std::string_view secret, std::chrono::sys_seconds at) {
  return codeOfPeriod(secret, periodOf(at));
}

std::optional<std::int64_t> periodOfTimeCode(std::string_view secret, std::string_view typed,
                                             std::chrono::sys_seconds now) {
  const auto digits = digitsOf(typed);
  if (!digits) return std::nullopt;
  std::optional<std::int64_t> found;
  // All three are always compared, so that the time does not tell which one is near.
  for (const std::int64_t step : {-1, 0, 1}) {
    const std::int64_t period = periodOf(now) + step;
    if (sameSecret(codeOfPeriod(secret, period), *digits)) found = period;
  }
  return found;
}

}  // namespace policycalc::vault
