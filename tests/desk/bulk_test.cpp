#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/casework.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

std::string versions(const std::string& list, const std::string& more = {}) {
  std::string body = R"({"matters":[)";
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    const std::string one = list.substr(begin, end - begin);
    const std::size_t colon = one.find(':');
    if (begin > 0) body += ",";
    body += R"({"id":)" + one.substr(0, colon) + R"(,"revision":)" + one.substr(colon + 1) + "}";
    begin = end + 1;
  }
  return body + "]" + more + "}";
}

/// The ids that were done, then id and code of those that were left.
std::string told(const Reply& reply) {
  if (reply.status != 200) return refusalOf(reply);
  const json::Value body = bodyOf(reply);
  std::string text;
  for (const json::Value& each : at(body, "/done").elements) text += textAt(each, "/id") + " ";
  text += "|";
  for (const json::Value& each : at(body, "/left").elements) {
    text += " " + textAt(each, "/id") + " " + textAt(each, "/code");
  }
  return text;
}

/// Matter 1 waits at the window in preparation, 2 is received there.
struct Two : Casework {
  Two() {
    nameHandler();
    clerk.post(open() + "/steps", stepTo("preparing", 1));
    open(kFair, R"(,"unit":"gz-commerce")");
  }
  Reply over(Browser& browser, const std::string& list) {
    return browser.post("/bulk/hand-overs", versions(list));
  }
  Reply give(const std::string& list, std::int64_t to) {
    return supervisor.post("/bulk/reassignments", versions(list, ",\"to\":" + std::to_string(to)));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskBulk)

BOOST_FIXTURE_TEST_CASE(each_matter_is_handed_over_or_left_with_the_reason, Two) {
  BOOST_TEST(told(over(clerk, "1:2 2:1 3:1")) == "1 | 2 no_such_step 3 no_matter");
  BOOST_TEST(valueAt(supervisor.get("/matters/1"), "/handler/name") == "工作人员li");
  BOOST_TEST(valueAt(supervisor.get("/matters/1"), "/handed_over") == "true");
  BOOST_TEST(valueAt(supervisor.get("/matters/2"), "/revision") == "1");
  BOOST_TEST(told(over(clerk, "1:2")) == "| 1 changed_elsewhere");
  BOOST_TEST(told(over(handler, "2:1")) == "| 2 no_matter");
}

BOOST_FIXTURE_TEST_CASE(a_person_gets_what_is_at_their_side, Two) {
  Browser colleague = signedInAt(service, "qian", "clerk", kZhanggong);
  const std::int64_t clerk_too = service.store().staff().findByLogin("qian")->id;
  BOOST_TEST(told(give("1:2 2:1", clerk_too)) == "1 2 |");
  BOOST_TEST(valueAt(colleague.get("/matters"), "/counts/mine") == "2");
  BOOST_TEST(valueAt(colleague.get("/matters/1"), "/owner/name") == "工作人员qian");
  over(colleague, "1:3");
  BOOST_TEST(told(give("1:4 2:2", clerk_too)) == "2 | 1 wrong_value");
  const std::int64_t other = employAt(service, "sun", "handler", "", kMarketRegulation);
  BOOST_TEST(told(give("1:4 2:3", other)) == "1 | 2 wrong_value");
  BOOST_TEST(valueAt(supervisor.get("/matters/1"), "/handler/name") == "工作人员sun");
  BOOST_TEST(refusalOf(give("1:5", 999)) == "400 wrong_value /to");
}

BOOST_FIXTURE_TEST_CASE(a_closed_matter_is_left, Two) {
  clerk.post("/matters/2/steps", stepTo("withdrawn", 1));
  BOOST_TEST(told(give("2:2", clerk_id)) == "| 2 closed");
}

BOOST_FIXTURE_TEST_CASE(faults_of_a_body_are_told_with_their_place, Two) {
  const auto refused = [&](const std::string& body) {
    return refusalOf(supervisor.post("/bulk/hand-overs", body));
  };
  BOOST_TEST(refused("{}") == "400 missing_field /matters");
  BOOST_TEST(refused(R"({"matters":7})") == "400 wrong_type /matters");
  BOOST_TEST(refused(R"({"matters":[]})") == "400 wrong_value /matters");
  BOOST_TEST(refused(R"({"matters":[{"id":0,"revision":1}]})") == "400 wrong_value /matters/0/id");
  BOOST_TEST(refused(R"({"matters":[{"id":1}]})") == "400 missing_field /matters/0/revision");
  BOOST_TEST(refused(versions("1:2 1:2")) == "400 wrong_value /matters/1");
  BOOST_TEST(refused(versions("1:2", ",\"to\":1")) == "400 unknown_field /to");
  std::string many = "1:1";
  for (int i = 2; i <= 201; ++i) many += " " + std::to_string(i) + ":1";
  BOOST_TEST(refused(versions(many)) == "400 wrong_value /matters");
  BOOST_TEST(refusalOf(supervisor.post("/bulk/reassignments", versions("1:2"))) ==
             "400 missing_field /to");
  BOOST_TEST(refusalOf(clerk.post("/bulk/reassignments", versions("1:2", ",\"to\":1"))) ==
             "403 not_permitted ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
