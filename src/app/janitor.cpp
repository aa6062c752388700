#include "app/janitor.h"

#include <exception>
#include <string>
#include <utility>

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
  while (!stopping_) {
    lock.unlock();
    sweep();
    lock.lock();
    stop_.wait_for(lock, options_.interval, [this] { return stopping_; });
  }
}

void Janitor::sweep() noexcept {
  for (const Duty& duty : duties_) perform(duty);
}

void Janitor::perform(const Duty& duty) noexcept {
  try {
    duty.remove(options_.now());
  } catch (const std::exception& failure) {
    if (options_.log) options_.log("- " + duty.what + " could not be removed: " + failure.what());
  }
}

}  // namespace policycalc::app
