#include "desk/door/fresh_password.h"

#include <chrono>
#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/door/login_delays.h"
#include "desk/helped.h"

namespace policycalc::desk::test {
namespace {

using std::chrono::seconds;

std::string passwordBody(const std::string& password = kPassword) {
  return R"({"password":")" + password + "\"}";
}

std::string changed(int revision, const std::string& role) {
  return R"({"name":"张三","county":"360702","active":true,"role":")" + role + R"(","revision":)" +
         std::to_string(revision) + "}";
}

const std::string kNewClerk = R"({"login":"new","name":"新人","role":"clerk","county":"360702"})";
const std::string kStale = "403 fresh_password_required ";

}  // namespace

BOOST_AUTO_TEST_SUITE(FreshPassword)

BOOST_AUTO_TEST_CASE(a_log_in_is_fresh_for_five_minutes) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  employ(service, "li", "clerk");
  BOOST_TEST((kFreshPassword == std::chrono::minutes(5)));
  service.moveClock(kFreshPassword - seconds(1));
  BOOST_TEST(admin.put("/staff/2", changed(1, "clerk")).status == 200);
  service.moveClock(seconds(1));
  BOOST_TEST(refusalOf(admin.put("/staff/2", changed(2, "supervisor"))) == kStale);
  BOOST_TEST(refusalOf(admin.send("POST", "/staff/2/password", {})) == kStale);
  BOOST_TEST(refusalOf(admin.post("/staff", kNewClerk)) == kStale);
  BOOST_TEST(service.store().staff().list().size() == 2U);
  BOOST_TEST(service.store().staff().find(2)->revision == 2);
  service.moveClock(seconds(1));
  BOOST_TEST(refusalOf(admin.post("/staff", kNewClerk)) == kStale);
}

BOOST_AUTO_TEST_CASE(the_password_makes_it_fresh_again_in_this_session) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  employ(service, "li", "clerk");
  service.moveClock(kFreshPassword);
  Browser elsewhere(service);
  elsewhere.cookie = admin.cookie;
  elsewhere.csrf = admin.csrf;
  Browser other(service);
  other.logIn("administrator");
  service.moveClock(kFreshPassword);
  BOOST_TEST(admin.post("/session/password", passwordBody()).status == 204);
  BOOST_TEST(admin.put("/staff/2", changed(1, "clerk")).status == 200);
  BOOST_TEST(elsewhere.put("/staff/2", changed(2, "clerk")).status == 200);
  BOOST_TEST(refusalOf(other.put("/staff/2", changed(3, "clerk"))) == kStale);
  service.moveClock(kFreshPassword);
  BOOST_TEST(refusalOf(admin.put("/staff/2", changed(3, "clerk"))) == kStale);
}

BOOST_AUTO_TEST_CASE(reading_and_the_own_account_need_none) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  service.moveClock(kFreshPassword);
  BOOST_TEST(admin.get("/staff").status == 200);
  BOOST_TEST(admin.put("/staff/1", changed(1, "administrator")).status == 200);
  BOOST_TEST(refusalOf(admin.send("POST", "/staff/1/password", {})) == "409 own_account ");
  BOOST_TEST(refusalOf(admin.put("/staff/9", changed(1, "clerk"))) == "404 no_account ");
}

BOOST_AUTO_TEST_CASE(a_new_password_is_fresh) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  service.moveClock(kFreshPassword);
  BOOST_TEST(admin
                 .put("/password", std::string(R"({"old":")") + kPassword +
                                       R"(","new":"violin harbour maple 62"})")
                 .status == 200);
  BOOST_TEST(admin.post("/staff", kNewClerk).status == 201);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_is_refused_slowed_down_and_told) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  service.moveClock(kFreshPassword);
  const auto refused = [&](const std::string& body) {
    return refusalOf(admin.post("/session/password", body));
  };
  BOOST_TEST(refused("{}") == "400 missing_field /password");
  BOOST_TEST(refused(R"({"password":1})") == "400 wrong_type /password");
  BOOST_TEST(refused(R"({"password":"x","login":"li"})") == "400 unknown_field /login");
  for (int i = 0; i <= LoginDelays::kOfAccount.free; ++i) {
    BOOST_TEST(refused(passwordBody("wrong")) == "400 wrong_password /password");
  }
  BOOST_TEST(refused(passwordBody()) == "429 wait ");
  BOOST_TEST(refusalOf(admin.post("/staff", kNewClerk)) == kStale);
  BOOST_TEST(admin.get("/audit").body.find("log_in_failed") != std::string::npos);
  service.moveClock(seconds(1));
  BOOST_TEST(admin.post("/session/password", passwordBody()).status == 204);
  BOOST_TEST(admin.post("/staff", kNewClerk).status == 201);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_set_back_makes_nothing_fresh) {
  const live::LiveService service;
  Browser admin = signedIn(service, "administrator");
  service.moveClock(-seconds(1));
  BOOST_TEST(refusalOf(admin.post("/staff", kNewClerk)) == kStale);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
