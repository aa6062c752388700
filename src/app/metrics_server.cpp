#include "app/metrics_server.h"

#include "policycalc/http/host_port.h"
#include "policycalc/web/failures.h"

namespace policycalc::app {
namespace {

/// Prometheus needs one.
constexpr std::size_t kConnections = 16;

http::ServerOptions optionsFor(const std::string& address, const http::LineSink& log) {
  const auto parts = http::splitHostPort(address);
  http::ServerOptions options;
  options.host = std::string(parts->bareHost());
  options.port = *parts->port;
  options.max_connections = kConnections;
  options.access_log = log;
  options.error_log = log;
  options.failure_of = web::failureOf;
  return options;
}

}  // namespace

MetricsServers::MetricsServers(const std::vector<std::string>& addresses,
                               const http::Endpoint& endpoint, const http::LineSink& log) {
  for (const std::string& address : addresses) {
    servers_.push_back(std::make_unique<http::Server>(optionsFor(address, log), endpoint));
    servers_.back()->start();
  }
}

std::vector<std::uint16_t> MetricsServers::ports() const {
  std::vector<std::uint16_t> ports;
  for (const auto& server : servers_) ports.push_back(server->port());
  return ports;
}

}  // namespace policycalc::app
