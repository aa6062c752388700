// policycalc_soak [NAME…] attacks the program, each attack on a new service, and prints its figures
// beside their bounds as a Markdown table. Exit code 1 if one is beyond its bound.
#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <exception>
#include <iostream>
#include <string_view>
#include <sys/resource.h>
#include <vector>

#include "soak/report.h"

namespace policycalc::soak {
namespace {

constexpr std::array kAttacks = {
    Attack{"faulty-bodies", faultyBodies}, Attack{"unread-answers", unreadAnswers},
    Attack{"idle-flood", idleFlood},       Attack{"keep-alive-flood", keepAliveFlood},
    Attack{"slow-flood", slowFlood},       Attack{"stop-under-load", stopUnderLoad},
    Attack{"log-in-flood", logInFlood},    Attack{"killed-rotations", killedRotations},
    Attack{"clock-ahead", clockAhead},     Attack{"stalled-log", stalledLog},
    Attack{"key-flood", keyFlood},
};

/// An attacker needs more files than a usual program.
void raiseFileLimit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

bool run(const Attack& attack) {
  Report report;
  try {
    attack.run(report);
  } catch (const std::exception& error) {
    std::cout << "| " << attack.name << " | failed: " << error.what() << " | | NO |\n";
    return false;
  }
  for (const std::string& row : report.rows()) std::cout << row << std::endl;
  return report.holds();
}

int runAll(const std::vector<std::string_view>& names) {
  std::cout << "| attack | figure | bound | within |\n|---|---|---|---|" << std::endl;
  bool holds = true;
  std::size_t found = 0;
  for (const Attack& attack : kAttacks) {
    if (!names.empty() && std::find(names.begin(), names.end(), attack.name) == names.end()) {
      continue;
    }
    ++found;
    holds = run(attack) && holds;
  }
  if (found == 0 || (!names.empty() && found != names.size())) {
    std::cerr << "these are the attacks:";
    for (const Attack& attack : kAttacks) std::cerr << " " << attack.name;
    std::cerr << "\n";
    return 2;
  }
  return holds ? 0 : 1;
}

}  // namespace
}  // namespace policycalc::soak

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  policycalc::soak::raiseFileLimit();
  return policycalc::soak::runAll({argv + 1, argv + argc});
}
