#include "policycalc/vault/password.h"

#include <cerrno>
#include <new>

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

/// The hash with the NUL terminator that the library needs; "" if it cannot be one of its hashes.
std::string hashText(std::string_view hash) {
  const bool fits =
      hash.size() < crypto_pwhash_STRBYTES && hash.find('\0') == std::string_view::npos;
  return fits ? std::string(hash) : std::string();
}

}  // namespace

PasswordCost PasswordCost::usual() {
  return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

PasswordCost PasswordCost::least() {
  return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

std::string hashPassword(std::string_view password, PasswordCost cost) {
  startSodium();
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  hash.resize(hash.find('\0'));
  return hash;
}

bool passwordFits(std::string_view password, std::string_view hash) {
  startSodium();
  errno = 0;
  const int failed =
      crypto_pwhash_str_verify(hashText(hash).c_str(), password.data(), password.size());
  // The library reports a wrong password and a failed allocation alike.
  if (failed != 0 && errno == ENOMEM) throw std::bad_alloc();
  return failed == 0;
}

bool passwordFitsNobody(std::string_view password, PasswordCost cost) {
  // Making a hash takes as long as checking one.
  hashPassword(password, cost);
  return false;
}

bool needsRehash(std::string_view hash, PasswordCost cost) {
  startSodium();
  if (hash.rfind(crypto_pwhash_argon2id_STRPREFIX, 0) != 0) return true;
  return crypto_pwhash_str_needs_rehash(hashText(hash).c_str(), cost.passes, cost.memory) != 0;
}

std::string oneTimePassword() {
  startSodium();
  constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  constexpr std::size_t kGroup = 4;
  constexpr std::size_t kGroups = 4;
  std::string password;
  for (std::size_t i = 0; i < kGroup * kGroups; ++i) {
    if (i > 0 && i % kGroup == 0) password += '-';
    password += kSymbols[randombytes_uniform(kSymbols.size())];
  }
  return password;
}

}  // namespace policycalc::vault
