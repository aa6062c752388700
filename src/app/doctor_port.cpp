#include "policycalc/http/server.h"

#include "app/doctor.h"
#include "app/own_port.h"

namespace policycalc::app {
namespace {

using Grade = Finding::Grade;

/// A database that is locked makes readiness wait for its busy timeout.
constexpr std::chrono::seconds kPatience{10};

/// What went wrong when listening there; "" if the port is free.
std::string obstacleAt(const Settings& settings) {
  http::ServerOptions options;
  options.host = settings.host;
  options.port = static_cast<std::uint16_t>(settings.port);
  options.max_connections = 1;
  http::Server server(options, [](const http::Request&) { return http::Response(); });
  try {
    server.start();
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

Finding checkPort(const Settings& settings) {
  const std::string place = settings.host + " port " + std::to_string(settings.port);
  const std::string obstacle = obstacleAt(settings);
  if (obstacle.empty()) return {Grade::kFine, "port", place + " is free", {}};
  const std::string answer = ask({settings.host, settings.port, kPatience}, "/health/ready");
  const auto says = [&](const char* text) { return answer.find(text) != std::string::npos; };
  if (says(R"("status":"ready")")) {
    const bool warns = says("\"clock_");
    return {warns ? Grade::kNote : Grade::kFine, "port", place + ": a service answers and is ready",
            warns ? "see the clock above" : ""};
  }
  if (says("application/problem+json")) {
    return {Grade::kTrouble, "port", place + ": a service answers and is not ready",
            "its /health/ready says why; so does its log"};
  }
  return {Grade::kTrouble, "port", obstacle,
          "stop the program that uses the port, or choose another `port`"};
}

}  // namespace policycalc::app
