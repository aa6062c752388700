// `policycalc lint --coverage`: the table of clauses and their worked cases.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;

const char* const kPolicies = POLICYCALC_SOURCE_DIR "/policies";

/// A line of the table. Spaces separate the columns; only the title may contain them.
struct Line {
  std::string item, cell, clause, kind, yes, no, open, last_checked, title;
};

struct Table {
  std::string head;
  std::vector<Line> lines;
  std::string reach;
  std::string summary;
};

Table coverageOf(const std::string& out) {
  Table table;
  std::istringstream text(out);
  std::getline(text, table.head);
  for (std::string line; std::getline(text, line) && !line.empty();) {
    std::istringstream words(line);
    Line row;
    words >> row.item >> row.cell >> row.clause >> row.kind >> row.yes >> row.no >> row.open >>
        row.last_checked;
    std::getline(words >> std::ws, row.title);
    table.lines.push_back(row);
  }
  std::getline(text, table.reach);
  std::string hash;
  std::getline(text, hash);
  std::getline(text, table.summary);
  return table;
}

const Table& realTable() {
  static const Table table = [] {
    const Finished finished = run({"lint", "--coverage", kPolicies});
    BOOST_TEST_REQUIRE(finished.exit_code == 0, finished.err);
    return coverageOf(finished.out);
  }();
  return table;
}

long countOf(const std::string& kind) {
  const auto& lines = realTable().lines;
  return std::count_if(lines.begin(), lines.end(),
                       [&](const Line& line) { return line.kind == kind; });
}

/// A copy of the real policies that a test may break.
fs::path copyPolicies(const store::test::TemporaryFolder& folder) {
  fs::copy(kPolicies, folder.path() / "policies", fs::copy_options::recursive);
  return folder.path() / "policies";
}

void replaceIn(const fs::path& file, const std::string& from, const std::string& to) {
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::size_t at = text.find(from);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  std::ofstream(file) << text;
}

/// Replaces the row of contacts.csv for the same place.
void setRow(const fs::path& file, const std::string& row) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const std::size_t at = text.find("\n" + row.substr(0, row.find(',') + 1));
  BOOST_TEST_REQUIRE(at != std::string::npos);
  const std::size_t end = text.find_first_of("\r\n", at + 1);
  text.replace(at + 1, end - at - 1, row);
  std::ofstream(file, std::ios::binary) << text;
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(CoverageTable)

BOOST_AUTO_TEST_CASE(counts_are_those_of_the_notice) {
  std::set<std::string> items;
  std::set<std::string> cells;
  std::set<std::string> clauses;
  for (const Line& line : realTable().lines) {
    items.insert(line.item);
    cells.insert(line.item + "." + line.cell);
    clauses.insert(line.clause);
  }
  BOOST_TEST(items.size() == 36U);
  BOOST_TEST(cells.size() == 81U);
  BOOST_TEST(clauses.size() == 172U);
  BOOST_TEST(realTable().lines.size() == 172U);
  const long internal = countOf("internal");
  const long measures = countOf("benefit") + countOf("right") + countOf("service");
  BOOST_TEST(internal + measures == 172);
  BOOST_TEST(
      holds(realTable().summary, "36 items, 81 cells, 172 clauses: " + std::to_string(measures) +
                                     " measures, " + std::to_string(internal) + " internal; "));
}

BOOST_AUTO_TEST_CASE(expectations_of_the_summary_are_the_sum_of_the_table) {
  int sum = 0;
  for (const Line& line : realTable().lines) {
    for (const std::string& count : {line.yes, line.no, line.open}) {
      if (count != "-") sum += std::stoi(count);
    }
  }
  BOOST_TEST(holds(realTable().summary, " " + std::to_string(sum) + " expectations"),
             realTable().summary);
}

