#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <soci/session.h>

#include "policycalc/store/matters.h"

namespace policycalc::store::sqlite {

/// Reading matters. Statements are fetched to their end; exceptions are SOCI's.
std::optional<Matter> readMatter(soci::session& session, std::int64_t id);
std::vector<Matter> readMatters(soci::session& session, const MatterQuery& query);
/// The three parts as they are when each is read: for one moment, call in a transaction.
MatterFile readFile(soci::session& session, Matter what);

}  // namespace policycalc::store::sqlite
