#include "api/health/readiness.h"

namespace policycalc::api {

Readiness::State Readiness::state() {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (!asked_at_ || now - *asked_at_ >= kKept) {
    health_ = services_.store.health();
    asked_at_ = std::chrono::steady_clock::now();
  }
  return {health_.trouble, store::judgeClock(services_.now(), health_.confirmed), health_.confirmed,
          services_.unserved ? services_.unserved() : std::nullopt};
}

}  // namespace policycalc::api
