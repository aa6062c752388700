#include "store/sqlite/writer.h"

#include <utility>

#include "store/sqlite/connection.h"
#include "store/sqlite/group_commit.h"

namespace policycalc::store::sqlite {
namespace {

Writer::Save saving(std::unique_ptr<soci::session> session, std::chrono::seconds busy_timeout) {
  const std::shared_ptr<soci::session> shared = std::move(session);
  return [shared, busy_timeout](const std::vector<const WriteJob*>& jobs, Writer::Erases erases) {
    auto outcomes = commitTogether(*shared, jobs);
    // Even if no job removed anything: an earlier attempt may have failed. The jobs stay done,
    // whether or not this succeeds.
    if (erases == Writer::Erases::kYes) emptyLog(*shared, busy_timeout);
    return outcomes;
  };
}

}  // namespace

Writer::Writer(std::unique_ptr<soci::session> session, std::chrono::seconds busy_timeout)
    : store::Writer(saving(std::move(session), busy_timeout)) {}

}  // namespace policycalc::store::sqlite
