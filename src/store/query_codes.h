#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <soci/session.h>

namespace policycalc::store {

/// Keeps the hash of a matter's query code in place of the last one. Throws SOCI's exceptions.
void keepQueryCode(soci::session& session, std::int64_t id, const std::string& query_hash,
                   std::chrono::sys_seconds now);

}  // namespace policycalc::store
