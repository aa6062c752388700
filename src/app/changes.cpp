#include "policycalc/catalogue/changes.h"

#include <iostream>
#include <memory>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/impact/writing.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/policies_folder.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

struct ChangesOptions {
  std::string before;
  std::string after;  ///< "" for the folder of the settings
};

int changes(const ChangesOptions& options, const Settings& settings) {
  const LoadedCatalogue before = catalogueIn(options.before);
  const LoadedCatalogue after =
      catalogueIn(options.after.empty() ? settings.policies : options.after);
  for (const LoadedCatalogue* loaded : {&before, &after}) {
    if (!loaded->ok()) {
      printIssues(loaded->error());
      return kRefused;
    }
  }
  const auto found = catalogue::changesBetween(**before, **after, today());
  for (const catalogue::Change& change : found)
    std::cout << visibleLines(impact::textOf(change), "");
  std::cout << found.size() << (found.size() == 1 ? " change\n" : " changes\n");
  return kDone;
}

}  // namespace

void addChanges(Program& program) {
  const auto options = std::make_shared<ChangesOptions>();
  CLI::App& command =
      program.command("changes", "list what differs between two policies folders", {"policies"},
                      [options](const Settings& settings) { return changes(*options, settings); });
  addArgument(command, "OLD", options->before, "the earlier folder")
      ->required()
      ->check(refuseEmpty);
  addArgument(command, "NEW", options->after, "the later folder; else that of --policies")
      ->check(refuseEmpty);
}

}  // namespace policycalc::app
