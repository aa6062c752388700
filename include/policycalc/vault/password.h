#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace policycalc::vault {

/// The cost of making or checking a hash: passes, and bytes of memory.
struct PasswordCost {
  unsigned long long passes = 0;
  std::size_t memory = 0;

  /// The service's cost: libsodium's INTERACTIVE limits, 64 MiB for about a tenth of a second.
  static PasswordCost usual();
  /// The least that libsodium accepts; only for tests.
  static PasswordCost least();
};

/// Returns a salted argon2id hash of `password` as text that names its cost, ready to be stored.
/// Takes the memory and time of the cost, so callers limit how many run at once. Thread-safe.
/// Throws std::bad_alloc if it cannot get the memory.
std::string hashPassword(std::string_view password, PasswordCost cost = PasswordCost::usual());

/// Whether `hash` was made from `password`; false if the text is not a hash. Takes the cost that
/// the hash names, and throws like hashPassword().
bool passwordFits(std::string_view password, std::string_view hash);

/// Takes the place of passwordFits() for an unknown log-in. Takes as long as a real check at this
/// cost, so that response times do not reveal which log-ins exist. Always returns false.
bool passwordFitsNobody(std::string_view password, PasswordCost cost = PasswordCost::usual());

/// Whether the hash was made at another cost, so that the password should be hashed again after a
/// successful check; true if the text is not a hash.
bool needsRehash(std::string_view hash, PasswordCost cost = PasswordCost::usual());

/// A password that must be changed at the first log-in: 16 symbols of Crockford's base 32 in groups
/// of four, 80 bits from the system's generator.
std::string oneTimePassword();

enum class PasswordFault : std::uint8_t {
  kNone,
  kTooShort,   ///< fewer than kFewestPasswordCharacters
  kTooLong,    ///< more than kMostPasswordCharacters
  kNotText,    ///< not UTF-8, or with a control character
  kIsLogin,    ///< the log-in in any case, once or repeated
  kGuessable,  ///< takes an attacker fewer than 2^kFewestPasswordBits guesses
};

constexpr std::size_t kFewestPasswordCharacters = 12;
constexpr std::size_t kMostPasswordCharacters = 200;

/// Guesses are counted at the speed of argon2id, some thousands a second for a rich attacker who
/// has the hashes: 2^45 of them take centuries.
constexpr double kFewestPasswordBits = 45;

/// Whose password it is: what an attacker knows of that person.
struct PasswordOwner {
  std::string_view login;
  std::string_view name;  ///< for people, "" if unknown
};

/// Checks a new password. Characters are code points. Pure.
PasswordFault passwordFault(std::string_view password, const PasswordOwner& owner);

/// The binary logarithm of how many guesses an attacker needs who knows what people choose, this
/// service and the owner. A password that is not UTF-8 has no bits. Pure.
double passwordBits(std::string_view password, const PasswordOwner& owner);

}  // namespace policycalc::vault
