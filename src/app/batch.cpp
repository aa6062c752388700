#include <memory>

#include "policycalc/base/text.h"
#include "policycalc/engine/match.h"

#include "app/batch_run.h"
#include "app/commands.h"

namespace policycalc::app {
namespace {

std::string refuseOtherVerdict(const std::string& text) {
  if (engine::parseVerdict(text)) return "";
  std::vector<std::string> names;
  for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
    names.emplace_back(toString(static_cast<engine::Verdict>(i)));
  }
  return base::quoted(text) + " is not one of " + base::join(names, ", ");
}

void addOutput(CLI::App& command, BatchOptions& options) {
  command
      .add_option("--output", options.output,
                  "the answers; compressed if the name ends with .gz or .zst (default: `-`)")
      ->type_name("FILE")
      ->check(refuseEmpty);
  command.add_option("--format", options.form, "the form of the answers (default: ndjson)")
      ->type_name("ndjson|csv")
      ->check(refuseOtherForm);
  command
      .add_option("--only", options.only,
                  "the verdicts to tell, separated by commas (default: eligible,conditional; with "
                  "--count all)")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("VERDICTS")
      ->check(refuseOtherVerdict);
  command
      .add_option("--measure", options.measures, "tell only of these measures, separated by commas")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("IDS");
  addSwitch(command, "--explain", options.explain,
            "with ndjson: answer as `POST /api/v1/match` does, with the reasons");
  addSwitch(command, "--count", options.count,
            "tell only how many companies have each verdict on each measure");
  addMatchOptions(command, options.registry);
}

}  // namespace

void addBatch(Program& program) {
  const auto options = std::make_shared<BatchOptions>();
  CLI::App& command = program.command(
      "batch", "match every company of a file, each line with its verdicts or its fault",
      {"policies", "database"},
      [options](const Settings& settings) { return runBatchCommand(*options, settings); });
  addRegistryOptions(command, options->registry);
  addSwitch(command, "--check-mapping", options->check_mapping,
            "only report what the mapping does not know: columns, and values with their counts");
  addOutput(command, *options);
  command.footer(
      "The last line tells how many lines were answered and refused; it says `\"done\": true` only "
      "if the input was read to its end.\n"
      "Exit codes: 0 every line answered, 1 lines refused or the input not readable to its end, "
      "2 usage or a wrong mapping, 3 the output could not be written, 130 interrupted");
}

}  // namespace policycalc::app
