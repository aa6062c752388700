#include <memory>

#include "policycalc/base/date.h"
#include "policycalc/base/text.h"
#include "policycalc/engine/match.h"

#include "app/batch_run.h"
#include "app/commands.h"

namespace policycalc::app {
namespace {

constexpr int kMostJobs = 1024;

std::string refuseOtherThanDate(const std::string& text) {
  const auto date = base::Date::parse(text);
  return date.ok() ? "" : base::quoted(text) + " is " + date.error().message;
}

std::string refuseOtherForm(const std::string& form) {
  return form == "ndjson" || form == "csv" ? ""
                                           : base::quoted(form) + " is neither `ndjson` nor `csv`";
}

std::string refuseOtherVerdict(const std::string& text) {
  if (engine::parseVerdict(text)) return "";
  std::vector<std::string> names;
  for (std::size_t i = 0; i < engine::kVerdicts; ++i) {
    names.emplace_back(toString(static_cast<engine::Verdict>(i)));
  }
  return base::quoted(text) + " is not one of " + base::join(names, ", ");
}

void addInput(CLI::App& command, BatchOptions& options) {
  addArgument(command, "FILE", options.file,
              "the companies, also as gzip or zstd; `-`, the default, is standard input");
  command
      .add_option("--input", options.input_form,
                  "the form of the input (default: csv for a file named so, else ndjson)")
      ->type_name("ndjson|csv")
      ->check(refuseOtherForm);
  command
      .add_option("--encoding", options.encoding,
                  "utf-8 or gb18030 (default: found out from the first 64 KiB)")
      ->type_name("NAME")
      ->check(refuseEmpty);
  command
      .add_option("--mapping", options.mapping,
                  "how columns become facts; see mappings/README.md in the policies")
      ->type_name("FILE")
      ->check(refuseEmpty);
  command
      .add_option("--key", options.key,
                  "the member or column that names a company (default: that of the mapping, or id)")
      ->type_name("COLUMN")
      ->check(refuseEmpty);
  addSwitch(command, "--check-mapping", options.check_mapping,
            "only report what the mapping does not know: columns, and values with their counts");
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
                  "the verdicts to tell, separated by commas (default: eligible,conditional)")
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
  command.add_option("--as-of", options.as_of, "the day to answer for (default: today at UTC+8)")
      ->type_name("DATE")
      ->check(refuseOtherThanDate);
  command.add_option("--jobs", options.jobs, "threads that match (default: one for each core)")
      ->type_name("N")
      ->check(CLI::Range(1, kMostJobs));
}

}  // namespace

void addBatch(Program& program) {
  const auto options = std::make_shared<BatchOptions>();
  CLI::App& command = program.command(
      "batch", "match every company of a file, each line with its verdicts or its fault",
      {"policies"},
      [options](const Settings& settings) { return runBatchCommand(*options, settings); });
  addInput(command, *options);
  addOutput(command, *options);
  command.footer(
      "The last line tells how many lines were answered and refused; it says `\"done\": true` only "
      "if the input was read to its end.\n"
      "Exit codes: 0 every line answered, 1 lines refused or the input not readable to its end, "
      "2 usage or a wrong mapping, 3 the output could not be written, 130 interrupted");
}

}  // namespace policycalc::app
