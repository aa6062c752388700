#include "registry/batch/pool.h"

#include <algorithm>
#include <utility>

namespace policycalc::registry {
namespace {

/// Blocks a thread: enough that none waits while the submitting thread reads or writes.
constexpr std::size_t kBlocksEach = 4;

}  // namespace

Pool::Pool(const std::function<BlockWork::Answer()>& make_answer, unsigned jobs)
    : capacity_(std::max(jobs, 1U) * kBlocksEach) {
  for (unsigned i = 0; i < std::max(jobs, 1U); ++i) {
    threads_.emplace_back([this, &make_answer] { work(make_answer); });
  }
}

Pool::~Pool() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
    waiting_.clear();
  }
  submitted_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

Block Pool::spare() {
  if (spares_.empty()) return {};
  Block block = std::move(spares_.back());
  spares_.pop_back();
  return block;
}

void Pool::submit(Block block) {
  pending_.push_back(std::make_unique<Task>());
  pending_.back()->block = std::move(block);
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    waiting_.push_back(pending_.back().get());
  }
  submitted_.notify_one();
}

bool Pool::isReady() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return !pending_.empty() && pending_.front()->done;
}

Answers Pool::take() {
  Task& task = *pending_.front();
  {
    std::unique_lock<std::mutex> lock(mutex_);
    finished_.wait(lock, [&task] { return task.done; });
  }
  if (task.failure) std::rethrow_exception(task.failure);
  Answers answers = std::move(task.answers);
  spares_.push_back(std::move(task.block));
  pending_.pop_front();
  return answers;
}

void Pool::work(const std::function<BlockWork::Answer()>& make_answer) {
  const BlockWork::Answer answer = make_answer();
  while (true) {
    Task* task = nullptr;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      submitted_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (closed_) return;
      task = waiting_.front();
      waiting_.pop_front();
    }
    doTask(answer, *task);
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      task->done = true;
    }
    finished_.notify_one();
  }
}

void Pool::doTask(const BlockWork::Answer& answer, Task& task) {
  try {
    task.answers = answer(task.block);
  } catch (...) {  // rethrown by take()
    task.failure = std::current_exception();
  }
}

}  // namespace policycalc::registry
