#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/facts/profile.h"
#include "policycalc/json/value.h"
#include "policycalc/web/body_fields.h"

namespace policycalc::web {

// A list of ticks ends in an act that answers the rest: what was not ticked counts as no. Such
// answers keep the mark `left_out`, so that people see that they were not given on purpose.

/// By fact: whether its answer was given by leaving it out of a list.
using LeftOut = std::vector<bool>;

/// Reads `marks`, the member `left_out` of a body: facts of `profile`, each with the answer that
/// leaving it out gives. Reports `wrong_type`, and below `/left_out` `unknown_fact`,
/// `duplicate_fact`, `not_answered`, and `not_left_out` for an answer that no list gives so. Null
/// for an absent member: no marks.
LeftOut readLeftOut(const BodyFields& fields, const json::Value* marks,
                    const facts::Profile& profile, const catalogue::Catalogue& catalogue);

/// Whether leaving the fact out of a list of today's screens gives `answer`.
bool isLeftOutAnswer(std::string_view fact, const json::Value& answer,
                     const catalogue::Catalogue& catalogue);

/// The marks of a stored list, null for none, that still hold for the answers of `profile`, an
/// object. A mark that an older catalogue allowed and today's does not is dropped.
std::vector<std::string> stillLeftOut(const json::Value* stored, const json::Value& profile,
                                      const catalogue::Catalogue& catalogue);

/// The ids of the marked facts, in the order of the vocabulary.
std::vector<std::string> idsOf(const LeftOut& marks, const facts::Vocabulary& vocabulary);

}  // namespace policycalc::web
