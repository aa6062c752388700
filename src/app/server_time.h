#pragma once

#include <chrono>
#include <utility>

#include "policycalc/http/decorators.h"
#include "policycalc/store/store.h"

namespace policycalc::app {

/// Lets this process go by the clock of the database server, so that several services agree on what
/// has ended, whatever their own clocks show. A database in a file changes nothing. For one
/// thread.
class ServerTime {
 public:
  /// Smaller differences are left: a second is what an answer may take.
  static constexpr std::chrono::seconds kTolerated{2};

  /// Looks at once. `store` outlives this object.
  ServerTime(const store::Store& store, http::LineSink log) : store_(store), log_(std::move(log)) {
    look();
  }

  /// To be called each minute. Throws nothing: while the database fails, the last
  /// correction goes on.
  void look() noexcept;

 private:
  const store::Store& store_;
  const http::LineSink log_;
};

}  // namespace policycalc::app
