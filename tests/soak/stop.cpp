// A stop while clients are at work.
#include <atomic>
#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "http/raw_client.h"
#include "soak/attackers.h"
#include "soak/report.h"
#include "soak/service.h"

namespace policycalc::soak {
namespace {

constexpr int kDrainSeconds = 2;
constexpr double kRefusedMs = 500;
constexpr std::chrono::seconds kPatience{30};

double millisecondsSince(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// Matches on one connection until it ends, and counts answers that came in part only.
void work(std::uint16_t port, std::atomic<int>& answered, std::atomic<int>& broken) {
  http::test::RawClient client(port);
  const std::string request =
      post("/api/v1/match", "{\"profile\":{\"employees\":20},\"detail\":\"full\"}");
  while (client.send(request)) {
    const http::test::Reply reply = client.receive();
    if (reply.status == 0) {
      if (client.hasPart()) ++broken;
      return;
    }
    ++answered;
    if (reply.header("Connection") == "close") return;
  }
}

}  // namespace

void stopUnderLoad(Report& report) {
  Service service({"--drain-seconds", std::to_string(kDrainSeconds)});
  std::atomic<int> answered{0};
  std::atomic<int> broken{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 16; ++i) {
    clients.emplace_back([&] { work(service.port(), answered, broken); });
  }
  const Socket slow(service.port(), "127.0.0.1");
  slow.send("POST /api/v1/match HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{");
  while (answered < 200) std::this_thread::yield();
  const Clock::time_point begin = Clock::now();
  service.signal(SIGTERM);
  while (Socket(service.port(), "127.0.0.1").isOpen() && Clock::now() - begin < kPatience) {
  }
  report.atMost("stop under load: new connections refused after", millisecondsSince(begin),
                kRefusedMs, "ms");
  const int exit_code = service.wait();
  report.atMost("stop under load, with a slow client: ended after", millisecondsSince(begin) / 1000,
                kDrainSeconds + 2, "s");
  for (std::thread& client : clients) client.join();
  report.atMost("stop under load: answers cut in the middle", broken, 0, "");
  report.atMost("stop under load: exit code", exit_code, 0, "");
}

}  // namespace policycalc::soak
