#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace policycalc::vault {

/// What a hash costs whoever makes or checks one: passes, and bytes of memory.
struct PasswordCost {
  unsigned long long passes = 0;
  std::size_t memory = 0;

  /// What the service uses: libsodium's INTERACTIVE limits, 64 MiB for about a tenth of a second.
  static PasswordCost usual();
  /// The least there is, for tests alone.
  static PasswordCost least();
};

/// A salted argon2id hash of `password`, to be stored: text that names its own cost. Takes the
/// memory and the time of the cost: callers bound how many run at once. Thread-safe. Throws
/// std::bad_alloc where the memory is not to be had.
std::string hashPassword(std::string_view password, PasswordCost cost = PasswordCost::usual());

/// Whether `hash` was made of `password`; false for a text that is no hash. Costs, and throws, as
/// hashPassword() does, by the cost that the hash names.
bool passwordFits(std::string_view password, std::string_view hash);

/// What is checked for a log-in that nobody has: costs as passwordFits() does with a hash of the
/// usual cost, so that the time of the answer does not tell which log-ins exist. Always false.
bool passwordFitsNobody(std::string_view password, PasswordCost cost = PasswordCost::usual());

/// Whether the hash was made at another cost, so that the password, once it is known to fit, should
/// be hashed anew; true for a text that is no hash.
bool needsRehash(std::string_view hash, PasswordCost cost = PasswordCost::usual());

/// A password for somebody who must change it at once: 16 symbols of Crockford's base 32 in groups
/// of four, 80 bits from the system's generator.
std::string oneTimePassword();

enum class PasswordFault : std::uint8_t {
  kNone,
  kTooShort,   ///< fewer than kFewestPasswordCharacters
  kTooLong,    ///< more than kMostPasswordCharacters
  kNotText,    ///< no UTF-8, or a control character in it
  kIsLogin,    ///< the log-in itself, in any case, once or again and again
  kWellKnown,  ///< one of the first that anybody would guess
};

constexpr std::size_t kFewestPasswordCharacters = 12;
constexpr std::size_t kMostPasswordCharacters = 200;

/// What speaks against a password that somebody chose. Characters are code points. Pure.
PasswordFault passwordFault(std::string_view password, std::string_view login);

}  // namespace policycalc::vault
