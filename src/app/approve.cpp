#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>
#include <string>

#include "policycalc/base/text.h"
#include "policycalc/desk/rules/comparable_name.h"

#include "app/clock.h"
#include "app/publications_file.h"
#include "app/published.h"
#include "app/publishing.h"
#include "app/report.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::Publications;
using store::WaitingVersion;

struct ApproveOptions {
  std::string hash;
  std::string by;
  std::string why;  ///< of a withdrawal
};

/// Why no version that waits has the hash.
std::string whyNot(const std::string& hash, const Publications& publications) {
  const std::int64_t in_use = publications.inUse();
  for (const store::Publication& one : publications.list()) {
    if (!namesVersion(hash, one.hash)) continue;
    return one.number == in_use
               ? one.hash + " is in use already"
               : one.hash + " was in use before; `policycalc rollback` brings it back";
  }
  for (const WaitingVersion& one : publications.waitingVersions()) {
    if (namesVersion(hash, one.hash)) {
      return one.hash + " was withdrawn by " + base::quoted(visibleText(one.ended_by));
    }
  }
  return base::quoted(hash) + " names no version; see `policycalc versions`";
}

/// The version with this hash that waits for approval, or why none does.
base::Result<WaitingVersion> waitingVersion(const std::string& hash,
                                            const Publications& publications) {
  const auto unknown = [](std::string why) {
    return base::Error{base::Error::Code::kInvalid, std::move(why), {}};
  };
  std::optional<WaitingVersion> found;
  for (const WaitingVersion& one : publications.waitingVersions()) {
    if (one.state != WaitingVersion::State::kWaiting || !namesVersion(hash, one.hash)) continue;
    if (found) return unknown(base::quoted(hash) + " names several versions");
    found = one;
  }
  if (!found) return unknown(whyNot(hash, publications));
  return *found;
}

bool isSamePerson(const std::string& one, const std::string& other) {
  return desk::comparableName(one) == desk::comparableName(other);
}

int approve(const ApproveOptions& options, Publications& publications) {
  const auto refuse = [](const std::string& why) {
    return complain("policycalc approve", "nothing has changed: " + why, kRefused);
  };
  const auto waiting = waitingVersion(options.hash, publications);
  if (!waiting.ok()) return refuse(waiting.error().message);
  if (isSamePerson(waiting->by, options.by)) {
    return refuse(base::quoted(visibleText(waiting->by)) +
                  " published it: a second person has to approve it");
  }
  const auto policies = publications.waitingPolicies(waiting->id);
  const auto readable = policies ? policiesOf(*policies)
                                 : base::Result<Policies>(base::Error{
                                       base::Error::Code::kInvalid, "its texts are missing", {}});
  if (!readable.ok()) {
    return refuse(waiting->hash +
                  " cannot be read by this version of the program: " + readable.error().message);
  }
  const auto number = publications.approve(waiting->id, options.by, now());
  if (!number) {
    const auto still = waitingVersion(waiting->hash, publications);
    return refuse(still.ok() ? "publication " + std::to_string(publications.inUse()) +
                                   " came into use after " + waiting->hash +
                                   " was tried; withdraw it and publish its folder again"
                             : still.error().message);
  }
  std::cout << "publication " << *number << " is in use: " << waiting->hash
            << "\nservices on this database answer by it within 5 seconds\n";
  return kDone;
}

int withdraw(const ApproveOptions& options, Publications& publications) {
  const auto refuse = [](const std::string& why) {
    return complain("policycalc withdraw", "nothing has changed: " + why, kRefused);
  };
  const auto waiting = waitingVersion(options.hash, publications);
  if (!waiting.ok()) return refuse(waiting.error().message);
  if (!publications.withdraw(waiting->id, options.by, options.why, now())) {
    return refuse(whyNot(waiting->hash, publications));
  }
  std::cout << waiting->hash << " is withdrawn\n";
  return kDone;
}

}  // namespace

void addApprove(Program& program) {
  const auto options = std::make_shared<ApproveOptions>();
  CLI::App& command = program.command(
      "approve", "bring a version into use that waits for a second person", {"database"},
      [options](const Settings& settings) {
        if (options->by.empty()) return complain("policycalc approve", "`--by` is needed", kUsage);
        return guarded("policycalc approve", settings,
                       [&] { return approve(*options, *openPublications(settings)); });
      });
  addHash(command, options->hash);
  addWho(command, options->by);
}

void addWithdraw(Program& program) {
  const auto options = std::make_shared<ApproveOptions>();
  CLI::App& command = program.command(
      "withdraw", "take back a version that waits for a second person", {"database"},
      [options](const Settings& settings) {
        if (options->by.empty() || options->why.empty()) {
          return complain("policycalc withdraw", "`--by` and `--why` are needed", kUsage);
        }
        return guarded("policycalc withdraw", settings,
                       [&] { return withdraw(*options, *openPublications(settings)); });
      });
  addHash(command, options->hash);
  addWhoAndWhy(command, options->by, options->why);
}

}  // namespace policycalc::app
