#pragma once

#include <cstdint>
#include <ctime>
#include <set>
#include <string>

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
  std::set<std::string, std::less<>> trusted_proxies;  ///< canonical
  LiveCounters counters;
  Connections connections;
  Lingering lingering;

  std::int64_t unixTime() const {
    return options.unix_time ? options.unix_time() : std::int64_t{std::time(nullptr)};
  }
};

}  // namespace policycalc::http::serve
