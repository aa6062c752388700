#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <soci/session.h>

#include "policycalc/store/cases.h"

namespace policycalc::store::sqlite {

/// Reading cases. Statements are fetched to their end; exceptions are SOCI's.
std::optional<Case> readCase(soci::session& session, std::int64_t id);
std::vector<Case> readCases(soci::session& session, const CaseQuery& query);
/// The three parts as they are when each is read: for one moment, call in a transaction.
CaseFile readFile(soci::session& session, Case what);

}  // namespace policycalc::store::sqlite
