#pragma once

#include <string>
#include <vector>

#include "policycalc/facts/profile.h"

#include "desk/applicants/applicant_record.h"

namespace policycalc::desk {

/// `profile` as it is kept. A fact whose value and mark are those in `before` keeps who wrote it
/// down and when; every other one gets `writer`'s staff and time, and is verified where `verified`
/// (by fact) says so. Without contact.
ApplicantRecord recordOf(const facts::Profile& profile, const std::vector<bool>& verified,
                         const facts::Vocabulary& vocabulary, const FactOrigin& writer,
                         const ApplicantRecord& before);

/// The names of what differs: `contact`, and the facts whose value or mark does.
std::vector<std::string> differences(const ApplicantRecord& before, const ApplicantRecord& after);

}  // namespace policycalc::desk
