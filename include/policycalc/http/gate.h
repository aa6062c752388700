#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>

#include "policycalc/http/endpoint.h"

namespace policycalc::http {

/// Lets a few requests work at a time; the others wait for a short time. Safe from any thread.
class Gate {
 public:
  Gate(std::size_t places, std::chrono::milliseconds wait) : places_(places), wait_(wait) {}

  /// Two places a processor: one request computes while another waits for the database. Two seconds
  /// are as long as a person waits before they try again.
  static std::shared_ptr<Gate> ofThisMachine();

  /// Takes a place; false if none became free in time.
  bool enter();
  /// Gives the place back.
  void leave();

  /// Requests that waited in vain.
  std::uint64_t refused() const { return refused_.load(); }

 private:
  const std::size_t places_;
  const std::chrono::milliseconds wait_;
  std::mutex mutex_;
  std::condition_variable left_;
  std::size_t inside_ = 0;  ///< guarded by mutex_
  std::atomic<std::uint64_t> refused_{0};
};

/// Asks `inner` within `gate`. Answers kBusy if the gate stays full.
Endpoint withGate(Endpoint inner, std::shared_ptr<Gate> gate);

}  // namespace policycalc::http
