#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {

/// An unknown name, and what to use instead.
struct UnknownName {
  std::string code;  ///< the issue's code: `unknown_fact`, `retired_fact`, …
  std::string message;
  std::vector<std::string> instead;
};

/// Explains an unknown fact: a retired one, or the nearest names.
UnknownName unknownFact(std::string_view id, const Vocabulary& vocabulary);

/// Explains an unknown option of `fact`: a retired one, the former code of a renamed place, or the
/// nearest options by code or by the beginning of their labels.
UnknownName unknownOption(const std::string& code, const Fact& fact, const Vocabulary& vocabulary);

}  // namespace policycalc::facts
