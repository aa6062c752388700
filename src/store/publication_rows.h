#pragma once

#include <cstdint>

#include <soci/session.h>

#include "policycalc/store/publications.h"

namespace policycalc::store {

// Parts of Publications, each within the caller's transaction.

/// The number in use; 0 if nothing is.
std::int64_t numberInUse(soci::session& session);

/// Adds a publication under that number, which is in use from then on. Its catalogue is kept
/// already.
void insertPublication(soci::session& session, const Publication& publication,
                       const PublishedPolicies& policies, std::int64_t number);

}  // namespace policycalc::store
