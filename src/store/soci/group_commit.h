#pragma once

#include <exception>
#include <functional>
#include <vector>

#include <soci/session.h>

namespace policycalc::store::sqlite {

/// A piece of writing: statements on the session it is given, and no BEGIN, COMMIT or SAVEPOINT.
/// It can be run more than once, of which only the last run counts, and may throw to be undone.
using WriteJob = std::function<void(soci::session&)>;

/// Runs `jobs` in order in one transaction: one write to the disk, however many they are. A job
/// that throws is undone alone. Gives for each job what went wrong with it, or null once it is
/// safe on the disk. Where the transaction as a whole fails, each job is tried again on its own,
/// so that one does not fail for another's sake; not when the database is busy, which concerns
/// all. Throws nothing; the errors are StoreError or what the job threw.
std::vector<std::exception_ptr> commitTogether(soci::session& session,
                                               const std::vector<const WriteJob*>& jobs) noexcept;

}  // namespace policycalc::store::sqlite
