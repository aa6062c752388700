// A folder of policies is tried beside those in use.
#include <filesystem>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "publishing/keeping.h"
#include "support/json_path.h"

namespace policycalc::app::test {
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(DryRun)

BOOST_AUTO_TEST_CASE(a_dry_run_reports_as_text_json_and_page_and_changes_nothing) {
  const Keeping keeping;
  const Finished same = keeping.tries();
  BOOST_TEST_REQUIRE(same.exit_code == 0, same.err);
  BOOST_TEST(holds(same.out, "0 changes; tried on "), same.out);
  BOOST_TEST(holds(same.out, "No verdict and no amount of a tried firm changes."), same.out);

  keeping.endAMeasure();
  const Finished tried = keeping.tries();
  BOOST_TEST_REQUIRE(tried.exit_code == 0, tried.err);
  BOOST_TEST(holds(tried.out, "measure 11.1.1a valid"), tried.out);
  BOOST_TEST(holds(tried.out, "10000 drawn"), tried.out);
  BOOST_TEST(holds(tried.out, "From 2999-07-01, another verdict:\n11.1.1a"), tried.out);
  BOOST_TEST(holds(tried.out, "eligible -> not_in_force"), tried.out);
  BOOST_TEST(holds(tried.out, "  now: 有效期 2024-03-13 至 2999-06-30\n"), tried.out);

  BOOST_TEST(textOf(keeping.report() / "report.txt") == tried.out);
  const auto report = policycalc::test::parse(textOf(keeping.report() / "report.json"));
  BOOST_TEST(policycalc::test::at(report, "/tried/by_origin/drawn").text == "10000");
  BOOST_TEST(holds(textOf(keeping.report() / "report.html"), "2999-07-01 起，结论不同"));

  // The policies in use are still the others.
  BOOST_TEST(keeping.tries().out == tried.out);
}

BOOST_AUTO_TEST_CASE(an_example_of_the_report_can_be_matched) {
  const Keeping keeping;
  keeping.endAMeasure();
  const Finished tried = keeping.tries();
  BOOST_TEST_REQUIRE(tried.exit_code == 0, tried.err);
  const std::string head = "  example: ";
  const std::size_t begin = tried.out.find(head);
  BOOST_TEST_REQUIRE(begin != std::string::npos, tried.out);
  const std::size_t end = tried.out.find('\n', begin);
  const std::string request = tried.out.substr(begin + head.size(), end - begin - head.size());
  const Finished now =
      run({"match", "--policies", keeping.policies().string(), "--format", "text"}, request);
  BOOST_TEST_REQUIRE(now.exit_code == 0, now.err);
  BOOST_TEST(holds(now.out, "有效期自 2024-03-13 至 2999-06-30"), now.out);
  const Finished before = run({"match", "--policies", ownPolicies().string()}, request);
  BOOST_TEST(before.exit_code == 0, before.err);
}

BOOST_AUTO_TEST_CASE(a_folder_with_faults_is_refused_with_all_of_them) {
  const Keeping keeping;
  // Its worked cases still expect 40 %.
  edit(keeping.policies() / "parameters.json", "procurement.sme_share", "\"value\": 40",
       "\"value\": 45");
  const Finished cases = keeping.tries();
  BOOST_TEST(cases.exit_code == 1);
  BOOST_TEST(cases.out.empty());
  BOOST_TEST(holds(cases.err, "cases/08"), cases.err);
  BOOST_TEST(holds(cases.err, "case_failed"), cases.err);
  BOOST_TEST(holds(cases.err, "nothing has changed: the folder has issues"), cases.err);
  fs::resize_file(keeping.policies() / "parameters.json", 1000);
  const Finished cut = keeping.tries();
  BOOST_TEST(cut.exit_code == 1);
  BOOST_TEST(holds(cut.err, "parameters.json:"), cut.err);
  BOOST_TEST(!fs::exists(keeping.report()));
}

BOOST_AUTO_TEST_CASE(a_wrong_database_is_named) {
  const Keeping keeping;
  const Finished finished = run({"publish", keeping.policies().string(), "--dry-run", "--database",
                                 keeping.database() + "x"});
  BOOST_TEST(finished.exit_code == 3);
  BOOST_TEST(holds(finished.err, "x does not exist"), finished.err);
  BOOST_TEST(!fs::exists(keeping.database() + "x"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
