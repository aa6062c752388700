#pragma once

#include <cstdint>

#include <soci/session.h>

#include "policycalc/store/sessions.h"

/// Statements of a job on the sessions of the staff. All throw SOCI's exceptions or StoreError.
namespace policycalc::store {

/// Refuses with kConstraint a session that is senseless in itself.
void check(const StaffSession& session);

/// Refuses a token id that is taken.
void insert(soci::session& database, const StaffSession& session);

/// Ends all sessions of a member; returns how many.
std::int64_t endSessions(soci::session& database, std::int64_t staff_id);

}  // namespace policycalc::store
