#include "catalogue/lint/lint_policies.h"

#include "policycalc/base/text.h"
#include "policycalc/catalogue/lint.h"

#include "facts/json_text.h"

namespace policycalc::test {
namespace {

constexpr const char* kUsesTheOtherFacts =
    R"({ "all": [{ "fact": "loan_need", "is": true }, { "fact": "awards", "has": "bronze" },
                 { "fact": "budget", "at_least": 1 },
                 { "fact": "ratio", "at_most": { "fact": "other_ratio" } }] })";

/// Gives the source of the clause `id` the letter of the id; all are made with `a`.
std::string withOwnSource(const std::string& text, const std::string& id) {
  const std::string source = R"("cell": 1, "clause": ")";
  const std::size_t clause = text.find("\"id\": \"" + id + "\"");
  const std::size_t letter = text.find(source, clause) + source.size();
  return text.substr(0, letter) + id.back() + text.substr(letter + 1);
}

}  // namespace

MeasureText measureWith(const std::string& requires_, const std::string& applies_when) {
  MeasureText measure;
  measure.requires_ = requires_;
  measure.applies_when = applies_when;
  return measure;
}

catalogue::PolicyFiles lintPolicies(std::vector<MeasureText> measures) {
  if (measures.empty()) measures.emplace_back();  // the figures cite clause a
  char letter = 'a';
  for (MeasureText& measure : measures) measure.id = std::string("1.1.") + letter++;
  measures.push_back(measureWith(kUsesTheOtherFacts));
  measures.back().id = "1.1.y";
  auto files = smallPolicies(measures);
  std::string& text = files[kLintMeasures];
  for (const MeasureText& measure : measures) text = withOwnSource(text, measure.id);
  text = replaced(text, "1.9.z", "1.1.z");
  files["documents.json"] =
      replaced(files["documents.json"], R"("last_item": 2)", R"("last_item": 1)");
  return files;
}

std::string lintOf(const catalogue::PolicyFiles& files) {
  const auto catalogue = loaded(files);
  const base::Issues issues = catalogue::lint(*catalogue, files);
  BOOST_TEST(worded(issues));
  base::Issues sorted = issues;
  base::sortIssues(sorted);
  BOOST_TEST((sorted == issues));
  std::vector<std::string> lines;
  for (const base::Issue& issue : issues) {
    // A missing row of contacts.csv has no line.
    const bool placed = issue.line > 0 && issue.column > 0;
    BOOST_TEST((placed || issue.file == "contacts.csv"), base::formatIssue(issue));
    BOOST_TEST((issue.severity == base::Severity::kError));
    lines.push_back(issue.file + " " + issue.pointer + " " + issue.code);
  }
  return base::join(lines, "\n");
}

std::string replacedAll(std::string text, std::string_view from, std::string_view to) {
  std::size_t at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, "the text does not hold " << from);
  for (; at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace policycalc::test
