// Faults of the machine and of its operator: a new key that is killed, a clock that is wrong, a log
// that is not read.
#include <chrono>
#include <csignal>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "policycalc/store/store.h"

#include "app/sealed_hall.h"
#include "bench/http_load.h"
#include "http/raw_client.h"
#include "soak/attackers.h"
#include "soak/report.h"

namespace policycalc::soak {
namespace {

using app::test::Running;
using app::test::SealedHall;
using std::chrono::hours;

constexpr int kRotations = 60;
constexpr int kProfiles = 100;
constexpr int kHour = 1;
// Some megabytes of log: more than the pipe and the queue hold.
constexpr std::chrono::milliseconds kLoaded{10'000};
constexpr double kRate = 100;
constexpr double kStop = 4;  // seconds

}  // namespace

void killedRotations(Report& report) {
  const SealedHall hall;
  auto serving = hall.serve();
  constexpr unsigned kSeed = 20261129;
  std::mt19937 random(kSeed);  // NOLINT(cert-msc51-cpp): the same points each time
  std::uniform_int_distribution<int> milliseconds(0, 150);
  int kept = 0;
  for (int round = 0; round < kRotations; ++round) {
    if (hall.addFirm(*serving, round) == 201) ++kept;
    Running rotation(hall.words({"key-file", "rotate"}));
    std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds(random)));
    rotation.signal(SIGKILL);
    rotation.wait();
  }
  const int finished = hall.run({"key-file", "rotate"}).exit_code;
  int lost = 0;
  int doubled = 0;
  for (int round = 0; round < kRotations; ++round) {
    if (hall.found(*serving, round) != 1) ++lost;
    if (hall.addFirm(*serving, round) != 409) ++doubled;
  }
  report.atLeast("60 rotations of the key, killed while firms are added: firms added", kept,
                 kRotations, "");
  report.atMost("the same: firms lost or unreadable", lost, 0, "");
  report.atMost("the same: firms that could be added twice", doubled, 0, "");
  report.atMost("the same: exit code of the rotation that ends it", finished, 0, "");
}

void clockAhead(Report& report) {
  const SealedHall hall;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  // The confirmed time is ten years ago: to the service, the clock has jumped by ten years.
  const auto then = now - hours(24 * 365 * 10);
  {
    const auto store = hall.open();
    for (int i = 0; i < kProfiles; ++i) {
      const std::string name = std::to_string(i);
      store->savedProfiles().add({"lookup" + name, 1, then, then + hours(kHour), false, false,
                                  "sealed", "code" + name, ""});
    }
    store->clock().confirm(then);
  }
  const auto serving = hall.serve();
  const bool said = app::test::holds(
      http::test::exchange(serving->port(), get("/health/ready")).body, "clock_ahead");
  serving->signal(SIGTERM);
  serving->wait();
  const auto store = hall.open();
  int lost = 0;
  for (int i = 0; i < kProfiles; ++i) {
    if (!store->savedProfiles().find("lookup" + std::to_string(i), then)) ++lost;
  }
  report.atMost("a clock ten years ahead: saved profiles removed of 100", lost, 0, "");
  report.atLeast("the same: readiness says so", said ? 1 : 0, 1, "");
}

void stalledLog(Report& report) {
  const SealedHall hall;
  // Its standard error is a pipe that is not read before the end.
  const auto serving = hall.serve();
  const double rate =
      bench::load(serving->port(), get("/api/v1/documents"), 4, kLoaded).requests_per_second;
  report.atLeast("a log that is not read: requests answered in a second", rate, kRate, "");
  const std::string metrics = http::test::exchange(serving->port(), get("/metrics")).body;
  const bool counted = metrics.find("policycalc_log_lines_dropped_total 0\n") == std::string::npos;
  report.atLeast("the same: dropped lines are counted", counted ? 1 : 0, 1, "");
  const Clock::time_point stopping = Clock::now();
  serving->signal(SIGTERM);
  const int exit_code = serving->wait().exit_code;
  report.atMost("the same: exit code", exit_code, 0, "");
  report.atMost("the same: stopped after",
                std::chrono::duration<double>(Clock::now() - stopping).count(), kStop, "s");
}

}  // namespace policycalc::soak
