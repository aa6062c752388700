#include <algorithm>
#include <iostream>
#include <memory>
#include <string>

#include "policycalc/base/text.h"

#include "app/clock.h"
#include "app/keyed_store.h"
#include "app/publications_file.h"
#include "app/published.h"
#include "app/publishing.h"
#include "app/report.h"
#include "app/times.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::Publication;

struct RollbackOptions {
  std::string hash;
  std::string by;
  std::string why;
};

int refuse(const std::string& why) {
  return complain("policycalc rollback", "nothing has changed: " + why, kRefused);
}

/// Whether `text` names the hash: all of it, or its first digits with or without `sha256:`.
bool names(const std::string& text, const std::string& hash) {
  constexpr std::string_view kHead = "sha256:";
  constexpr std::size_t kFewestDigits = 6;
  const std::string full = text.rfind(kHead, 0) == 0 ? text : std::string(kHead) + text;
  return full.size() >= kHead.size() + kFewestDigits && hash.rfind(full, 0) == 0;
}

int rollBack(const RollbackOptions& options, store::Publications& publications) {
  const std::int64_t in_use = publications.inUse();
  const auto all = publications.list();
  const auto is_named = [&](const Publication& one) { return names(options.hash, one.hash); };
  const auto found = std::find_if(all.begin(), all.end(), is_named);
  if (found == all.end()) {
    return refuse(base::quoted(options.hash) + " names no version; see `policycalc versions`");
  }
  const bool is_clear = std::all_of(all.begin(), all.end(), [&](const Publication& one) {
    return !is_named(one) || one.hash == found->hash;
  });
  if (!is_clear) return refuse(base::quoted(options.hash) + " names several versions");
  if (found->number == in_use) return refuse(found->hash + " is in use already");
  const auto policies = publications.policies(found->number);
  if (!policies) return refuse(found->hash + " is no longer kept");
  const auto readable = policiesOf(*policies);
  if (!readable.ok()) {
    return refuse(found->hash +
                  " cannot be read by this version of the program: " + readable.error().message);
  }
  const auto number =
      publications.put({.kind = store::PublicationKind::kRollback,
                        .hash = found->hash,
                        .at = now(),
                        .by = options.by,
                        .why = options.why,
                        .what = "back to publication " + std::to_string(found->number)},
                       *policies, in_use);
  if (!number) return refuse("another publication came in between; run the command again");
  std::cout << "publication " << *number << " is in use: " << found->hash
            << "\nservices on this database answer by it within 5 seconds\n";
  return kDone;
}

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

void print(const Publication& one, bool is_in_use) {
  std::cout << one.number << "  " << one.hash << (is_in_use ? "  in use" : "") << "\n    "
            << wordOf(one.kind) << " " << chinaTime(one.at) << " (UTC+8)"
            << (one.by.empty() ? "" : " by " + visibleText(one.by)) << '\n';
  if (!one.why.empty()) std::cout << "    why:  " << visibleText(one.why) << '\n';
  if (!one.what.empty()) std::cout << "    what: " << visibleText(one.what) << '\n';
}

int listVersions(const Settings& settings) {
  const auto publications = openPublications(settings);
  const std::int64_t in_use = publications->inUse();
  for (const Publication& one : publications->list()) print(one, one.number == in_use);
  return kDone;
}

/// Does the work and turns a failure into one line.
template <typename Work>
int guarded(const char* command, const Settings& settings, const Work& work) {
  try {
    return work();
  } catch (const std::exception& error) {
    return complain(std::string("policycalc ") + command, namingDatabase(error.what(), settings),
                    kFailed);
  }
}

}  // namespace

void addRollback(Program& program) {
  const auto options = std::make_shared<RollbackOptions>();
  CLI::App& command = program.command(
      "rollback", "bring an earlier version of the policies back into use", {"database"},
      [options](const Settings& settings) {
        if (options->by.empty() || options->why.empty()) {
          return complain("policycalc rollback", "`--by` and `--why` are needed", kUsage);
        }
        return guarded("rollback", settings,
                       [&] { return rollBack(*options, *openPublications(settings)); });
      });
  addArgument(command, "HASH", options->hash, "the version, or the first digits of its hash")
      ->required()
      ->check(refuseEmpty);
  addWhoAndWhy(command, options->by, options->why);
}

void addVersions(Program& program) {
  program.command("versions", "list what was in use: when, by whom, why and what changed",
                  {"database"}, [](const Settings& settings) {
                    return guarded("versions", settings, [&] { return listVersions(settings); });
                  });
}

}  // namespace policycalc::app
