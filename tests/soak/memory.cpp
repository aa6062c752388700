// What 500 clients of 500 networks can make the service hold.
#include <string>
#include <thread>
#include <vector>

#include "soak/attackers.h"
#include "soak/report.h"
#include "soak/service.h"

namespace policycalc::soak {
namespace {

constexpr std::size_t kClients = 500;
constexpr std::size_t kJustUnderTheLimit = 64 * 1024 - 64;
constexpr double kPeakMb = 256;
constexpr double kBackMb = 32;
constexpr std::chrono::seconds kHeld{5};
constexpr std::chrono::seconds kLater{60};
constexpr int kSmallBuffer = 2048;

/// `begin`, as many of `part` as fit, each after a comma, and `end`.
std::string filled(std::string begin, const std::string& part, const std::string& end) {
  begin += part;
  while (begin.size() + part.size() + 1 + end.size() < kJustUnderTheLimit) begin += "," + part;
  return begin + end;
}

std::vector<std::string> faultyRequests() {
  std::string options = "{\"profile\":{\"quality_awards\":[\"zz\"";
  for (int i = 0; options.size() < kJustUnderTheLimit - 20; ++i) {
    options += ",\"zz" + std::to_string(i) + "\"";
  }
  std::string facts = "{\"profile\":{\"zz\":0";
  for (int i = 0; facts.size() < kJustUnderTheLimit - 20; ++i) {
    facts += ",\"zz" + std::to_string(i) + "\":0";
  }
  return {post("/api/v1/match", filled("{\"x\":[", "0", "]}")),
          post("/api/v1/match", filled("{\"x\":[", "[]", "]}")),
          post("/api/v1/match", filled("{\"x\":[", "{\"\":0,\"\":0}", "]}")),
          post("/api/v1/match", options + "]}}"), post("/api/v1/profiles", facts + "}}")};
}

/// Each client sends `request` once a second, does not read, and goes at the end.
void attack(const Service& service, const std::vector<std::string>& requests) {
  for (const std::string& request : requests) {
    std::vector<Socket> clients;
    for (std::size_t i = 0; i < kClients; ++i) {
      clients.emplace_back(service.port(), addressOf(i), kSmallBuffer);
    }
    for (const Socket& client : clients) client.send(request);
    std::this_thread::sleep_for(kHeld);
  }
}

void measure(Report& report, const std::string& what, const std::vector<std::string>& requests) {
  const Service service;
  const Socket warm(service.port(), "127.0.0.1");
  warm.send(post("/api/v1/match", "{\"profile\":{},\"detail\":\"full\"}"));
  warm.receive(std::chrono::seconds(10));
  const double before = service.residentMb();
  attack(service, requests);
  report.atMost("500 clients, " + what + ": peak memory", service.peakMb(), kPeakMb, "MB");
  std::this_thread::sleep_for(kLater);
  report.atMost("500 clients, " + what + ": memory above the start a minute later",
                service.residentMb() - before, kBackMb, "MB");
}

}  // namespace

void faultyBodies(Report& report) {
  measure(report, "bodies of faults, answers unread", faultyRequests());
}

void unreadAnswers(Report& report) {
  measure(report, "long answers unread",
          {post("/api/v1/match", "{\"profile\":{},\"detail\":\"full\"}"), get("/api/v1/measures"),
           get("/api/v1/measures?detail=full"), get("/openapi.json")});
}

}  // namespace policycalc::soak
