#pragma once

#include <soci/session.h>

#include "policycalc/store/key_record.h"

namespace policycalc::store {

/// Throws StoreError with kStaleKey unless the database belongs to exactly these keys. Within the
/// job that stores what was made with them, so that no rotation can come between.
void requireKeys(soci::session& session, const KeyIds& keys);

}  // namespace policycalc::store
