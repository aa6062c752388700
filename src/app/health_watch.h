#pragma once

#include <optional>

#include "policycalc/http/endpoint.h"
#include "policycalc/store/store.h"

namespace policycalc::app {

/// Says in the log when the database gets into trouble and when it is out of it, so that the
/// operator need not wait for a probe or a user. For one thread.
class HealthWatch {
 public:
  /// `store` outlives this object.
  HealthWatch(store::Store& store, http::LineSink log) : store_(store), log_(std::move(log)) {}

  /// To be called each minute.
  void look();

 private:
  store::Store& store_;
  const http::LineSink log_;
  std::optional<store::Trouble> trouble_;
};

}  // namespace policycalc::app
