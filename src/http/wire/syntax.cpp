#include "http/wire/syntax.h"

#include <algorithm>

#include "policycalc/base/ascii.h"

namespace policycalc::http::wire {

namespace {

constexpr std::string_view kTokenMarks = "!#$%&'*+-.^_`|~";
constexpr std::string_view kHostMarks = "-._~%!$&'()*+,;=:[]";

}  // namespace

int hexValue(char c) {
  if (base::isDigit(c)) return c - '0';
  const char lower = base::toLower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isTokenChar(char c) {
  return base::isLetter(c) || base::isDigit(c) || kTokenMarks.find(c) != std::string_view::npos;
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

bool isHost(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return base::isLetter(c) || base::isDigit(c) || kHostMarks.find(c) != std::string_view::npos;
  });
}

void forEachElement(std::string_view list, const std::function<void(std::string_view)>& visit) {
  while (!list.empty()) {
    const auto comma = std::min(list.find(','), list.size());
    const std::string_view element = base::trimmed(list.substr(0, comma));
    if (!element.empty()) visit(element);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

bool listHas(std::string_view list, std::string_view token) {
  bool has = false;
  forEachElement(list, [&](std::string_view element) {
    has = has || base::equalsIgnoringCase(element, token);
  });
  return has;
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
