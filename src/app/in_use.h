#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace policycalc::app {

/// Holds the object in use, which may be replaced at any time. Who got it keeps it alive. Any
/// thread may call any function.
template <typename T>
class InUse {
 public:
  explicit InUse(std::shared_ptr<const T> first) : held_(std::move(first)) {}

  std::shared_ptr<const T> get() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return held_;
  }

  /// The former object is destroyed by its last user, at the earliest when this returns.
  void set(std::shared_ptr<const T> next) {
    const std::lock_guard<std::mutex> lock(mutex_);
    held_.swap(next);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const T> held_;
};

}  // namespace policycalc::app
