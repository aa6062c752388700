#include "policycalc/vault/access_code.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

// Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U.
constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 26;
constexpr std::array<std::size_t, 6> kGroups = {4, 4, 4, 4, 5, 5};
// Longer than any spelling of a code: what is longer is not looked at symbol by symbol.
constexpr std::size_t kLongestText = 256;

constexpr std::uint32_t kNoCodePoint = 0xFFFF;

/// Takes the next code point away from `text`, which is not empty. What is no UTF-8, and what lies
/// beyond three bytes, gives kNoCodePoint and ends the text.
std::uint32_t takeCodePoint(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const std::size_t length = first < 0x80 ? 1 : first >= 0xC0 && first < 0xE0 ? 2 : 3;
  if (length > text.size() || (first >= 0x80 && first < 0xC0) || first >= 0xF0) {
    text = {};
    return kNoCodePoint;
  }
  std::uint32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0U) != 0x80U) {
      text = {};
      return kNoCodePoint;
    }
    point = (point << 6U) | (byte & 0x3FU);
  }
  text.remove_prefix(length);
  constexpr std::uint32_t kSmallest[] = {0, 0, 0x80, 0x800};
  return point >= kSmallest[length] ? point : kNoCodePoint;
}

/// The ASCII character that a full-width form, which Chinese keyboards give, stands for.
std::uint32_t narrow(std::uint32_t point) {
  constexpr std::uint32_t kFirst = 0xFF01;
  constexpr std::uint32_t kLast = 0xFF5E;
  return point >= kFirst && point <= kLast ? point - kFirst + '!' : point;
}

bool isSeparator(std::uint32_t point) {
  switch (point) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case '-':
    case 0x00A0:  // no-break space
    case 0x2010:  // hyphens and dashes that word processors put in
    case 0x2011:
    case 0x2013:
    case 0x2014:
    case 0x2212:
    case 0x3000:  // ideographic space
      return true;
    default:
      return false;
  }
}

/// The symbol that was meant, or NUL.
char symbolOf(std::uint32_t point) {
  if (point >= 'a' && point <= 'z') point -= 'a' - 'A';
  if (point == 'O') return '0';
  if (point == 'I' || point == 'L') return '1';
  if (point == 0 || point > 'Z') return '\0';
  const auto symbol = static_cast<char>(point);
  return kSymbols.find(symbol) == std::string_view::npos ? '\0' : symbol;
}

}  // namespace

AccessCode AccessCode::random() {
  startSodium();
  std::string symbols(kLength, '\0');
  // 32 symbols divide 2³² evenly, so that every code is equally likely.
  for (char& symbol : symbols) symbol = kSymbols[randombytes_uniform(kSymbols.size())];
  return AccessCode(std::move(symbols));
}

std::optional<AccessCode> AccessCode::read(std::string_view text) {
  if (text.size() > kLongestText) return std::nullopt;
  std::string symbols;
  while (!text.empty()) {
    const std::uint32_t point = narrow(takeCodePoint(text));
    if (isSeparator(point)) continue;
    const char symbol = symbolOf(point);
    if (symbol == '\0' || symbols.size() == kLength) return std::nullopt;
    symbols += symbol;
  }
  if (symbols.size() != kLength) return std::nullopt;
  return AccessCode(std::move(symbols));
}

std::string AccessCode::text() const {
  std::string grouped;
  std::size_t from = 0;
  for (const std::size_t length : kGroups) {
    if (from > 0) grouped += '-';
    grouped += symbols_.substr(from, length);
    from += length;
  }
  return grouped;
}

}  // namespace policycalc::vault
