// Measures of one cell that divide a quantity.
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/catalogue/lint.h"

#include "catalogue/lint/lint_policies.h"
#include "facts/json_text.h"
#include "support/real_policies.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

constexpr const char* kLow = R"({"fact": "budget", "at_most": {"parameter": "ceiling"}})";
constexpr const char* kHigh = R"({"fact": "budget", "more_than": {"parameter": "ceiling"}})";

struct Row {
  std::vector<const char*> criteria;
  const char* found;       ///< below /clauses/
  bool excluding = false;  ///< the first measure excludes the second
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  for (const char* criterion : row.criteria) out << criterion << " ";
  return out;
}

const Row kRows[] = {
    {{kLow, kHigh}, ""},
    // 2,000,000.00 in both measures or in neither; one fen more in neither.
    {{kLow, R"({"fact": "budget", "at_least": {"parameter": "ceiling"}})"},
     "1/requires band_overlap"},
    {{R"({"fact": "budget", "less_than": {"parameter": "ceiling"}})", kHigh},
     "1/requires band_gap"},
    {{kLow, R"({"fact": "budget", "at_least": 2000000.01})"}, "", true},
    {{kLow, R"({"fact": "budget", "at_least": 2000000.02})"}, "1/requires band_gap", true},
    // Unrelated measures: neither a shared figure nor an exclusion.
    {{kLow, R"({"fact": "budget", "at_least": 2000000.02})"}, ""},
    {{kLow, R"({"fact": "budget", "at_least": 5})"}, ""},
    {{kLow, R"({"fact": "budget", "at_least": 5})"}, "1/requires band_overlap", true},
    // The order in the file does not matter.
    {{R"({"fact": "budget", "at_least": {"parameter": "ceiling"}})", kLow},
     "1/requires band_overlap"},
    // Other conditions may differ: only combinations where both depend on the quantity count.
    {{R"({"all": [{"fact": "loan_need", "is": true}, {"fact": "budget", "at_most": 5}]})", kHigh},
     "1/requires band_gap",
     true},
    {{R"({"all": [{"fact": "loan_need", "is": true}, {"fact": "budget", "at_most": 5}]})",
      R"({"all": [{"fact": "loan_need", "is": false}, {"fact": "budget", "more_than": 9}]})"},
     "",
     true},
    // A separate ceiling for each kind, as in item 8.
    {{R"({"any": [{"all": [{"fact": "enterprise_size", "is": "micro"}, {"fact": "budget", "at_most": 5}]},
                  {"all": [{"fact": "enterprise_size", "is": "small"}, {"fact": "budget", "at_most": 9}]}]})",
      R"({"any": [{"all": [{"fact": "enterprise_size", "is": "micro"}, {"fact": "budget", "more_than": 5}]},
                  {"all": [{"fact": "enterprise_size", "is": "small"}, {"fact": "budget", "more_than": 9}]}]})"},
     ""},
    {{R"({"any": [{"all": [{"fact": "enterprise_size", "is": "micro"}, {"fact": "budget", "at_most": 5}]},
                  {"all": [{"fact": "enterprise_size", "is": "small"}, {"fact": "budget", "at_most": 9}]}]})",
      R"({"any": [{"all": [{"fact": "enterprise_size", "is": "micro"}, {"fact": "budget", "more_than": 9}]},
                  {"all": [{"fact": "enterprise_size", "is": "small"}, {"fact": "budget", "more_than": 5}]}]})"},
     "1/requires/any/0/all/1 band_gap"},
    // Three bands, whole and with a hole in the middle.
    {{R"({"fact": "employees", "less_than": 20})",
      R"({"all": [{"fact": "employees", "at_least": 20}, {"fact": "employees", "less_than": 300}]})",
      R"({"fact": "employees", "at_least": 300})"},
     ""},
    {{R"({"fact": "employees", "less_than": 20})",
      R"({"all": [{"fact": "employees", "at_least": 21}, {"fact": "employees", "less_than": 300}]})",
      R"({"fact": "employees", "at_least": 300})"},
     "2/requires band_gap",
     true},
    // Several measures of one band, and a ladder.
    {{kLow, kHigh, kHigh}, ""},
    {{R"({"fact": "employees", "at_least": 20})", R"({"fact": "employees", "at_least": 100})"}, ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(LintBands)

BOOST_DATA_TEST_CASE(each_value_falls_to_exactly_one_band, kRows, row) {
  std::vector<MeasureText> measures;
  for (const char* criterion : row.criteria) measures.push_back(measureWith(criterion));
  if (row.excluding) measures[0].relations = R"({ "excludes": ["1.1.b"], "leads_to": [] })";
  const std::string found = row.found;
  BOOST_TEST(lintOf(lintPolicies(measures)) ==
             (found.empty() ? "" : std::string(kLintMeasures) + " /clauses/" + found));
}

// From 2026 on `prize` is 600,000; until then the two meet.
BOOST_AUTO_TEST_CASE(each_period_of_a_figure_is_looked_at) {
  MeasureText low = measureWith(R"({"fact": "budget", "at_most": {"parameter": "prize"}})");
  MeasureText high = measureWith(R"({"fact": "budget", "more_than": 500000})");
  BOOST_TEST(lintOf(lintPolicies({low, high})) ==
             std::string(kLintMeasures) + " /clauses/1/requires band_overlap");
  low.valid = R"({ "from": "2024-01-01", "to": "2025-12-31" })";
  BOOST_TEST(lintOf(lintPolicies({low, high})) == "");
}

BOOST_AUTO_TEST_CASE(measures_of_other_cells_do_not_take_part) {
  auto files =
      lintPolicies({measureWith(kLow), measureWith(R"({"fact": "budget", "at_least": 2000000})")});
  BOOST_TEST(lintOf(files) == std::string(kLintMeasures) + " /clauses/1/requires band_overlap");
  std::string& text = files[kLintMeasures];
  text = replaced(text, R"("1.1.b")", R"("1.2.b")");
  text = replaced(text, R"("cell": 1, "clause": "b")", R"("cell": 2, "clause": "b")");
  text = replaced(text, R"("cells": 1)", R"("cells": 2)");
  BOOST_TEST(lintOf(files) == "");
}

// The procurement ceilings divide every budget exactly once, for each kind of procurement.
BOOST_AUTO_TEST_CASE(procurement_ceilings_of_the_notice) {
  BOOST_TEST(lintOf(realPolicies()) == "");
  const char* const file = "measures/08-sme-procurement.json";
  for (const char* ceiling : {"procurement.goods_services_ceiling", "procurement.works_ceiling"}) {
    const std::string term = R"(": { "parameter": ")" + std::string(ceiling) + R"(" })";
    auto files = realPolicies();
    files[file] = replacedAll(files[file], "more_than" + term, "at_least" + term);
    BOOST_TEST(lintOf(files).find("band_overlap") != std::string::npos, ceiling);
    files = realPolicies();
    files[file] = replacedAll(files[file], "at_most" + term, "less_than" + term);
    BOOST_TEST(lintOf(files).find("band_gap") != std::string::npos, ceiling);
  }
}

BOOST_AUTO_TEST_CASE(message_names_the_measures_and_the_value) {
  const auto files =
      lintPolicies({measureWith(kLow), measureWith(R"({"fact": "budget", "at_least": 2000000})")});
  const base::Issues issues = catalogue::lint(*loaded(files), files);
  BOOST_REQUIRE(issues.size() == 1U);
  BOOST_TEST(issues.front().message == "`1.1.a` and `1.1.b` both hold where `budget` is 2000000");
}

BOOST_AUTO_TEST_SUITE_END()
