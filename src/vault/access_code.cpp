#include "policycalc/vault/access_code.h"

#include <array>
#include <cstddef>

#include "policycalc/base/ascii.h"
#include "policycalc/base/unicode.h"

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

// Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U.
constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 26;
constexpr std::array<std::size_t, 6> kGroups = {4, 4, 4, 4, 5, 5};
// Longer than any spelling of a code; a longer text is refused unread.
constexpr std::size_t kLongestText = 256;

bool isSeparator(char32_t point) {
  switch (point) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case '-':
    case 0x00A0:  // no-break space
    case 0x2010:  // hyphens and dashes that word processors insert
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

/// The symbol that a character means, or NUL.
char symbolOf(char32_t point) {
  point = base::toUpper(point);
  if (point == 'O') return '0';
  if (point == 'I' || point == 'L') return '1';
  if (point == 0 || point > 'Z') return '\0';
  const auto symbol = static_cast<char>(point);
  return kSymbols.find(symbol) == std::string_view::npos ? '\0' : symbol;
}

}  // namespace

std::string randomSymbols(std::size_t count) {
  startSodium();
  std::string symbols(count, '\0');
  // 32 divides 2³² evenly, so all symbols are equally likely.
  for (char& symbol : symbols) symbol = kSymbols[randombytes_uniform(kSymbols.size())];
  return symbols;
}

std::optional<std::string> readSymbols(std::string_view text, std::size_t most) {
  if (text.size() > kLongestText) return std::nullopt;
  std::string symbols;
  while (!text.empty()) {
    const base::CodePoint first = base::firstCodePoint(text);
    if (first.bytes == 0) return std::nullopt;
    text.remove_prefix(first.bytes);
    const char32_t point = base::narrow(first.point);
    if (isSeparator(point)) continue;
    const char symbol = symbolOf(point);
    if (symbol == '\0' || symbols.size() == most) return std::nullopt;
    symbols += symbol;
  }
  return symbols;
}

AccessCode AccessCode::random() {
  return AccessCode(randomSymbols(kLength));
}

std::optional<AccessCode> AccessCode::read(std::string_view text) {
  auto symbols = readSymbols(text, kLength);
  if (!symbols || symbols->size() != kLength) return std::nullopt;
  return AccessCode(*std::move(symbols));
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
