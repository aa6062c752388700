#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "policycalc/registry/batch.h"

namespace policycalc::registry {

/// Threads that answer blocks. One thread submits blocks and takes the answers in the order in
/// which they were submitted; it never submits more than capacity() before it takes one.
class Pool {
 public:
  /// Calls `make_answer`, which outlives it, once on each thread.
  Pool(const std::function<BlockWork::Answer()>& make_answer, unsigned jobs);
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  std::size_t capacity() const { return capacity_; }
  /// Blocks that were submitted and not taken.
  std::size_t pending() const { return pending_.size(); }

  /// A block to fill; it may hold what an earlier one left.
  Block spare();
  void submit(Block block);
  /// Whether take() returns without waiting.
  bool isReady() const;
  /// The oldest answers. Throws what the thread threw.
  Answers take();

 private:
  struct Task {
    Block block;
    Answers answers;
    std::exception_ptr failure;
    bool done = false;
  };

  void work(const std::function<BlockWork::Answer()>& make_answer);
  static void doTask(const BlockWork::Answer& answer, Task& task);

  std::size_t capacity_;
  std::deque<std::unique_ptr<Task>> pending_;  // of the submitting thread
  std::vector<Block> spares_;                  // of the submitting thread
  mutable std::mutex mutex_;                   // guards what follows and `done` of each task
  std::condition_variable submitted_;
  std::condition_variable finished_;
  std::deque<Task*> waiting_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace policycalc::registry
