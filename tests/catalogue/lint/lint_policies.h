#pragma once

#include <string>
#include <vector>

#include "catalogue/small_policies.h"

namespace policycalc::test {

/// smallPolicies() in which lint finds nothing but what `measures` bring along. They stand in cell
/// 1 of item 1 as 1.1.a, 1.1.b, … whatever their id, at `/clauses/0`, `/clauses/1`, …; after them
/// come a measure that uses the other facts and the internal clause.
catalogue::PolicyFiles lintPolicies(std::vector<MeasureText> measures);

/// One measure with these criteria (JSON).
MeasureText measureWith(const std::string& requires_, const std::string& applies_when = "null");

/// What lint finds in files that load: `file pointer code` an issue, one below the other, in order.
/// Checks besides that each has a message and, in a file, a line.
std::string lintOf(const catalogue::PolicyFiles& files);

/// `text` with every `from` turned into `to`; there is one at least.
std::string replacedAll(std::string text, std::string_view from, std::string_view to);

constexpr const char* kLintMeasures = "measures/01-one.json";

}  // namespace policycalc::test
