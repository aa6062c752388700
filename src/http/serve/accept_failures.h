#pragma once

#include "policycalc/http/endpoint.h"

namespace policycalc::http::serve {

/// While it lives, `sink` gets the failures inside Poco's own threads (accept() fails, a thread
/// cannot start), which Poco would otherwise drop. Poco has one handler a process: with several
/// servers, each gets all failures. Safe from any thread.
class AcceptFailures {
 public:
  explicit AcceptFailures(LineSink sink);
  ~AcceptFailures();
  AcceptFailures(const AcceptFailures&) = delete;
  AcceptFailures& operator=(const AcceptFailures&) = delete;

  /// Between these accept() must fail, and no server is told so.
  static void beginStop();
  static void endStop();

 private:
  LineSink sink_;
};

}  // namespace policycalc::http::serve
