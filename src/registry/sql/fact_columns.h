#pragma once

#include <string>

#include "policycalc/facts/vocabulary.h"

#include "registry/sql/stages.h"

namespace policycalc::registry::sql {

/// What the stage `given` holds of a fact: the value of its column if the vocabulary allows it,
/// else unknown.
Expression given(const facts::Fact& fact);
StageColumn givenColumn(Dialect dialect, const facts::Vocabulary& vocabulary,
                        facts::FactIndex index);

/// The value of the column where the vocabulary does not allow it; nothing if the column's type
/// refuses all such values.
std::string refusedRows(Dialect dialect, const facts::Vocabulary& vocabulary,
                        facts::FactIndex index, const std::string& table);

/// The given option as a mask of one bit; unknown if it is not given.
Expression givenMask(const facts::Fact& fact);

/// Whether a text in plain form is an industry code.
Expression isIndustryCode(Dialect dialect, const Expression& plain);

/// The digits of an industry code in plain form, and the letter before them, which may be empty.
Expression digitsOf(Dialect dialect, const Expression& plain_code);
Expression letterOf(Dialect dialect, const Expression& plain_code);

/// What the column takes, for a comment beside it.
std::string describeColumn(const facts::Vocabulary& vocabulary, facts::FactIndex index);

}  // namespace policycalc::registry::sql
