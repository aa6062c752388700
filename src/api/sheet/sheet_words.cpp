#include "api/sheet/sheet_words.h"

namespace policycalc::api {

std::string Tongue::word(
    const Words& words,
    std::initializer_list<std::pair<std::string_view, std::string>> parts) const {
  std::string_view rest = chinese_ ? words.chinese : words.english;
  std::string filled;
  // What is filled in is not read again: a name may hold braces.
  for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const std::size_t close = rest.find('}', open);
    filled += rest.substr(0, open);
    for (const auto& [name, value] : parts) {
      if (name == rest.substr(open + 1, close - open - 1)) filled += value;
    }
    rest.remove_prefix(close + 1);
  }
  return filled.append(rest);
}

std::string Tongue::label(const Words& words) const {
  return label(word(words));
}

std::string Tongue::label(const std::string& text) const {
  return text + word(words::kColon);
}

}  // namespace policycalc::api
