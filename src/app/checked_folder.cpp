#include "app/checked_folder.h"

#include <utility>

#include "policycalc/catalogue/lint.h"
#include "policycalc/catalogue/stories.h"
#include "policycalc/engine/conformance.h"

#include "app/workdays_file.h"

namespace policycalc::app {
namespace {

void append(base::Issues& issues, const base::Issues& more) {
  issues.insert(issues.end(), more.begin(), more.end());
}

}  // namespace

base::Result<CheckedFolder, base::Issues> checkFolder(const std::string& folder) {
  auto files = catalogue::readPolicyFolder(folder);
  auto cases = catalogue::readWorkedCases(folder);
  auto stories = catalogue::readStories(folder);
  base::Issues issues;
  for (const auto* read : {&files, &cases, &stories}) {
    if (!read->ok()) append(issues, read->error());
  }
  if (!issues.empty()) return issues;
  const auto workdays = readWorkdaysText(folder);
  const auto deadlines = readWorkdays(folder);
  if (!deadlines.ok()) append(issues, deadlines.error());
  if (deadlines.ok() && !deadlines->keeping()) {
    issues.push_back({base::Severity::kError, "missing_field", "hall/workdays.json", "", 0, 0,
                      "`keeping` is missing: when the keeper's page names what runs out"});
  }
  auto catalogue = catalogue::Catalogue::load(*files);
  if (!catalogue.ok()) {
    append(issues, catalogue.error());
    base::sortIssues(issues);
    return issues;
  }
  engine::WorkedCaseReport report = engine::runWorkedCases(*catalogue, *cases);
  append(issues, catalogue::lint(**catalogue, *files));
  append(issues, report.issues);
  base::sortIssues(issues);
  if (!issues.empty() || !workdays.ok()) return issues;
  return CheckedFolder{std::move(files).value(),
                       std::move(cases).value(),
                       std::move(stories).value(),
                       *catalogue,
                       *workdays,
                       std::move(report)};
}

bool isUnchanged(const std::string& folder, const CheckedFolder& checked) {
  const auto files = catalogue::readPolicyFolder(folder);
  const auto cases = catalogue::readWorkedCases(folder);
  const auto workdays = readWorkdaysText(folder);
  return files.ok() && cases.ok() && workdays.ok() && *files == checked.files &&
         *cases == checked.cases && *workdays == checked.workdays;
}

std::string conformancePack(const std::string& folder, std::string_view catalogue_hash) {
  const auto cases = catalogue::readWorkedCases(folder);
  return cases.ok() ? engine::writeConformancePack(catalogue_hash, *cases) : std::string();
}

}  // namespace policycalc::app
