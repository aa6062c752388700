#include <memory>

#include "app/commands.h"
#include "app/roll_run.h"

namespace policycalc::app {

void addRoll(Program& program) {
  const auto options = std::make_shared<RollOptions>();
  CLI::App& command = program.command(
      "roll", "list the companies of a registry for one measure, for its unit to check",
      {"policies", "database"},
      [options](const Settings& settings) { return runRollCommand(*options, settings); });
  addRegistryOptions(command, options->registry);
  command.add_option("--measure", options->measure, "the measure of the list")
      ->type_name("ID")
      ->required()
      ->check(refuseEmpty);
  command
      .add_option("--output", options->output,
                  "the list; only its owner can read it; compressed if the name ends with .gz or "
                  ".zst")
      ->type_name("FILE")
      ->required()
      ->check(refuseEmpty);
  command.add_option("--format", options->form, "the form of the list (default: csv)")
      ->type_name("ndjson|csv")
      ->check(refuseOtherForm);
  command
      .add_option("--last", options->last,
                  "a former list of the measure: tell who is new, changed or gone")
      ->type_name("FILE")
      ->check(refuseEmpty);
  command
      .add_option("--by", options->by,
                  "the account of the service hall that the run is for: puts the run on the trail")
      ->type_name("ACCOUNT")
      ->check(refuseEmpty);
  addMatchOptions(command, options->registry);
  command.footer(
      "The list has the companies that are eligible, conditional, or one fact short of an answer, "
      "and those of which only the type of organisation is not known; it is for the unit and not "
      "for the public. A summary is printed. The trail tells who ran it, the measure, the version "
      "of the policies and the counts, never a company.\n"
      "Exit codes: 0 every line read, 1 lines refused, the input not readable to its end or the "
      "account refused, 2 usage or a wrong mapping, 3 the list or the trail could not be written, "
      "130 interrupted");
}

}  // namespace policycalc::app
