#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/json_path.h"

namespace policycalc::test {

/// The codes that an API document lists for the schema of that name.
inline std::vector<std::string> enumeration(const json::Value& document,
                                            const std::string& schema) {
  std::vector<std::string> codes;
  for (const json::Value& code : at(document, "/components/schemas/" + schema + "/enum").elements) {
    codes.push_back(code.text);
  }
  return codes;
}

/// The names of the code's own table, from the first to `last`.
template <typename Enum, typename Name>
std::vector<std::string> namesUpTo(Enum last, const Name& name) {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const std::string_view text = name(static_cast<Enum>(i));
    if (!text.empty()) names.emplace_back(text);
  }
  return names;
}

}  // namespace policycalc::test
