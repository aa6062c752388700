#include "store/group_commit.h"

#include <cstddef>

namespace policycalc::store {
namespace {

using Outcomes = std::vector<std::exception_ptr>;

/// Runs `job` and returns what it threw, after undoing it. Throws if the transaction did not
/// survive.
std::exception_ptr runPart(const Transactions& engine, soci::session& session,
                           const WriteJob& job) {
  std::exception_ptr error;
  try {
    Savepoint savepoint(engine, session);
    job(session);
    savepoint.keep();
  } catch (...) {
    error = translated(engine, std::current_exception());
  }
  if (error && !engine.is_open(session)) std::rethrow_exception(error);
  return error;
}

/// Runs `jobs` in one transaction. Returns why it failed as a whole, or null; `outcomes` counts
/// only with null. `began` tells whether any job was run.
std::exception_ptr tryTogether(const Transactions& engine, soci::session& session,
                               const std::vector<const WriteJob*>& jobs, Outcomes& outcomes,
                               bool& began) {
  try {
    WriteTransaction transaction(engine, session);
    began = true;
    for (std::size_t i = 0; i < jobs.size(); ++i) outcomes[i] = runPart(engine, session, *jobs[i]);
    transaction.commit();
    return nullptr;
  } catch (...) {
    return translated(engine, std::current_exception());
  }
}

}  // namespace

Outcomes commitTogether(const Transactions& engine, soci::session& session,
                        const std::vector<const WriteJob*>& jobs) noexcept {
  Outcomes outcomes(jobs.size());
  bool began = false;
  const std::exception_ptr failure = tryTogether(engine, session, jobs, outcomes, began);
  if (!failure) return outcomes;
  const bool worth_trying_alone = began && jobs.size() > 1;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    outcomes[i] = worth_trying_alone ? commitTogether(engine, session, {jobs[i]}).front() : failure;
  }
  return outcomes;
}

}  // namespace policycalc::store
