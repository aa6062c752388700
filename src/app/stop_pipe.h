#pragma once

namespace policycalc::app {

/// From when it is made, the first SIGINT or SIGTERM asks the program to stop instead of ending it;
/// the second ends it. Ignores SIGPIPE, so that a reader that goes away makes a write fail. For one
/// object a program.
class StopPipe {
 public:
  StopPipe();
  StopPipe(const StopPipe&) = delete;
  StopPipe& operator=(const StopPipe&) = delete;
  ~StopPipe() = default;  // the pipe stays open: a signal may still come

  bool isAsked() const;
  /// Becomes readable when a stop is asked for.
  int end() const;
};

}  // namespace policycalc::app
