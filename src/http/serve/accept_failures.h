#pragma once

#include "policycalc/http/endpoint.h"

namespace policycalc::http::serve {

/// While it lives, `sink` gets what goes wrong inside Poco's own threads (accept() failing, a
/// thread that cannot start), which Poco would otherwise drop. Poco has one handler a process:
/// with several servers each of them is told. Safe from any thread.
class AcceptFailures {
 public:
  explicit AcceptFailures(LineSink sink);
  ~AcceptFailures();
  AcceptFailures(const AcceptFailures&) = delete;
  AcceptFailures& operator=(const AcceptFailures&) = delete;

 private:
  LineSink sink_;
};

}  // namespace policycalc::http::serve
