// Any window hears that a company withdraws its authorisation.
#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;

struct Elsewhere : Casework {
  Browser other = signedInAt(service, "nankang", "clerk", kNankang);

  /// The ids of what waits for the browser's window.
  static std::size_t waiting(const Browser& browser) {
    return at(bodyOf(browser.get("/withdrawals")), "/withdrawals").elements.size();
  }
};

/// How many the queue says wait, and since when.
std::string inQueue(const Browser& browser) {
  const Reply list = browser.get("/matters");
  const std::string count = valueAt(list, "/withdrawals/count");
  return count + " " + valueAt(list, "/withdrawals/oldest");
}

const std::string kFirm = R"({"credit_code":"913607021922038219","district":"360702"})";

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskWithdrawals)

BOOST_FIXTURE_TEST_CASE(with_a_reference_any_window_withdraws_at_once, Elsewhere) {
  const std::string matter = open();
  std::string reference = valueAt(clerk.get(matter), "/reference");
  reference.insert(4, "-");
  const Reply done = other.post("/withdrawals", R"({"reference":")" + reference + "\"}");
  BOOST_TEST_REQUIRE(done.status == 200, done.text);
  BOOST_TEST(valueAt(done, "/matters_withdrawn") == "1");
  BOOST_TEST(done.body.find("赣州甲食品") == std::string::npos);
  BOOST_TEST(clerk.get(applicant).status == 404);
  BOOST_TEST(valueAt(clerk.get(matter), "/state") == "withdrawn");
  BOOST_TEST(refusalOf(other.post("/withdrawals", R"({"reference":")" + reference + "\"}")) ==
             "404 no_applicant ");
}

BOOST_FIXTURE_TEST_CASE(by_credit_code_the_window_of_the_company_asks_back, Elsewhere) {
  const std::string firm = help(clerk, helpedBody("赣州码食品有限公司", kFirm));
  const Reply heard = other.post("/withdrawals", R"({"credit_code":" 91360702-1922038219"})");
  BOOST_TEST_REQUIRE(heard.status == 202, heard.text);
  BOOST_TEST(valueAt(heard, "/windows/0/code") == kZhanggong);
  BOOST_TEST(heard.body.find("赣州码食品") == std::string::npos);
  BOOST_TEST(other.post("/withdrawals", R"({"credit_code":"913607021922038219"})").status == 202);
  BOOST_TEST(clerk.get(firm).status == 200);
  BOOST_TEST(waiting(other) == 0U);
  BOOST_TEST(waiting(supervisor) == 1U);
  BOOST_TEST_REQUIRE(waiting(clerk) == 1U);
  const Reply list = clerk.get("/withdrawals");
  BOOST_TEST(valueAt(list, "/withdrawals/0/applicant/name") == "赣州码食品有限公司");
  BOOST_TEST(valueAt(list, "/withdrawals/0/contact") == "13800000000");
  BOOST_TEST(valueAt(list, "/withdrawals/0/heard_in/code") == kNankang);
  BOOST_TEST(valueAt(list, "/withdrawals/0/heard_by/name") == "工作人员nankang");
  BOOST_TEST(refusalOf(other.post("/withdrawals/1/answer", R"({"confirmed":true})")) ==
             "404 no_applicant ");
  BOOST_TEST(refusalOf(clerk.post("/withdrawals/1/answer", R"({"confirmed":1})")) ==
             "400 wrong_type /confirmed");
  const Reply done = clerk.post("/withdrawals/1/answer", R"({"confirmed":true})");
  BOOST_TEST_REQUIRE(done.status == 200, done.text);
  BOOST_TEST(clerk.get(firm).status == 404);
  BOOST_TEST(waiting(clerk) == 0U);
  BOOST_TEST(clerk.post("/withdrawals/1/answer", R"({"confirmed":true})").status == 404);
}

