#pragma once

#include <algorithm>
#include <atomic>

namespace policycalc::web {

/// What this service may let through of what all services on one database may together: the same
/// part for each. A limit that is counted in memory then holds over all of them, wherever a proxy
/// sends the requests, without a call to the database for each. Thread-safe.
class Share {
 public:
  /// How many services share the limits; at least this one.
  int nodes() const { return nodes_.load(std::memory_order_relaxed); }
  void set(int nodes) { nodes_.store(std::max(nodes, 1), std::memory_order_relaxed); }

 private:
  std::atomic<int> nodes_{1};
};

}  // namespace policycalc::web
