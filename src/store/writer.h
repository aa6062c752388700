#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "store/database.h"
#include "store/group_commit.h"

namespace policycalc::store {

/// The one place that writes. Several writing connections stall each other for up to a second, so
/// one thread writes for all, and the jobs that queue up while it waits for the disk share the next
/// commit. Any thread may submit; callers wait, so the queue holds at most one job per thread.
class Writer {
 public:
  using Erases = Database::Erases;

  /// Writes a group as commitTogether() does; `erases` tells whether any of the jobs erases. It
  /// is called by one thread, and throws nothing.
  using Save = std::function<std::vector<std::exception_ptr>(const std::vector<const WriteJob*>&,
                                                             Erases erases)>;

  explicit Writer(Save save);
  /// Finishes what was submitted.
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// Returns when what `job` wrote is committed and on the disk; throws StoreError or what `job`
  /// threw, and then nothing of it remains. A job must not call it.
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

  Save save_;
  std::mutex mutex_;  ///< guards queue_ and stopping_
  std::condition_variable wake_;
  std::vector<Waiting> queue_;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace policycalc::store