BOOST_FIXTURE_TEST_CASE(what_the_company_denies_is_over_and_can_be_heard_again, Elsewhere) {
  const std::string firm = help(clerk, helpedBody("赣州码食品有限公司", kFirm));
  const auto hear = [&] {
    return other.post("/withdrawals", R"({"credit_code":"913607021922038219"})").status;
  };
  BOOST_TEST(hear() == 202);
  BOOST_TEST(clerk.post("/withdrawals/1/answer", R"({"confirmed":false})").status == 204);
  BOOST_TEST(clerk.get(firm).status == 200);
  BOOST_TEST(waiting(clerk) == 0U);
  BOOST_TEST(hear() == 202);
  BOOST_TEST(waiting(clerk) == 1U);
  BOOST_TEST(clerk.del(firm + "/authorisation").status == 200);
  BOOST_TEST(waiting(clerk) == 0U);
  BOOST_TEST(hear() == 404);
}

BOOST_FIXTURE_TEST_CASE(the_queue_and_the_overview_count_what_waits_for_their_windows, Elsewhere) {
  const std::string none = "0 null";
  BOOST_TEST(inQueue(clerk) == none);
  const std::string other_firm = R"({"credit_code":"91360702MA35HG1Y9E","district":"360702"})";
  help(clerk, helpedBody("赣州码食品有限公司", kFirm));
  const std::string firm = help(clerk, helpedBody("赣州另一家有限公司", other_firm));
  const std::string before = clerk.get("/matters").header("ETag");
  other.post("/withdrawals", R"({"credit_code":"913607021922038219"})");
  BOOST_TEST(clerk.get("/matters").header("ETag") != before);
  BOOST_TEST(inQueue(clerk) == "1 2026-11-25T08:00:00Z");
  service.moveClock(std::chrono::days(2));
  other.post("/withdrawals", R"({"credit_code":"91360702MA35HG1Y9E"})");
  BOOST_TEST(inQueue(clerk) == "2 2026-11-25T08:00:00Z");
  BOOST_TEST(inQueue(supervisor) == "2 2026-11-25T08:00:00Z");
  BOOST_TEST(inQueue(other) == none);
  BOOST_TEST(valueAt(handler.get("/matters"), "/withdrawals") == "null");
  const auto seen = [&](const std::string& query) {
    return valueAt(supervisor.get("/overview" + query), "/withdrawals/count");
  };
  BOOST_TEST(seen("") == "2");
  BOOST_TEST(seen(std::string("?county=") + kZhanggong) == "2");
  BOOST_TEST(seen(std::string("?county=") + kNankang) == "0");
  BOOST_TEST(valueAt(supervisor.get("/overview?unit=gz-finance"), "/withdrawals") == "null");
  // One is denied, and the authorisation of the other ends.
  clerk.post("/withdrawals/1/answer", R"({"confirmed":false})");
  BOOST_TEST(inQueue(clerk) == "1 2026-11-27T08:00:00Z");
  BOOST_TEST(clerk.del(firm + "/authorisation").status == 200);
  BOOST_TEST(inQueue(clerk) == none);
}

BOOST_FIXTURE_TEST_CASE(a_supervisor_of_a_unit_has_no_withdrawals, Elsewhere) {
  const Browser of_unit = signedInAt(service, "unitboss", "supervisor", {}, "gz-finance");
  BOOST_TEST(valueAt(of_unit.get("/matters"), "/withdrawals") == "null");
  BOOST_TEST(valueAt(of_unit.get("/overview"), "/withdrawals") == "null");
}

BOOST_FIXTURE_TEST_CASE(what_is_neither_is_refused, Elsewhere) {
  const auto refused = [&](const std::string& body) {
    return refusalOf(other.post("/withdrawals", body));
  };
  BOOST_TEST(refused("{}") == "400 missing_field /reference");
  BOOST_TEST(refused(R"({"reference":"12345678","credit_code":"1"})") ==
             "400 wrong_value /credit_code");
  BOOST_TEST(refused(R"({"reference":"123"})") == "400 wrong_value /reference");
  BOOST_TEST(refused(R"({"credit_code":""})") == "400 wrong_value /credit_code");
  BOOST_TEST(refused(R"({"reference":"12345678"})") == "404 no_applicant ");
  BOOST_TEST(refused(R"({"credit_code":"没有"})") == "404 no_applicant ");
  BOOST_TEST(handler.post("/withdrawals", R"({"reference":"12345678"})").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
