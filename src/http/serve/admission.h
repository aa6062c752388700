#pragma once

#include <Poco/Net/TCPServer.h>

#include "http/serve/context.h"

namespace policycalc::http::serve {

/// Decides on each accepted socket, on the accepting thread, before it is queued: the queue would
/// silently drop a connection that it has no thread for.
class Admission : public Poco::Net::TCPServerConnectionFilter {
 public:
  explicit Admission(Context& context) : context_(context) {}
  bool accept(const Poco::Net::StreamSocket& socket) override;

 private:
  Context& context_;
};

/// Answers a client for which no place is left, without waiting for it.
void refuseConnection(const Poco::Net::StreamSocket& connection, Context& context);

}  // namespace policycalc::http::serve
