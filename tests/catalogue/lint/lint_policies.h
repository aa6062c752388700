#pragma once

#include <string>
#include <vector>

#include "catalogue/small_policies.h"

namespace policycalc::test {

/// smallPolicies() in which lint finds only the faults of `measures`. They are 1.1.a, 1.1.b, … of
/// item 1, whatever their id, at `/clauses/0`, `/clauses/1`, …; after them come a measure that uses
/// the other facts and the internal clause.
catalogue::PolicyFiles lintPolicies(std::vector<MeasureText> measures);

/// One measure with these criteria (JSON).
MeasureText measureWith(const std::string& requires_, const std::string& applies_when = "null");

/// The issues of lint for files that load: `file pointer code`, one on each line, in order. Also
/// checks that each has a message and, in a file, a line.
std::string lintOf(const catalogue::PolicyFiles& files);

/// `text` with every `from` replaced by `to`; there must be at least one.
std::string replacedAll(std::string text, std::string_view from, std::string_view to);

constexpr const char* kLintMeasures = "measures/01-one.json";

}  // namespace policycalc::test
