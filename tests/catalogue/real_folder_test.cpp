// The real policies folder, and the issues after a single change.
#include <filesystem>
#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "catalogue/diagnostics.h"
#include "support/real_policies.h"

namespace policycalc::test {
using catalogue::AmountStatus;

namespace {

const std::string kFolder = POLICYCALC_SOURCE_DIR "/policies";

struct Row {
  const char* file;
  const char* from;
  const char* to;
  const char* code;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.to;
}

const Row kChanges[] = {
    {"measures/11-quality.json", R"("has": "china_quality_award",)", R"("has": "nobel_prize",)",
     "unknown_option"},
    {"measures/11-quality.json", R"("id": "11.1.1b",)", R"("id": "11.1.1a",)", "duplicate_id"},
    {"measures/11-quality.json", R"("item": 11,
  "title")",
     R"("item": 12,
  "title")",
     "wrong_value"},
    {"measures/12-bank-lending.json",
     R"({ "fact": "entity_type", "is": "bank", "text": "主体是银行" })",
     R"({ "fact": "kind", "is": "bank" })", "unknown_fact"},
    {"measures/12-bank-lending.json",
     R"("text": "小微企业贷款不良率不高于各项贷款不良率加 {{loan.sme_npl_tolerance}}")",
     R"("text": "{{loan.tolerance}}")", "unknown_parameter"},
    {"parameters.json", R"("id": "loan.sme_npl_tolerance")", R"("id": "loan.tolerance")",
     "unknown_parameter"},
    {"facts.json", R"("id": "enterprise_size")", R"("id": "size")", "missing_fact"},
    {"units.json", R"("id": "gz-market-regulation")", R"("id": "gz-market")", "unknown_unit"},
    {"documents.json", R"("id": "ck-2020-46")", R"("id": "ck-46")", "unknown_document"},
    {"size-standard.json", R"("id": "catering")", R"("id": "restaurants")", "unknown_option"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(RealFolder)

BOOST_AUTO_TEST_CASE(it_loads) {
  const auto loading = catalogue::Catalogue::load(realPolicies());
  std::string all;
  if (!loading.ok()) {
    for (const base::Issue& issue : loading.error()) all += base::formatIssue(issue) + "\n";
  }
  BOOST_TEST(all == "");
}

BOOST_AUTO_TEST_CASE(items_8_11_and_12_are_whole) {
  const auto catalogue = loaded(realPolicies());
  for (const char* id :
       {"8.1.a", "8.1.b", "8.1.c", "11.1.1a", "11.1.1b", "11.1.1c", "11.1.1d", "11.1.1e", "11.1.1f",
        "11.1.2", "11.1.3", "11.1.4", "11.2", "11.3", "12.1.1", "12.1.2", "12.1.2b", "12.1.3"}) {
    const catalogue::Clause* clause = catalogue->find(id);
    BOOST_REQUIRE_MESSAGE(clause != nullptr, id);
    BOOST_TEST(!clause->units.empty(), id);
    BOOST_TEST(!clause->provincial_units.empty(), id);
    BOOST_TEST(!clause->last_checked.empty(), id);
  }
  BOOST_TEST(!catalogue->find("11.2")->isMeasure());
  BOOST_TEST((catalogue->find("8.1.a")->scope == catalogue::Scope::kAnyone));
  BOOST_TEST(catalogue->find("9.9.z") == nullptr);
  // Figures of the notice: 300, 100, 100, 50 and 50 万元.
  const std::pair<const char*, const char*> awards[] = {{"11.1.1a", "3000000"},
                                                        {"11.1.1b", "1000000"},
                                                        {"11.1.1c", "1000000"},
                                                        {"11.1.1d", "500000"},
                                                        {"11.1.1e", "500000"}};
  const auto day = *base::Date::parse("2026-11-25");
  for (const auto& [id, yuan] : awards) {
    const catalogue::Amount& amount = catalogue->find(id)->benefits.front().amount;
    BOOST_TEST((amount.status == AmountStatus::kFixed));
    const auto value = criteria::evaluate(*amount.value, catalogue->symbols(), day, nullptr);
    BOOST_TEST((*value)->toString() == yuan, id);
  }
}

BOOST_AUTO_TEST_CASE(notice_chapters_and_counties) {
  const auto catalogue = loaded(realPolicies());
  BOOST_REQUIRE(catalogue->notice() != nullptr);
  BOOST_TEST(catalogue->notice()->number == "赣市经改办字〔2024〕2号");
  for (int item = 1; item <= 36; ++item) BOOST_TEST(catalogue->chapterOf(item) != nullptr, item);
  BOOST_TEST(catalogue->chapterOf(0) == nullptr);
  BOOST_TEST(catalogue->chapterOf(37) == nullptr);
  const auto& districts = catalogue->vocabulary().fact(catalogue->vocabulary().known().district);
  for (std::size_t i = 0; i < districts.options.size(); ++i) {
    const bool outside = districts.options[i].code == "outside";
    BOOST_TEST((catalogue->registry().countyOf(i) == nullptr) == outside,
               districts.options[i].code);
  }
}

BOOST_AUTO_TEST_CASE(clauses_and_measures_are_in_the_order_of_the_notice) {
  const auto catalogue = loaded(realPolicies());
  int item = 0;
  for (const catalogue::Clause* clause : catalogue->clauses()) {
    BOOST_TEST(clause->item >= item);
    item = clause->item;
    BOOST_TEST(catalogue->find(clause->id) == clause);
  }
  std::size_t measures = 0;
  for (const catalogue::Clause* clause : catalogue->clauses())
    measures += clause->isMeasure() ? 1 : 0;
  BOOST_TEST(catalogue->measures().size() == measures);
}

// After a single change, the fault is reported with file and line, and there is no catalogue.
BOOST_DATA_TEST_CASE(each_change_is_noticed, kChanges, row) {
  const std::string issues = issuesAfter(realPolicies(), {{row.file, row.from, row.to}});
  BOOST_TEST(issues.find(std::string(" ") + row.code) != std::string::npos, issues);
}

BOOST_AUTO_TEST_CASE(worked_cases_are_read_apart) {
  const auto cases = catalogue::readWorkedCases(kFolder);
  BOOST_REQUIRE(cases.ok());
  BOOST_TEST(cases->count("cases/11-quality.json") == 1U);
  for (const auto& [path, text] : realPolicies()) BOOST_TEST(path.rfind("cases/", 0) != 0U, path);
  BOOST_TEST(realPolicies().count("README.md") == 0U);
}

BOOST_AUTO_TEST_CASE(an_unreadable_folder_is_an_issue) {
  const auto nothing = catalogue::readPolicyFolder(kFolder + "/no-such-folder");
  BOOST_REQUIRE(!nothing.ok());
  BOOST_TEST(nothing.error().front().code == "unreadable");
  const auto file = catalogue::readPolicyFolder(kFolder + "/facts.json");
  BOOST_REQUIRE(!file.ok());
  BOOST_TEST(file.error().front().code == "unreadable");
  const auto no_measures = catalogue::readPolicyFolder(kFolder + "/measures");
  BOOST_REQUIRE(!no_measures.ok());
  BOOST_TEST(!catalogue::readWorkedCases(kFolder + "/measures").ok());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
