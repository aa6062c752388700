#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include <soci/session.h>

#include "policycalc/store/applicants.h"

/// Statements of a job that record and end authorisations, and the condition by which one is in
/// force. All throw SOCI's exceptions or StoreError.
namespace policycalc::store {

/// Condition on the row `h` of `authorisation`; its parameter is the time now. The database marks
/// none as over: its time and its owner's consent decide, so nothing has to run for it to be over.
const std::string& inForce();

/// Refuses with kConstraint what is senseless in itself. `at`: when it is recorded.
void check(const Authorisation& authorisation, std::chrono::sys_seconds at);

/// Adds it with the actor's time and id. Refuses a code whose owner does not (or no longer) agree.
void record(soci::session& session, std::int64_t applicant_id, const Authorisation& authorisation,
            const Actor& actor);

/// The applicants that are kept without an authorisation in force: all with a `firm` of "", else
/// those of that firm and county.
std::vector<std::int64_t> applicantsOver(soci::session& session, const std::string& firm,
                                         const std::string& county, std::chrono::sys_seconds now);

/// How the authorisation of one of applicantsOver() ended: kWithdrawn if the company took it back
/// in its saved profile or removed that, else kExpired.
desk::MatterState endOf(soci::session& session, std::int64_t applicant_id,
                        std::chrono::sys_seconds now);

/// Ends all authorisations of the applicant, erases what is sealed of it and its matters, and ends
/// those that are open so, too. `end`: kWithdrawn or kExpired. Part of an erasing job.
void endApplicant(soci::session& session, std::int64_t applicant_id, desk::MatterState end,
                  const Actor& actor);

}  // namespace policycalc::store
