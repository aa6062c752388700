// The trail shows to each supervisor what their matters and people are, and is searched and
// exported.
#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

/// `object/id` of what the entries are about.
std::set<std::string> objects(const Browser& browser, const std::string& query = {}) {
  std::set<std::string> all;
  const json::Value body = bodyOf(browser.get("/audit" + query));
  for (const json::Value& entry : at(body, "/entries").elements) {
    all.insert(textAt(entry, "/object") + "/" + textAt(entry, "/object_id"));
  }
  return all;
}

std::string actions(const Browser& browser, const std::string& query) {
  std::string all;
  const json::Value body = bodyOf(browser.get("/audit" + query));
  for (const json::Value& entry : at(body, "/entries").elements) {
    all += textAt(entry, "/action") + " ";
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskAuditScope)

BOOST_FIXTURE_TEST_CASE(a_units_supervisor_sees_its_matters_and_its_people, Casework) {
  nameHandler();
  open();
  Browser chief = signedInAt(service, "chief", "supervisor", "", kMarketRegulation);
  const std::string people = "session/" + std::to_string(handler_id);
  BOOST_TEST(objects(chief).contains(people));
  BOOST_TEST(!objects(chief).contains("matter/1"));
  BOOST_TEST(!objects(chief).contains("applicant/1"));
  BOOST_TEST(!objects(chief).contains("session/" + std::to_string(clerk_id)));
  clerk.post("/matters/1/steps", stepTo("preparing", 1));
  clerk.post("/matters/1/steps", stepTo("handed_over", 2));
  BOOST_TEST(objects(chief).contains("matter/1"));
  BOOST_TEST(!objects(chief).contains("applicant/1"));
  Browser another = signedInAt(service, "another", "supervisor", "", kCommerce);
  BOOST_TEST(!objects(another).contains("matter/1"));
  BOOST_TEST(!objects(another).contains(people));
  BOOST_TEST(objects(supervisor).contains("matter/1"));
  BOOST_TEST(objects(supervisor).contains("applicant/1"));
}

BOOST_FIXTURE_TEST_CASE(entries_are_found_by_reference_and_by_name, Casework) {
  const std::string reference = valueAt(clerk.get(open()), "/reference");
  clerk.post("/matters/1/notes", R"({"text":"备注"})");
  BOOST_TEST(actions(supervisor, "?reference=" + reference) == "noted viewed opened ");
  BOOST_TEST(valueAt(supervisor.get("/audit?reference=" + reference), "/entries/0/reference") ==
             reference);
  BOOST_TEST(actions(supervisor, "?reference=00000000").empty());
  BOOST_TEST(refusalOf(supervisor.get("/audit?reference=1")) == "400 wrong_value ?reference");
  const json::Value body = bodyOf(supervisor.get("/audit?name=%E4%BA%BA%E5%91%98wang"));
  BOOST_TEST(!at(body, "/entries").elements.empty());
  for (const json::Value& entry : at(body, "/entries").elements) {
    BOOST_TEST(textAt(entry, "/staff/name") == "工作人员wang");
  }
  BOOST_TEST(actions(supervisor, "?name=%25").empty());
}

BOOST_FIXTURE_TEST_CASE(what_the_filter_finds_is_exported_and_that_is_recorded, Casework) {
  const std::string reference = valueAt(clerk.get(open()), "/reference");
  const Reply csv = supervisor.get("/audit.csv?reference=" + reference);
  BOOST_TEST_REQUIRE(csv.status == 200, csv.text);
  BOOST_TEST(csv.header("Content-Type") == "text/csv; charset=utf-8");
  BOOST_TEST(csv.body.find(reference) != std::string::npos);
  BOOST_TEST(csv.body.find("做了什么") != std::string::npos);
  BOOST_TEST(csv.body.find("登录") == std::string::npos);
  const Reply workbook = supervisor.get("/audit.xlsx");
  BOOST_TEST(workbook.status == 200);
  BOOST_TEST(workbook.body.substr(0, 2) == "PK");
  BOOST_TEST(actions(supervisor, "?object=session&id=" + std::to_string(supervisor_id)) ==
             "exported exported logged_in ");
  BOOST_TEST(refusalOf(supervisor.get("/audit.csv?below=3")) == "400 unknown_parameter ?below");
  BOOST_TEST(clerk.get("/audit.csv").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
