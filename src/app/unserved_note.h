#pragma once

#include <mutex>
#include <optional>
#include <utility>

#include "policycalc/api/routes.h"

namespace policycalc::app {

/// Which policies should be served and cannot. Safe from any thread.
class UnservedNote {
 public:
  void set(std::optional<api::Unserved> unserved) {
    const std::lock_guard<std::mutex> lock(mutex_);
    unserved_ = std::move(unserved);
  }
  std::optional<api::Unserved> get() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return unserved_;
  }

 private:
  mutable std::mutex mutex_;
  std::optional<api::Unserved> unserved_;
};

}  // namespace policycalc::app
