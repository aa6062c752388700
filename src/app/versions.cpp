#include <iostream>
#include <string>

#include "app/publications_file.h"
#include "app/publishing.h"
#include "app/report.h"
#include "app/times.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::Publication;
using store::WaitingVersion;

const char* wordOf(store::PublicationKind kind) {
  switch (kind) {
    case store::PublicationKind::kFolder:
      return "taken from the folder of a service";
    case store::PublicationKind::kPublish:
      return "published";
    case store::PublicationKind::kRollback:
      break;
  }
  return "rolled back";
}

std::string by(const std::string& name) {
  return name.empty() ? "" : " by " + visibleText(name);
}

void printReasons(const std::string& why, const std::string& what) {
  if (!why.empty()) std::cout << "    why:  " << visibleText(why) << '\n';
  if (!what.empty()) std::cout << "    what: " << visibleText(what) << '\n';
}

void print(const Publication& one, bool is_in_use) {
  std::cout << one.number << "  " << one.hash << (is_in_use ? "  in use" : "") << "\n    "
            << wordOf(one.kind) << " " << chinaTime(one.at) << " (UTC+8)" << by(one.by)
            << (one.approved_by.empty() ? "" : ", approved" + by(one.approved_by)) << '\n';
  printReasons(one.why, one.what);
}

void print(const WaitingVersion& one) {
  const bool waits = one.state == WaitingVersion::State::kWaiting;
  std::cout << "-  " << one.hash << (waits ? "  waits for approval" : "  withdrawn")
            << "\n    published " << chinaTime(one.at) << " (UTC+8)" << by(one.by) << '\n';
  printReasons(one.why, one.what);
  if (waits) return;
  std::cout << "    withdrawn " << chinaTime(*one.ended_at) << " (UTC+8)" << by(one.ended_by)
            << ": " << visibleText(one.ended_why) << '\n';
}

int listVersions(const Settings& settings) {
  const auto publications = openPublications(settings);
  const auto waiting = publications->waitingVersions();
  const auto printThose = [&](WaitingVersion::State state) {
    for (const WaitingVersion& one : waiting) {
      if (one.state == state) print(one);
    }
  };
  printThose(WaitingVersion::State::kWaiting);
  const std::int64_t in_use = publications->inUse();
  for (const Publication& one : publications->list()) print(one, one.number == in_use);
  printThose(WaitingVersion::State::kWithdrawn);
  return kDone;
}

}  // namespace

void addVersions(Program& program) {
  program.command(
      "versions", "list what waits and what was in use: when, by whom, why and what changed",
      {"database"}, [](const Settings& settings) {
        return guarded("policycalc versions", settings, [&] { return listVersions(settings); });
      });
}

}  // namespace policycalc::app
