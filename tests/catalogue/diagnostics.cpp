#include "catalogue/diagnostics.h"

#include "policycalc/base/text.h"

#include "facts/json_text.h"

namespace policycalc::test {

std::string issuesAfter(catalogue::PolicyFiles files, const std::vector<Change>& changes) {
  for (const Change& change : changes) {
    BOOST_REQUIRE(files.count(change.file) == 1U);
    if (change.from.empty()) {
      files.erase(change.file);
    } else {
      files[change.file] = replaced(files[change.file], change.from, change.to);
    }
  }
  const auto catalogue = catalogue::Catalogue::load(files);
  if (catalogue.ok()) return "";
  BOOST_TEST(worded(catalogue.error()));
  base::Issues sorted = catalogue.error();
  base::sortIssues(sorted);
  BOOST_TEST((sorted == catalogue.error()));
  std::vector<std::string> lines;
  for (const base::Issue& issue : catalogue.error()) {
    const bool absent = issue.code == "missing_file";
    BOOST_TEST((absent || (issue.line > 0 && issue.column > 0)), base::formatIssue(issue));
    BOOST_TEST((issue.severity == base::Severity::kError));
    lines.push_back(issue.file + " " + issue.pointer + " " + issue.code);
  }
  return base::join(lines, "\n");
}

}  // namespace policycalc::test
