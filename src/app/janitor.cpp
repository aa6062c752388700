#include "app/janitor.h"

#include <exception>
#include <string>
#include <utility>

#include "policycalc/base/detailed_error.h"

namespace policycalc::app {

Janitor::Janitor(std::vector<Duty> duties, JanitorOptions options)
    : duties_(std::move(duties)), options_(std::move(options)), thread_([this] { run(); }) {}

Janitor::~Janitor() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  thread_.join();
}

void Janitor::run() {
  std::unique_lock<std::mutex> lock(mutex_);
  do {
    lock.unlock();
    sweep();
    lock.lock();
    stop_.wait_for(lock, options_.interval, [this] { return stopping_; });
  } while (!stopping_);
}

void Janitor::sweep() noexcept {
  if (options_.clock_is_believed && !options_.clock_is_believed()) {
    if (options_.log) options_.log("- nothing is removed, as the clock is not believed");
    return;
  }
  for (const Duty& duty : duties_) perform(duty);
}

void Janitor::perform(const Duty& duty) noexcept {
  try {
    const std::size_t removed = duty.remove(options_.now());
    if (removed > 0 && options_.log) {
      options_.log("- " + duty.what + ": " + std::to_string(removed) + " removed");
    }
  } catch (const std::exception& failure) {
    if (options_.log) {
      options_.log("- " + duty.what + " could not be removed: " + base::logText(failure));
    }
  }
}

}  // namespace policycalc::app
