#pragma once

#include <exception>
#include <functional>
#include <vector>

#include <soci/session.h>

#include "store/transactions.h"

namespace policycalc::store {

/// Writes with the session that it is given, without BEGIN, COMMIT or SAVEPOINT. It can be run more
/// than once, of which only the last run counts, and may throw to be undone.
using WriteJob = std::function<void(soci::session&)>;

/// Runs `jobs` in order in one transaction: one write to the disk, however many they are. Undoes
/// only the job that throws. Returns the error of each job, or null once it is safe on the disk.
/// If the whole transaction fails, tries each job again by itself, so that none fails because of
/// another; not if the database is busy or cannot be reached, which concerns all. Throws nothing;
/// the errors are StoreError or what the job threw.
std::vector<std::exception_ptr> commitTogether(const Transactions& engine, soci::session& session,
                                               const std::vector<const WriteJob*>& jobs) noexcept;

}  // namespace policycalc::store
