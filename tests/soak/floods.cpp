// What floods of one address take from the others.
#include <string>
#include <thread>

#include "policycalc/store/store.h"
#include "policycalc/vault/api_key.h"

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
  return bench::load(port,
                     post("/api/v1/match", "{\"profile\":{\"employees\":20},\"detail\":\"full\"}"),
                     kHonest, kMeasured)
      .requests_per_second;
}

/// `request` with one more header line.
std::string withHeader(std::string request, const std::string& line) {
  return request.insert(request.find("\r\n\r\n"), "\r\n" + line);
}

/// The requests with that key that were answered 429.
double refusedOf(std::uint16_t port, const std::string& key) {
  const Socket socket(port, "127.0.0.1");
  socket.send(withHeader(get("/api/v1/key"), "X-Api-Key: " + key));
  const std::string answer = socket.receive(kProbePatience);
  const std::string member = "\"limited\":";
  const auto at = answer.find(member);
  return at == std::string::npos ? 0 : std::stod(answer.substr(at + member.size()));
}

void measure(Report& report, const Service& service, const std::string& what, Flood flood) {
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
  const Service service;
  measure(report, service, "2,000 idle connections of one address", {2000, "", "", kMeasured * 10});
}

void keepAliveFlood(Report& report) {
  const Service service;
  measure(report, service, "512 keep-alive connections of one address",
          {512, get("/health/live"), get("/health/live"), std::chrono::milliseconds(3000)});
}

void slowFlood(Report& report) {
  const Service service;
  measure(report, service, "600 slow requests of one address",
          {600, "GET /health/live HTTP/1.1\r\nX: ", "x", std::chrono::milliseconds(1000)});
}

void keyFlood(Report& report) {
  const Service service;
  const auto key = vault::ApiKey::random(vault::ApiKeyKind::kSecret);
  store::ApiKeyEntry entry;
  entry.holder = "partner";
  entry.secret = true;
  entry.digest = vault::apiKeyDigest(key);
  entry.hint = key.hint();
  entry.scopes = {"match"};
  entry.points = 6'000;  // 20 matches a second
  store::openStore({.path = service.database()})->apiKeys().add(entry);
  const std::string match = withHeader(post("/api/v1/match", "{\"profile\":{\"employees\":20}}"),
                                       "X-Api-Key: " + key.text());
  measure(report, service, "a key at ten times its limit",
          {20, match, match, std::chrono::milliseconds(100)});
  report.atLeast("the same: refused", refusedOf(service.port(), key.text()), 1, "");
}

}  // namespace policycalc::soak
