#pragma once

#include "policycalc/http/endpoint.h"
#include "policycalc/http/server.h"

#include "http/serve/connections.h"
#include "http/serve/lingering.h"
#include "http/serve/live_counters.h"

namespace policycalc::http::serve {

/// What all connections of one server share; it outlives them. Safe from any thread.
struct Context {
  ServerOptions options;
  Endpoint chain;
  LiveCounters counters;
  Connections connections;
  Lingering lingering;
};

}  // namespace policycalc::http::serve
