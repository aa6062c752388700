#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <soci/session.h>

#include "policycalc/store/applicants.h"

/// Statements of a WriteJob that record and end authorisations, and the condition by which they
/// are in force. All throw SOCI's exceptions or StoreError.
namespace policycalc::store::sqlite {

/// Condition on the row `h` of `authorisation`, with two parameters that are both the time now.
/// No stored mark says that one is over: its time and its owner's consent alone do, so that nothing
/// has to run for it to be over.
inline constexpr const char* kInForce =
    "h.ended_at = 0 AND h.until > :now AND (h.given <> 'code' OR EXISTS (SELECT 1 FROM"
    " saved_profile p WHERE p.lookup = h.lookup AND p.may_help = 1 AND p.expires_at > :now_too))";

/// Refuses with kConstraint what is senseless whatever is stored. `at`: when it is recorded.
void check(const Authorisation& authorisation, std::chrono::sys_seconds at);

/// Adds it as recorded at and by the actor's; refuses a code whose owner does not agree (any more).
void record(soci::session& session, std::int64_t applicant_id, const Authorisation& authorisation,
            const Actor& actor);

/// Those who are kept though no authorisation of theirs is in force: all with a `firm` of "", else
/// those of that firm and county.
std::vector<std::int64_t> applicantsOver(soci::session& session, const std::string& firm,
                                         const std::string& county, std::chrono::sys_seconds now);

/// Ends all authorisations of the applicant, erases what is sealed of it and its matters, and
/// withdraws those that are open. `action` names it in the trail. Part of an erasing job.
void endApplicant(soci::session& session, std::int64_t applicant_id, const std::string& action,
                  const Actor& actor);

}  // namespace policycalc::store::sqlite
