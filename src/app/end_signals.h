#pragma once

#include <csignal>

namespace policycalc::app {

/// Blocks SIGTERM, SIGINT and SIGQUIT in this thread and those it starts, so that wait() receives
/// them. Ignores SIGPIPE and SIGHUP in the whole program. For one object a program, made before
/// other threads.
class EndSignals {
 public:
  EndSignals();

  /// Returns when one of the three comes.
  void wait() const;

 private:
  sigset_t set_{};
};

}  // namespace policycalc::app
