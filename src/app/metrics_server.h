#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "policycalc/http/endpoint.h"
#include "policycalc/http/server.h"

namespace policycalc::app {

/// Servers that answer only what `endpoint` does, each on an address for itself, so that no proxy
/// in front of the public port passes the figures on. They stop at the end.
class MetricsServers {
 public:
  /// Starts one for each address with a port. Throws as
  /// http::Server::start() does.
  MetricsServers(const std::vector<std::string>& addresses, const http::Endpoint& endpoint,
                 const http::LineSink& log);

  std::vector<std::uint16_t> ports() const;

 private:
  std::vector<std::unique_ptr<http::Server>> servers_;
};

}  // namespace policycalc::app
