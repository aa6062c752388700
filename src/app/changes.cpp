#include "policycalc/catalogue/changes.h"

#include <iostream>
#include <memory>

#include "policycalc/catalogue/catalogue.h"

#include "app/clock.h"
#include "app/commands.h"
#include "app/policies_folder.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using catalogue::Change;

struct ChangesOptions {
  std::string before;
  std::string after;  ///< "" for the folder of the settings
};

/// `measure 8.1.a requires [verdict]: …`
std::string headOf(const Change& change) {
  std::string head = std::string(toString(change.subject)) + " " + change.id;
  if (!change.field.empty()) head += " " + change.field;
  return head + " [" + std::string(toString(change.affects)) + "]";
}

void print(const Change& change) {
  std::string line = headOf(change);
  if (change.field.empty()) {
    line += change.after ? ": added" : change.before ? ": removed" : ": changed";
  }
  std::cout << visibleText(line) << '\n';
  if (change.before) std::cout << "  - " << visibleText(*change.before) << '\n';
  if (change.after) std::cout << "  + " << visibleText(*change.after) << '\n';
}

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
  for (const Change& change : found) print(change);
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
