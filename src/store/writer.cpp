#include "store/writer.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>

namespace policycalc::store {

Writer::Writer(Save save) : save_(std::move(save)), thread_([this] { work(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Writer::submit(const WriteJob& job, Erases erases) {
  assert(std::this_thread::get_id() != thread_.get_id());
  Waiting waiting{&job, erases, {}};
  std::future<void> done = waiting.done.get_future();
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(waiting));
  }
  wake_.notify_one();
  done.get();
}

void Writer::work() {
  for (std::vector<Waiting> group = takeGroup(); !group.empty(); group = takeGroup()) {
    save(std::move(group));
  }
}

std::vector<Writer::Waiting> Writer::takeGroup() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  return std::exchange(queue_, {});
}

void Writer::save(std::vector<Waiting> group) {
  std::vector<const WriteJob*> jobs;
  jobs.reserve(group.size());
  for (const Waiting& waiting : group) jobs.push_back(waiting.job);
  const bool erases = std::any_of(group.begin(), group.end(), [](const Waiting& waiting) {
    return waiting.erases == Erases::kYes;
  });
  const std::vector<std::exception_ptr> outcomes = save_(jobs, erases ? Erases::kYes : Erases::kNo);
  for (std::size_t i = 0; i < group.size(); ++i) {
    if (outcomes[i]) {
      group[i].done.set_exception(outcomes[i]);
    } else {
      group[i].done.set_value();
    }
  }
}

}  // namespace policycalc::store
