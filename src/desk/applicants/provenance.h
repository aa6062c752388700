#pragma once

#include <string>
#include <vector>

#include "policycalc/facts/profile.h"

#include "desk/applicants/applicant_record.h"

namespace policycalc::desk {

/// The record of `profile`, without contact. A fact whose value and mark are the same in `before`
/// keeps its origin. Every other fact gets the staff member and time of `writer`, and the mark that
/// `verified` (by fact) has for it.
ApplicantRecord recordOf(const facts::Profile& profile, const std::vector<bool>& verified,
                         const facts::Vocabulary& vocabulary, const FactOrigin& writer,
                         const ApplicantRecord& before);

/// The names of what differs: `contact`, and the facts with another value or mark.
std::vector<std::string> differences(const ApplicantRecord& before, const ApplicantRecord& after);

}  // namespace policycalc::desk
