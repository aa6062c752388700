#include "app/registry_input.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>
#include <utility>

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"

#include "app/clock.h"
#include "app/existing_store.h"
#include "app/policies_folder.h"
#include "app/program.h"
#include "app/report.h"

namespace policycalc::app {
namespace {

constexpr int kMostJobs = 1024;

int refuse(const base::Issues& issues) {
  printIssues(issues);
  return kRefused;
}

bool endsWithCsv(std::string_view name) {
  for (const std::string_view ending : {".gz", ".zst"}) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  return name.ends_with(".csv");
}

}  // namespace

std::string refuseOtherForm(const std::string& form) {
  return form == "ndjson" || form == "csv" ? ""
                                           : base::quoted(form) + " is neither `ndjson` nor `csv`";
}

std::optional<registry::Mapping> mappingIn(const std::string& who, const std::string& file,
                                           const facts::Vocabulary& vocabulary) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream) {
    complain(who, base::quoted(file) + " cannot be read", kUsage);
    return {};
  }
  auto mapping = registry::Mapping::read(text, file, vocabulary);
  if (mapping.ok()) return std::move(mapping).value();
  printIssues(mapping.error());
  return {};
}

void addRegistryOptions(CLI::App& command, RegistryOptions& options) {
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
}

void addMatchOptions(CLI::App& command, RegistryOptions& options) {
  command.add_option("--as-of", options.as_of, "the day to answer for (default: today at UTC+8)")
      ->type_name("DATE")
      ->check(refuseOtherThanDate);
  command
      .add_option("--catalogue", options.catalogue,
                  "answer by an earlier version of the policies that the database keeps")
      ->type_name("HASH")
      ->check(refuseEmpty);
  command.add_option("--jobs", options.jobs, "threads that match (default: one for each core)")
      ->type_name("N")
      ->check(CLI::Range(1, kMostJobs));
}

RegistryInput::RegistryInput(std::string who, const RegistryOptions& options,
                             const Settings& settings)
    : who_(std::move(who)),
      options_(options),
      settings_(settings),
      is_csv_(options.input_form.empty() ? endsWithCsv(options.file) : options.input_form == "csv"),
      input_(BatchFile::toRead(options.file)) {}

int RegistryInput::usage(const std::string& message) const {
  return complain(who_, message, kUsage);
}

RegistryInput::Ended RegistryInput::checkFiles(const std::string& output) const {
  if (input_.file() < 0) return usage(base::quoted(options_.file) + " cannot be read");
  if (output != "-" && isSameFile(options_.file, output)) {
    return usage("the output would overwrite the input");
  }
  return {};
}

RegistryInput::Ended RegistryInput::loadPolicies() {
  day_ = options_.as_of.empty() ? today() : *base::Date::parse(options_.as_of);
  if (!options_.catalogue.empty()) return loadVersion();
  const auto catalogue = catalogueIn(settings_.policies);
  if (!catalogue.ok()) return refuse(catalogue.error());
  catalogue_ = *catalogue;
  return {};
}

RegistryInput::Ended RegistryInput::loadVersion() {
  const auto store = openExistingStore(settings_);
  const auto version = store->catalogueVersions().find(options_.catalogue);
  if (!version) {
    return usage("the database has no version " + base::quoted(options_.catalogue) +
                 " of the policies");
  }
  const auto restored = catalogue::Catalogue::restore(version->content);
  if (!restored.ok()) return refuse(restored.error());
  catalogue_ = *restored;
  return {};
}

RegistryInput::Ended RegistryInput::loadMapping() {
  if (options_.mapping.empty()) return {};
  mapping_ = mappingIn(who_, options_.mapping, catalogue_->vocabulary());
  return mapping_ ? Ended() : kUsage;
}

RegistryInput::Ended RegistryInput::openRecords(bool only_look) {
  auto file = std::make_unique<registry::FileSource>(input_.file(), stop_.end());
  source_ = file.get();
  auto bytes = registry::unpacked(std::move(file));
  registry::ReaderOptions reading;
  reading.encoding = options_.encoding;
  auto reader = is_csv_ ? registry::readCsv(std::move(bytes), reading)
                        : registry::readLines(std::move(bytes), reading);
  if (!reader.ok()) return refuse({reader.error()});
  reader_ = std::move(reader).value();
  if (only_look || !is_csv_) return {};
  const auto& columns = reader_->columns();
  if (!mapping_) {
    mapping_ = registry::Mapping::ofFacts(columns, key(), catalogue_->vocabulary());
  }
  const base::Issues issues = mapping_->check(columns, key());
  if (!options_.key.empty() &&
      std::find(columns.begin(), columns.end(), options_.key) == columns.end()) {
    return usage(base::quoted(options_.key) + " is not a column of the input" +
                 base::didYouMean(base::nearestNames(options_.key, columns)));
  }
  return issues.empty() ? Ended() : refuse(issues);
}

std::string RegistryInput::key() const {
  if (!options_.key.empty()) return options_.key;
  return mapping_ && !mapping_->key().empty() ? mapping_->key() : "id";
}

unsigned RegistryInput::jobs() const {
  return options_.jobs > 0 ? options_.jobs : std::thread::hardware_concurrency();
}

int RegistryInput::refuseMeasure(const std::string& id) const {
  std::vector<std::string> ids;
  for (const catalogue::Clause* measure : catalogue_->measures()) ids.push_back(measure->id);
  return usage(base::quoted(id) + " is not a measure" +
               base::didYouMean(base::nearestNames(id, ids)));
}

}  // namespace policycalc::app
