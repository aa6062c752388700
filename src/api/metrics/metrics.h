#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "policycalc/engine/match.h"
#include "policycalc/http/gate.h"
#include "policycalc/http/server.h"
#include "policycalc/store/health.h"
#include "policycalc/web/door_counters.h"

#include "api/callers/caller_counters.h"
#include "api/health/readiness.h"

namespace policycalc::api {

/// Counts what the API does and writes it as Prometheus text (format 0.0.4). Thread-safe.
class Metrics {
 public:
  /// `gate` is the one that the requests of the API work within.
  Metrics(std::shared_ptr<const http::Gate> gate, std::shared_ptr<const CallerCounters> callers)
      : gate_(std::move(gate)), callers_(std::move(callers)) {}

  void countMatch(const std::array<int, engine::kVerdicts>& verdicts);
  void countRefusedMatch() { ++refused_; }

  /// A batch that was answered.
  struct Batch {
    std::uint64_t answered = 0;  ///< companies, likewise the next
    std::uint64_t refused = 0;
    std::array<std::uint64_t, engine::kVerdicts> verdicts{};
    std::chrono::microseconds took{};
  };
  void countBatch(const Batch& batch);

  /// What others have counted.
  struct Others {
    http::ServerCounters http;
    std::uint64_t dropped_log_lines;
    const web::DoorCounters& door;
    store::StoreCounters store;
    Readiness::State readiness;
    std::string_view catalogue_hash;
    int nodes = 1;  ///< services on the database, see web::Share
  };
  std::string write(const Others& others) const;

 private:
  void writeMatches(std::string& out) const;

  const std::shared_ptr<const http::Gate> gate_;
  const std::shared_ptr<const CallerCounters> callers_;
  std::atomic<std::uint64_t> matches_{0};
  std::atomic<std::uint64_t> refused_{0};
  std::array<std::atomic<std::uint64_t>, engine::kVerdicts> verdicts_{};
  std::atomic<std::uint64_t> batches_{0};
  std::atomic<std::uint64_t> batch_answered_{0};
  std::atomic<std::uint64_t> batch_refused_{0};
  std::atomic<std::uint64_t> batch_microseconds_{0};
  std::array<std::atomic<std::uint64_t>, engine::kVerdicts> batch_verdicts_{};
};

}  // namespace policycalc::api
