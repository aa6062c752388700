#include "store/soci/group_commit.h"

#include <cstddef>

#include "store/soci/sqlite_errors.h"
#include "store/soci/transaction.h"

namespace policycalc::store::sqlite {
namespace {

using Outcomes = std::vector<std::exception_ptr>;

/// What `job` threw, after undoing it. Throws when the transaction did not survive.
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

/// One transaction over `jobs`. Gives why it failed as a whole, or null; only in the latter matter
/// does `outcomes` count. `began` tells whether it got so far as to run jobs.
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
