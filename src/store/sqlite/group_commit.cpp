#include "store/sqlite/group_commit.h"

#include <cstddef>

#include "store/sqlite/errors.h"
#include "store/sqlite/transaction.h"

namespace policycalc::store::sqlite {
namespace {

using Outcomes = std::vector<std::exception_ptr>;

/// Runs `job` and returns what it threw, after undoing it. Throws if the transaction did not
/// survive.
std::exception_ptr runPart(soci::session& session, const WriteJob& job) {
  std::exception_ptr error;
  try {
    Savepoint savepoint(session);
    job(session);
    savepoint.keep();
  } catch (...) {
    error = translated(std::current_exception());
  }
  if (error && !inTransaction(session)) std::rethrow_exception(error);
  return error;
}

/// Runs `jobs` in one transaction. Returns why it failed as a whole, or null; `outcomes` counts
/// only with null. `began` tells whether any job was run.
std::exception_ptr tryTogether(soci::session& session, const std::vector<const WriteJob*>& jobs,
                               Outcomes& outcomes, bool& began) {
  try {
    WriteTransaction transaction(session);
    began = true;
    for (std::size_t i = 0; i < jobs.size(); ++i) outcomes[i] = runPart(session, *jobs[i]);
    transaction.commit();
    return nullptr;
  } catch (...) {
    return translated(std::current_exception());
  }
}

}  // namespace

Outcomes commitTogether(soci::session& session, const std::vector<const WriteJob*>& jobs) noexcept {
  Outcomes outcomes(jobs.size());
  bool began = false;
  const std::exception_ptr failure = tryTogether(session, jobs, outcomes, began);
  if (!failure) return outcomes;
  const bool worth_trying_alone = began && jobs.size() > 1;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    outcomes[i] = worth_trying_alone ? commitTogether(session, {jobs[i]}).front() : failure;
  }
  return outcomes;
}

}  // namespace policycalc::store::sqlite
