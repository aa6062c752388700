#pragma once

#include <string>

#include "policycalc/facts/vocabulary.h"

namespace policycalc::registry::sql {

/// The column with the mask of the values of a derived choice that are still possible. For size and
/// owner it has one bit more, noneOf(): the body may have none.
inline std::string possibleName(const facts::Fact& fact) {
  return "possible_" + fact.id;
}

inline facts::OptionSet noneOf(const facts::Fact& fact) {
  return facts::OptionSet::of(fact.options.size());
}

}  // namespace policycalc::registry::sql
