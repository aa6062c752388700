#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {

/// A name that the vocabulary does not have, and what may stand in its place.
struct UnknownName {
  std::string code;  ///< of the issue: `unknown_fact`, `retired_fact`, …
  std::string message;
  std::vector<std::string> instead;
};

/// `id` names no fact: it did once, or the nearest ones are told.
UnknownName unknownFact(std::string_view id, const Vocabulary& vocabulary);

/// `code` is no option of `fact`: it was one, it is what a place was called before it was renamed,
/// or the nearest ones are told, by their codes and by the beginning of their labels.
UnknownName unknownOption(const std::string& code, const Fact& fact, const Vocabulary& vocabulary);

}  // namespace policycalc::facts
