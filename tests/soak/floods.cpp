// What floods of one address take from the others.
#include <string>
#include <thread>

#include "bench/http_load.h"
#include "soak/attackers.h"
#include "soak/report.h"
#include "soak/service.h"

namespace policycalc::soak {
namespace {

constexpr std::chrono::milliseconds kMeasured{20'000};
constexpr std::chrono::milliseconds kBuildUp{3000};
constexpr std::chrono::milliseconds kBetweenProbes{50};
constexpr std::chrono::seconds kProbePatience{2};
constexpr int kHonest = 4;
constexpr double kShare = 80;
constexpr double kPercent = 100;

struct Probed {
  int sent = 0;
  int answered = 0;
};

/// New connections that ask whether the service lives, until `end`.
Probed probe(std::uint16_t port, Clock::time_point end) {
  Probed probed;
  while (Clock::now() < end) {
    ++probed.sent;
    const Socket socket(port, "127.0.0.1");
    if (socket.isOpen() && socket.send(get("/health/live")) &&
        socket.receive(kProbePatience).rfind("HTTP/1.1 200", 0) == 0) {
      ++probed.answered;
    }
    std::this_thread::sleep_for(kBetweenProbes);
  }
  return probed;
}

double honestRate(std::uint16_t port) {
  return bench::load(port, post("/api/v1/match", "{\"profile\":{\"employees\":20}}"), kHonest,
                     kMeasured)
      .requests_per_second;
}

void measure(Report& report, const std::string& what, Flood flood) {
  const Service service;
  honestRate(service.port());  // warm
  const double calm = honestRate(service.port());
  const Flooding flooding(service.port(), std::move(flood));
  std::this_thread::sleep_for(kBuildUp);
  Probed probed;
  std::thread probes([&] { probed = probe(service.port(), Clock::now() + kMeasured); });
  const double flooded = honestRate(service.port());
  probes.join();
  report.atLeast(what + ": probes answered",
                 probed.sent == 0 ? 0 : kPercent * probed.answered / probed.sent, kPercent, "%");
  report.atLeast(what + ": others' throughput", kPercent * flooded / calm, kShare, "%");
}

}  // namespace

void idleFlood(Report& report) {
  measure(report, "2,000 idle connections of one address", {2000, "", "", kMeasured * 10});
}

void keepAliveFlood(Report& report) {
  measure(report, "512 keep-alive connections of one address",
          {512, get("/health/live"), get("/health/live"), std::chrono::milliseconds(3000)});
}

void slowFlood(Report& report) {
  measure(report, "600 slow requests of one address",
          {600, "GET /health/live HTTP/1.1\r\nX: ", "x", std::chrono::milliseconds(1000)});
}

}  // namespace policycalc::soak
