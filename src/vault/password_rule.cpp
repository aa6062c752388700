#include <optional>
#include <string>

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"
#include "policycalc/vault/password.h"

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

/// In lower case, without the signs and blanks of ASCII.
std::string plain(std::string_view text) {
  std::string small;
  for (const char c : text) {
    const bool counts =
        static_cast<unsigned char>(c) >= 0x80 || base::isLetter(c) || base::isDigit(c);
    if (counts) small += base::toLower(c);
  }
  return small;
}

/// Whether `text` is `part` repeated once or more.
bool repeats(std::string_view text, std::string_view part) {
  if (part.empty() || text.empty() || text.size() % part.size() != 0) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != part[i % part.size()]) return false;
  }
  return true;
}

/// The code points of `text`, or nothing if it is not UTF-8 or has a control character.
std::optional<std::size_t> countCharacters(std::string_view text) {
  std::size_t characters = 0;
  while (!text.empty()) {
    const auto [point, bytes] = base::firstCodePoint(text);
    if (bytes == 0 || point < 0x20 || point == 0x7F) return std::nullopt;
    text.remove_prefix(bytes);
    ++characters;
  }
  return characters;
}

}  // namespace

PasswordFault passwordFault(std::string_view password, const PasswordOwner& owner) {
  const std::optional<std::size_t> characters = countCharacters(password);
  if (!characters) return PasswordFault::kNotText;
  if (*characters < kFewestPasswordCharacters) return PasswordFault::kTooShort;
  if (*characters > kMostPasswordCharacters) return PasswordFault::kTooLong;
  std::string text = plain(password);
  const bool is_login = repeats(text, plain(owner.login));
  wipe(text);
  if (is_login) return PasswordFault::kIsLogin;
  const bool guessable = passwordBits(password, owner) < kFewestPasswordBits;
  return guessable ? PasswordFault::kGuessable : PasswordFault::kNone;
}

}  // namespace policycalc::vault
