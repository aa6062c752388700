#pragma once

#include <exception>
#include <vector>

#include "store/group_commit.h"
#include "store/sqlite/transaction.h"

namespace policycalc::store::sqlite {

using store::WriteJob;

/// store::commitTogether() on SQLite.
inline std::vector<std::exception_ptr> commitTogether(
    soci::session& session, const std::vector<const WriteJob*>& jobs) noexcept {
  return store::commitTogether(transactions(), session, jobs);
}

}  // namespace policycalc::store::sqlite
