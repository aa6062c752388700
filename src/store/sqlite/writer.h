#pragma once

#include <chrono>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <soci/session.h>

#include "store/database.h"
#include "store/sqlite/group_commit.h"

namespace policycalc::store::sqlite {

/// The one place that writes. Several writing connections stall each other for up to a second, so
/// one thread writes for all, and the jobs that queue up while it waits for the disk share the next
/// commit. Any thread may submit; callers wait, so the queue holds at most one job per thread.
class Writer {
 public:
  /// Nothing else uses `session` from here on. `busy_timeout` is the session's.
  Writer(std::unique_ptr<soci::session> session, std::chrono::seconds busy_timeout);
  /// Finishes what was submitted.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  using Erases = store::Database::Erases;

  /// Returns when what `job` wrote is committed and on the disk; throws StoreError or what `job`
  /// threw, and then nothing of it remains. A job must not call it. What an erasing job took away
  /// is then in none of the database's files, unless another process went on reading it for longer
  /// than the busy timeout: the next erasing job makes up for that.
  void submit(const WriteJob& job, Erases erases = Erases::kNo);

 private:
  struct Waiting {
    const WriteJob* job;
    Erases erases;
    std::promise<void> done;
  };

  void work();
  /// Waits for work; empty once the writer stops.
  std::vector<Waiting> takeGroup();
  void save(std::vector<Waiting> group);

  std::unique_ptr<soci::session> session_;
  std::chrono::seconds busy_timeout_;
  std::mutex mutex_;  ///< guards queue_ and stopping_
  std::condition_variable wake_;
  std::vector<Waiting> queue_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace policycalc::store::sqlite