// Units without a contact are work to do, so the table counts them.
BOOST_AUTO_TEST_CASE(contacts_and_addresses_are_counted) {
  const std::regex form(
      R"((\d+) of (\d+) units and (\d+) of 21 halls have a contact; (\d+) of (\d+) documents have an address)");
  std::smatch counts;
  BOOST_TEST_REQUIRE(std::regex_match(realTable().reach, counts, form), realTable().reach);
  for (const std::size_t known : {1U, 4U}) {
    BOOST_TEST(std::stoi(counts[known]) <= std::stoi(counts[known + 1]));
  }
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  setRow(policies / "contacts.csv", "hall-360702,,,,,,");
  setRow(policies / "contacts.csv", "gz-finance,,,,,,");
  const auto reach = [&] {
    const Finished finished = run({"lint", "--coverage", policies.string()});
    BOOST_TEST_REQUIRE(finished.exit_code == 0, finished.err);
    const std::string line = coverageOf(finished.out).reach;
    BOOST_TEST_REQUIRE(std::regex_match(line, counts, form), line);
    return std::pair(std::stoi(counts[1]), std::stoi(counts[3]));
  };
  const auto [units, halls] = reach();
  setRow(policies / "contacts.csv", "hall-360702,,0797-0000000,,,某公告,2026-11-01");
  BOOST_TEST((reach() == std::pair(units, halls + 1)));
  setRow(policies / "contacts.csv", "gz-finance,某路 1 号,,,,某公告,2026-11-01");
  BOOST_TEST((reach() == std::pair(units + 1, halls + 1)));
  BOOST_TEST(run({"lint", policies.string()}).out.find("have a contact") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(measures_have_cases_and_internal_work_has_none) {
  // A measure without conditions: no answer can be missing.
  const std::set<std::string> always_decided = {"21.1.1", "21.1.3", "21.1.4"};
  for (const Line& line : realTable().lines) {
    const bool internal = line.kind == "internal";
    BOOST_TEST((line.yes == "-") == internal, line.clause);
    BOOST_TEST((line.no == "-") == internal, line.clause);
    BOOST_TEST((line.open == "-") == (internal || always_decided.count(line.clause) == 1),
               line.clause);
    for (const std::string& count : {line.yes, line.no, line.open}) {
      BOOST_TEST(count != "0", line.clause);
    }
    BOOST_TEST(line.last_checked.size() == 10U, line.clause);
    BOOST_TEST(!line.title.empty(), line.clause);
  }
}

BOOST_AUTO_TEST_CASE(columns_are_aligned) {
  const Finished finished = run({"--policies", kPolicies, "lint", "--coverage"});
  std::istringstream text(finished.out);
  std::string head;
  std::getline(text, head);
  const std::size_t title = head.find("title");
  const std::size_t kind = head.find("kind");
  int lines = 0;
  for (std::string line; std::getline(text, line) && !line.empty(); ++lines) {
    BOOST_TEST_REQUIRE(line.size() > title);
    BOOST_TEST((line[title - 1] == ' ' && line[title] != ' '), line);
    BOOST_TEST((line[kind - 1] == ' ' && line[kind] != ' '), line);
  }
  BOOST_TEST(lines == 172);
}

BOOST_AUTO_TEST_CASE(table_comes_only_after_lint_has_passed) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  fs::remove(policies / "measures/33-entrepreneur-training.json");
  fs::remove(policies / "cases/33-entrepreneur-training.json");
  replaceIn(policies / "measures/07-supply-chains.json", "\"cells\": 6", "\"cells\": 7");
  const Finished refused = run({"lint", "--coverage", policies.string()});
  BOOST_TEST(refused.exit_code == 1);
  BOOST_TEST(refused.out == "");
  BOOST_TEST(holds(refused.err, "missing_clause: item 33 has no file"), refused.err);
  BOOST_TEST(holds(refused.err, "missing_clause: cell 7 of item 7 has no clause"), refused.err);
}

// Lint and the worked cases report their issues in one list, by file and line.
BOOST_AUTO_TEST_CASE(a_measure_without_cases_is_listed_with_the_faults_of_lint) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  fs::remove(policies / "cases/33-entrepreneur-training.json");
  replaceIn(policies / "measures/07-supply-chains.json", "\"cells\": 6", "\"cells\": 7");
  const Finished refused = run({"lint", policies.string()});
  BOOST_TEST(refused.exit_code == 1);
  const std::size_t cell = refused.err.find("missing_clause: cell 7 of item 7");
  const std::size_t cases = refused.err.find("missing_case: `33.1` lacks ");
  BOOST_TEST_REQUIRE((cell != std::string::npos && cases != std::string::npos), refused.err);
  BOOST_TEST(cell < cases);
}

// That a company has been deregistered or the day lies outside the validity does not show that the
// measure's own conditions refuse anybody.
BOOST_AUTO_TEST_CASE(no_of_a_measure_with_conditions_comes_from_them) {
  const store::test::TemporaryFolder folder;
  const fs::path policies = copyPolicies(folder);
  std::ofstream(policies / "cases/33-entrepreneur-training.json") << R"({
    "item": 33, "base": { "district": "360702" }, "cases": [
      { "name": "有", "as_of": "2026-11-25", "profile": { "ownership": "private" }, "expect": { "33.1": "conditional" } },
      { "name": "开", "as_of": "2026-11-25", "profile": {}, "expect": { "33.1": "undetermined" } },
      { "name": "注销", "as_of": "2026-11-25", "profile": { "ownership": "private", "registration_status": "deregistered" }, "expect": { "33.1": "not_applicable" } },
      { "name": "以前", "as_of": "2024-03-12", "profile": { "ownership": "private" }, "expect": { "33.1": "not_in_force" } }] })";
  const Finished refused = run({"lint", policies.string()});
  BOOST_TEST(refused.exit_code == 1);
  BOOST_TEST(holds(refused.err, "missing_case: `33.1` lacks a no by its conditions\n1 issue\n"),
             refused.err);
  replaceIn(
      policies / "cases/33-entrepreneur-training.json",
      R"({ "ownership": "private", "registration_status": "deregistered" }, "expect": { "33.1": "not_applicable" })",
      R"({ "ownership": "foreign" }, "expect": { "33.1": "not_eligible" })");
  const Finished sound = run({"lint", policies.string()});
  BOOST_TEST(sound.exit_code == 0, sound.err);
}

BOOST_AUTO_TEST_CASE(flag_takes_no_value_and_belongs_to_lint) {
  BOOST_TEST(run({"--coverage", "lint", kPolicies}).exit_code == 0);
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{"lint", "--coverage=yes", kPolicies},
                                             {"lint", "--coverage", "--coverage", kPolicies},
                                             {"match", "--coverage"}}) {
    const Finished refused = run(words);
    BOOST_TEST(refused.exit_code == 2, refused.err);
    BOOST_TEST(refused.out == "");
  }
  BOOST_TEST(holds(run({"lint", "--help"}).out, "\n  --coverage  "));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
