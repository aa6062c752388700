#include "http/wire/syntax.h"

#include <algorithm>

namespace policycalc::http::wire {

namespace {

constexpr std::string_view kTokenMarks = "!#$%&'*+-.^_`|~";

/// Length of the UTF-8 sequence that begins with `lead`, and the range of its second byte, which
/// is where overlong forms, surrogates and too large values show.
struct Sequence {
  int length = 0;  ///< 0: no sequence begins so
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
};

Sequence sequenceOf(unsigned char lead) {
  if (lead < 0x80) return {.length = 1};
  if (lead >= 0xC2 && lead <= 0xDF) return {.length = 2};
  if (lead == 0xE0) return {.length = 3, .low = 0xA0};
  if (lead == 0xED) return {.length = 3, .high = 0x9F};
  if (lead >= 0xE1 && lead <= 0xEF) return {.length = 3};
  if (lead == 0xF0) return {.length = 4, .low = 0x90};
  if (lead == 0xF4) return {.length = 4, .high = 0x8F};
  if (lead >= 0xF1 && lead <= 0xF3) return {.length = 4};
  return {};
}

}  // namespace

int hexValue(char c) {
  if (isDigit(c)) return c - '0';
  const char lower = toLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return toLower(x) == toLower(y);
         });
}

bool isTokenChar(char c) {
  const char lower = toLower(c);
  return (lower >= 'a' && lower <= 'z') || isDigit(c) ||
         kTokenMarks.find(c) != std::string_view::npos;
}

bool isToken(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), isTokenChar);
}

bool isFieldValue(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c == '\t' || (byte >= 0x20 && byte != 0x7F);
  });
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

void forEachElement(std::string_view list, const std::function<void(std::string_view)>& visit) {
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    const std::string_view element = trim(list.substr(0, comma));
    if (!element.empty()) visit(element);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

bool listHas(std::string_view list, std::string_view token) {
  bool has = false;
  forEachElement(
      list, [&](std::string_view element) { has = has || equalsIgnoringCase(element, token); });
  return has;
}

bool isUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Sequence sequence = sequenceOf(static_cast<unsigned char>(text[at]));
    const auto length = static_cast<std::size_t>(sequence.length);
    if (length == 0 || at + length > text.size()) return false;
    for (std::size_t i = 1; i < length; ++i) {
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if (byte < (i == 1 ? sequence.low : 0x80) || byte > (i == 1 ? sequence.high : 0xBF)) {
        return false;
      }
    }
    at += length;
  }
  return true;
}

std::optional<std::string> percentDecode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '%') {
      if (at + 2 >= text.size()) return std::nullopt;
      const int high = hexValue(text[at + 1]);
      const int low = hexValue(text[at + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      decoded.push_back(static_cast<char>(high * 16 + low));
      at += 2;
    } else {
      decoded.push_back(text[at] == '+' && plus == Plus::kSpace ? ' ' : text[at]);
    }
  }
  return decoded;
}

}  // namespace policycalc::http::wire
