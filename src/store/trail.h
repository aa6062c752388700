#pragma once

#include <cstdint>

#include <soci/session.h>

#include "policycalc/store/audit.h"

namespace policycalc::store {

/// Adds an entry within the job that does what it tells of; returns its id.
std::int64_t writeAudit(soci::session& session, const AuditEntry& entry);

}  // namespace policycalc::store
