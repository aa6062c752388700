#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include <soci/session.h>

#include "store/soci/group_commit.h"

namespace policycalc::store::sqlite {

/// The only place that writes. Several connections that write stall each other for up to a second,
/// so one thread does it for all, and what queues up while it waits for the disk shares the next
/// commit. Any thread may submit; callers wait, so the queue is no longer than there are threads.
class Writer {
 public:
  /// `session` is used by no one else from here on. `busy_timeout` is its own.
  Writer(std::unique_ptr<soci::session> session, std::chrono::seconds busy_timeout);
  /// Finishes what was submitted.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Whether a job takes data away that must be gone from the files, too.
  enum class Erases : std::uint8_t { kNo, kYes };

  /// Returns when what `job` wrote is committed and on the disk; throws StoreError or what `job`
  /// threw, and then nothing of it remains. Not to be called from within a job. What an erasing job
  /// took away is then in none of the database's files, unless another process went on reading it
  /// for longer than the busy timeout: the next erasing job makes up for that.
  void submit(const WriteJob& job, Erases erases = Erases::kNo);

 private:
  struct Waiting {
    const WriteJob* job;
    Erases erases;
    std::promise<void> done;
  };

  void work();
  /// Waits for work; empty when there will be none.
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
