#pragma once

#include <string>
#include <vector>

#include "policycalc/facts/profile.h"

#include "desk/applicants/applicant_record.h"

namespace policycalc::desk {

/// The marks of a profile, each by fact.
struct FactMarks {
  const std::vector<bool>& verified;
  const std::vector<bool>& left_out;
};

/// The record of `profile`, without contact. A fact whose value and marks are the same in `before`
/// keeps its origin. Every other fact gets the staff member and time of `writer`, and the marks
/// that `marks` has for it.
ApplicantRecord recordOf(const facts::Profile& profile, const FactMarks& marks,
                         const facts::Vocabulary& vocabulary, const FactOrigin& writer,
                         const ApplicantRecord& before);

/// The names of what differs: `contact`, and the facts with another value or another mark.
std::vector<std::string> differences(const ApplicantRecord& before, const ApplicantRecord& after);

}  // namespace policycalc::desk
