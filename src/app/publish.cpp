#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

#include "policycalc/base/text.h"
#include "policycalc/impact/writing.h"

#include "app/checked_folder.h"
#include "app/clock.h"
#include "app/existing_store.h"
#include "app/keyed_store.h"
#include "app/publications_file.h"
#include "app/publishing.h"
#include "app/report.h"
#include "app/service_key.h"
#include "app/shadow_run.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

namespace fs = std::filesystem;

struct PublishOptions {
  std::string folder;
  std::string by;
  std::string why;
  std::string report;  ///< the folder for the report; "" if it is only printed
  bool dry_run = false;
};

int refuse(const std::string& why) {
  return complain("policycalc publish", "nothing has changed: " + why, kRefused);
}

void writeFile(const fs::path& path, const std::string& text) {
  std::ofstream stream(path, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) throw std::runtime_error(base::quoted(path.string()) + " cannot be written");
}

void writeReport(const impact::Report& report, const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw std::runtime_error(base::quoted(folder.string()) + " cannot be made");
  writeFile(folder / "report.txt", impact::textOf(report) + "\n");
  writeFile(folder / "report.json", impact::jsonOf(report) + "\n");
  writeFile(folder / "report.html", impact::pageOf(report));
}

/// Tries the folder beside the policies in use, prints the report and returns it.
impact::Report tryOut(const CheckedFolder& checked, const store::PublishedPolicies& before,
                      const PublishOptions& options, const Settings& settings) {
  const auto store = openExistingStore(settings);
  const auto keys = serviceKeys(*store, settings, MissingKey::kRefuse);
  const auto restored = catalogue::Catalogue::restore(before.content);
  if (!restored.ok()) {
    throw std::runtime_error("the policies in use, " + before.hash +
                             ", cannot be read by this version of the program");
  }
  impact::Report report = runInShadow({.before = *restored,
                                       .after = checked,
                                       .saved = store->savedProfiles(),
                                       .records = store->keyRecord(),
                                       .keys = keys.ok() ? std::optional(*keys) : std::nullopt,
                                       .day = today(),
                                       .now = now()});
  std::cout << visibleLines(impact::textOf(report), "");
  if (!keys.ok()) std::cout << "No saved profile was tried: " << keys.error().message << '\n';
  if (!options.report.empty()) writeReport(report, options.report);
  return report;
}

/// Brings the policies into use.
int bringIntoUse(store::Publications& publications, const PublishOptions& options,
                 const store::PublishedPolicies& after, const std::string& what,
                 const store::Publication& before) {
  const auto number = publications.put({.kind = store::PublicationKind::kPublish,
                                        .hash = after.hash,
                                        .at = now(),
                                        .by = options.by,
                                        .why = options.why,
                                        .what = what},
                                       after, before.number);
  if (!number) return refuse("another publication came in between; run the command again");
  std::cout << "\npublication " << *number << " is in use: " << after.hash
            << "\nservices on this database answer by it within 5 seconds; `policycalc rollback "
            << before.hash << "` goes back\n";
  return kDone;
}

/// Keeps the policies until a second person approves them.
int propose(store::Publications& publications, const PublishOptions& options,
            const store::PublishedPolicies& after, const std::string& what,
            const store::Publication& before) {
  const bool is_kept = publications.propose({.hash = after.hash,
                                             .at = now(),
                                             .by = options.by,
                                             .why = options.why,
                                             .what = what,
                                             .over = before.number},
                                            after);
  if (!is_kept) return refuse("another publication came in between; run the command again");
  std::cout << '\n'
            << after.hash
            << " waits for approval; until then the policies in use stay\n"
               "`policycalc approve "
            << after.hash << "` by a second person brings it into use, `policycalc withdraw "
            << after.hash << "` takes it back\n";
  return kDone;
}

bool waits(const store::Publications& publications, const std::string& hash) {
  const auto all = publications.waitingVersions();
  return std::any_of(all.begin(), all.end(), [&](const store::WaitingVersion& one) {
    return one.hash == hash && one.state == store::WaitingVersion::State::kWaiting;
  });
}

int publish(const PublishOptions& options, const Settings& settings) {
  if (!options.dry_run && (options.by.empty() || options.why.empty())) {
    return complain("policycalc publish", "`--by` and `--why` are needed, or `--dry-run`", kUsage);
  }
  const auto checked = checkFolder(options.folder);
  if (!checked.ok()) {
    printIssues(checked.error());
    return refuse("the folder has issues");
  }
  try {
    const auto publications = openPublications(settings);
    const std::int64_t before = publications->inUse();
    const auto in_use = policiesInUse(*publications, before);
    const impact::Report report = tryOut(*checked, in_use, options, settings);
    if (options.dry_run) return kDone;
    const catalogue::Catalogue& catalogue = *checked->catalogue;
    const store::PublishedPolicies after{catalogue.hash(), catalogue.content(), checked->workdays,
                                         conformancePack(options.folder, catalogue.hash())};
    if (after == in_use) return refuse("these policies are in use already");
    if (!isUnchanged(options.folder, *checked)) {
      return refuse("the folder was written to in the meantime");
    }
    if (waits(*publications, after.hash)) {
      return refuse(after.hash +
                    " waits for approval already; `policycalc withdraw` takes it back");
    }
    const store::Publication in_use_now{.number = before, .hash = in_use.hash};
    const auto bring = settings.second_approval ? propose : bringIntoUse;
    return bring(*publications, options, after, summaryOf(report), in_use_now);
  } catch (const std::exception& error) {
    return complain("policycalc publish",
                    "nothing has changed: " + namingDatabase(error.what(), settings), kFailed);
  }
}

}  // namespace

void addPublish(Program& program) {
  const auto options = std::make_shared<PublishOptions>();
  CLI::App& command =
      program.command("publish", "bring a policies folder into use, and report what that changes",
                      {"database", "service_key"},
                      [options](const Settings& settings) { return publish(*options, settings); });
  addArgument(command, "DIR", options->folder, "the folder with the new policies")
      ->required()
      ->check(refuseEmpty);
  addWhoAndWhy(command, options->by, options->why);
  addSwitch(command, "--dry-run", options->dry_run,
            "only report what would change, for which firms, by which condition");
  command
      .add_option("--report", options->report,
                  "also write the report as report.txt, report.json and report.html into a folder")
      ->type_name("DIR")
      ->check(refuseEmpty);
}

}  // namespace policycalc::app
