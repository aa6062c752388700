#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "policycalc/vault/password.h"

namespace policycalc::vault {
namespace {

/// Well-known passwords of sufficient length, in lower case without signs and blanks.
constexpr std::array<std::string_view, 18> kWellKnown = {
    "123456789012",  "1234567890123", "12345678901234", "123456789abc",   "1234567890ab",
    "123123123123",  "112233445566",  "password1234",   "password12345",  "password123456",
    "administrator", "qwertyuiop12",  "qwertyuiop123",  "qwertyuiop1234", "1qaz2wsx3edc",
    "woaini520131",  "woaini1314520", "changemeplease"};

std::string plain(std::string_view text) {
  std::string small;
  for (char c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool is_letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z');
    if (is_letter || (c >= '0' && c <= '9')) small += c;
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

/// Whether the text repeats one short piece: `aaaaaaaaaaaa`, `abcabcabcabc`, `12341234 1234`.
bool isMonotonous(std::string_view text) {
  constexpr std::size_t kLongestPiece = 4;  // characters
  std::size_t characters = 0;
  for (std::size_t length = 1; length < text.size(); ++length) {
    const bool inside_character = (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U;
    if (inside_character) continue;
    if (++characters > kLongestPiece) return false;
    if (repeats(text, text.substr(0, length))) return true;
  }
  // The text is a single short piece, with signs and blanks around it.
  return characters < kLongestPiece;
}

bool isWellKnown(std::string_view password) {
  const std::string text = plain(password);
  return text.empty() || isMonotonous(text) || repeats(text, "password") ||
         std::find(kWellKnown.begin(), kWellKnown.end(), text) != kWellKnown.end();
}

/// The code points of `text`, or nothing if it is not UTF-8 or has a control character.
std::optional<std::size_t> countCharacters(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first < 0x20 || first == 0x7F || (first >= 0x80 && first < 0xC2) || first > 0xF4 ||
        length > text.size() - i) {
      return std::nullopt;
    }
    for (std::size_t k = 1; k < length; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xC0U) != 0x80U) return std::nullopt;
    }
    i += length;
    ++characters;
  }
  return characters;
}

}  // namespace

PasswordFault passwordFault(std::string_view password, std::string_view login) {
  const std::optional<std::size_t> characters = countCharacters(password);
  if (!characters) return PasswordFault::kNotText;
  if (*characters < kFewestPasswordCharacters) return PasswordFault::kTooShort;
  if (*characters > kMostPasswordCharacters) return PasswordFault::kTooLong;
  if (repeats(plain(password), plain(login))) return PasswordFault::kIsLogin;
  return isWellKnown(password) ? PasswordFault::kWellKnown : PasswordFault::kNone;
}

}  // namespace policycalc::vault
