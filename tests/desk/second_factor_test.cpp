#include "desk/door/second_factor.h"

#include <chrono>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/vault/time_code.h"

#include "desk/helped.h"
#include "support/files.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;
using std::chrono::seconds;

DeskOptions asking(SecondFactorRule rule = SecondFactorRule::kAdministrators) {
  DeskOptions options = live::quickDesk();
  options.second_factor = rule;
  return options;
}

std::string codeBody(const std::string& code) {
  return R"({"code":")" + code + "\"}";
}

std::string stateOf(const Reply& reply) {
  return textAt(bodyOf(reply), "/second_factor");
}

/// A service that asks administrators, one of whom has logged in.
struct Fixture {
  live::LiveService service{asking()};
  std::int64_t id = employ(service, "admin", "administrator");
  Browser admin{service};
  std::string secret;
  std::vector<std::string> recovery_codes;

  Fixture() { admin.logIn("admin"); }

  /// The code that the app shows; `later` periods from now.
  std::string code(int later = 0) const {
    return vault::timeCodeAt(secret, service.now() + seconds(30 * later));
  }

  void setUp() {
    secret = textAt(bodyOf(admin.post("/second-factor")), "/secret");
    const json::Value body = bodyOf(admin.put("/second-factor", codeBody(code())));
    recovery_codes.clear();
    for (const json::Value& one : at(body, "/recovery_codes").elements) {
      recovery_codes.push_back(one.text);
    }
  }

  /// What the second step of a new log-in answers.
  std::string secondStep(const std::string& typed) {
    Browser browser(service);
    BOOST_TEST(browser.logIn("admin").status == 200);
    const Reply reply = browser.post("/session/second-factor", codeBody(typed));
    return reply.status == 200 ? stateOf(reply) : refusalOf(reply);
  }
};

const std::string kWrong = "400 wrong_code /code";
const std::string kRequired = "403 second_factor_required ";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(SecondFactorOfStaff, Fixture)

BOOST_AUTO_TEST_CASE(an_administrator_is_led_through_setting_it_up) {
  BOOST_TEST(stateOf(admin.get("/session")) == "enrol");
  BOOST_TEST(refusalOf(admin.get("/staff")) == kRequired);
  const json::Value begun = bodyOf(admin.post("/second-factor"));
  secret = textAt(begun, "/secret");
  BOOST_TEST(textAt(begun, "/uri") ==
             "otpauth://totp/policycalc:admin?secret=" + secret + "&issuer=policycalc");
  BOOST_TEST(refusalOf(admin.put("/second-factor", codeBody("000000x"))) == kWrong);
  BOOST_TEST(refusalOf(admin.get("/staff")) == kRequired);
  const json::Value set = bodyOf(admin.put("/second-factor", codeBody(code())));
  BOOST_TEST(at(set, "/recovery_codes").elements.size() == SecondFactor::kRecoveryCodes);
  BOOST_TEST(stateOf(admin.get("/session")) == "done");
  BOOST_TEST(admin.get("/staff").status == 200);
  BOOST_TEST(textAt(bodyOf(admin.get("/second-factor")), "/recovery_codes_left") == "10");
}

BOOST_AUTO_TEST_CASE(from_then_on_a_log_in_has_two_steps) {
  setUp();
  Browser browser(service);
  BOOST_TEST(stateOf(browser.logIn("admin")) == "show");
  // A right password by itself reads nothing and changes nothing.
  BOOST_TEST(refusalOf(browser.get("/staff")) == kRequired);
  BOOST_TEST(refusalOf(browser.get("/sessions")) == kRequired);
  BOOST_TEST(refusalOf(browser.get("/second-factor")) == kRequired);
  BOOST_TEST(refusalOf(browser.post("/second-factor")) == kRequired);
  BOOST_TEST(refusalOf(browser.put("/second-factor", codeBody("1"))) == kRequired);
  BOOST_TEST(refusalOf(browser.put("/password", R"({"old":"x","new":"y"})")) == kRequired);
  BOOST_TEST(refusalOf(browser.del("/sessions")) == kRequired);
  BOOST_TEST(refusalOf(browser.post("/session/password", R"({"password":"x"})")) == kRequired);
  service.moveClock(seconds(30));
  BOOST_TEST(stateOf(browser.post("/session/second-factor", codeBody(code()))) == "done");
  BOOST_TEST(browser.get("/staff").status == 200);
  BOOST_TEST(stateOf(browser.get("/session")) == "done");
  Browser leaving(service);
  leaving.logIn("admin");
  BOOST_TEST(leaving.del("/session").status == 204);
}

BOOST_AUTO_TEST_CASE(a_code_is_good_once_and_for_a_period_around_its_own) {
  setUp();
  BOOST_TEST(secondStep(code()) == kWrong);    // it confirmed the app
  BOOST_TEST(secondStep(code(-1)) == kWrong);  // earlier than that one
  BOOST_TEST(secondStep(code(2)) == kWrong);   // too early
  BOOST_TEST(secondStep(code(1)) == "done");
  BOOST_TEST(secondStep(code(1)) == kWrong);
  service.moveClock(seconds(90));
  BOOST_TEST(secondStep(code(-2)) == kWrong);  // too late
  BOOST_TEST(secondStep(code(-1)) == "done");
}

BOOST_AUTO_TEST_CASE(each_recovery_code_is_good_once) {
  setUp();
  std::string lower = recovery_codes[0];
  for (char& c : lower) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  BOOST_TEST(secondStep(" " + lower) == "done");
  BOOST_TEST(secondStep(recovery_codes[0]) == kWrong);
  BOOST_TEST(secondStep(recovery_codes[9]) == "done");
  BOOST_TEST(textAt(bodyOf(admin.get("/second-factor")), "/recovery_codes_left") == "8");
  for (const std::string& wrong : {std::string(), std::string("AAAAA-AAAAA"),
                                   recovery_codes[1].substr(1), std::string(30'000, '1')}) {
    BOOST_TEST(secondStep(wrong) == kWrong, wrong.substr(0, 20));
  }
}

BOOST_AUTO_TEST_CASE(guessing_codes_is_slowed_down_although_the_password_is_right) {
  setUp();
  for (int i = 0; i <= LoginDelays::kOfAccount.free; ++i)
    BOOST_TEST(secondStep("000000") == kWrong);
  BOOST_TEST(secondStep(code(1)) == "429 wait ");
  service.moveClock(seconds(1));
  BOOST_TEST(secondStep(code(1)) == "done");
}

BOOST_AUTO_TEST_CASE(a_new_app_needs_a_fresh_password_and_takes_the_place_of_the_old_one) {
  setUp();
  const std::string old_recovery = recovery_codes[0];
  const std::string old_code = code(1);
  setUp();
  BOOST_TEST(secondStep(old_code) == kWrong);
  BOOST_TEST(secondStep(old_recovery) == kWrong);
  BOOST_TEST(secondStep(code(1)) == "done");
  service.moveClock(std::chrono::minutes(5));
  BOOST_TEST(refusalOf(admin.post("/second-factor")) == "403 fresh_password_required ");
  BOOST_TEST(refusalOf(admin.put("/second-factor", codeBody(code()))) ==
             "403 fresh_password_required ");
}

BOOST_AUTO_TEST_CASE(another_administrator_resets_it_with_a_fresh_password) {
  setUp();
  employ(service, "other", "administrator");
  Browser other(service);
  other.logIn("other");
  const std::string path = "/staff/" + std::to_string(id) + "/second-factor";
  BOOST_TEST(refusalOf(other.del(path)) == kRequired);
  const std::string secret_of_other = textAt(bodyOf(other.post("/second-factor")), "/secret");
  other.put("/second-factor", codeBody(vault::timeCodeAt(secret_of_other, service.now())));
  BOOST_TEST(refusalOf(admin.del(path)) == "409 own_account ");
  BOOST_TEST(refusalOf(other.del("/staff/99/second-factor")) == "404 no_account ");
  service.moveClock(std::chrono::minutes(5));
  BOOST_TEST(refusalOf(other.del(path)) == "403 fresh_password_required ");
  other.post("/session/password", std::string(R"({"password":")") + kPassword + "\"}");
  BOOST_TEST(other.del(path).status == 204);
  BOOST_TEST(refusalOf(other.del(path)) == "409 no_second_factor ");
  BOOST_TEST(admin.get("/session").status == 401);
  Browser again(service);
  BOOST_TEST(stateOf(again.logIn("admin")) == "enrol");
}

BOOST_AUTO_TEST_CASE(a_changed_password_keeps_what_was_shown) {
  setUp();
  const Reply changed = admin.put("/password", std::string(R"({"old":")") + kPassword +
                                                   R"(","new":"violin harbour maple 62"})");
  BOOST_TEST(stateOf(changed) == "done");
  BOOST_TEST(admin.get("/staff").status == 200);
}

BOOST_AUTO_TEST_CASE(other_roles_are_not_asked_unless_the_setting_says_so) {
  Browser clerk = signedInAt(service, "li", "clerk", kZhanggong);
  BOOST_TEST(stateOf(clerk.get("/session")) == "off");
  BOOST_TEST(clerk.get("/matters").status == 200);
  BOOST_TEST(refusalOf(clerk.post("/second-factor")) == "409 no_second_factor ");
  BOOST_TEST(refusalOf(clerk.post("/session/second-factor", codeBody("1"))) ==
             "409 no_second_factor ");
  const live::LiveService strict(asking(SecondFactorRule::kEverybody));
  Browser asked = signedInAt(strict, "li", "clerk", kZhanggong);
  BOOST_TEST(refusalOf(asked.get("/matters")) == kRequired);
  const live::LiveService lax(asking(SecondFactorRule::kOff));
  Browser boss = signedIn(lax, "administrator");
  BOOST_TEST(boss.get("/staff").status == 200);
}

BOOST_AUTO_TEST_CASE(a_first_password_is_changed_before_an_app_is_asked_for) {
  employ(service, "new", "administrator", true);
  Browser browser(service);
  browser.logIn("new");
  BOOST_TEST(codeOf(browser.get("/staff")) == "password_change_required");
  browser.put("/password",
              std::string(R"({"old":")") + kPassword + R"(","new":"violin harbour maple 62"})");
  BOOST_TEST(codeOf(browser.get("/staff")) == "second_factor_required");
}

BOOST_AUTO_TEST_CASE(nothing_secret_is_in_the_files_the_log_or_the_trail) {
  setUp();
  secondStep(recovery_codes[0]);
  secondStep("000000");
  const std::string trail = admin.get("/audit").body;
  for (const char* action : {"second_factor_set", "recovery_code_used", "wrong_code"}) {
    BOOST_TEST(trail.find(action) != std::string::npos, action);
  }
  const std::string all = trail + service.log() + policycalc::test::allFiles(service.folder());
  BOOST_TEST(all.find(secret) == std::string::npos);
  for (const std::string& one : recovery_codes) {
    BOOST_TEST(all.find(one) == std::string::npos);
    BOOST_TEST(all.find(one.substr(0, 5) + one.substr(6)) == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(bodies_of_another_shape_are_refused) {
  const auto refused = [&](const std::string& body) {
    return refusalOf(admin.put("/second-factor", body));
  };
  BOOST_TEST(refused("{}") == "400 missing_field /code");
  BOOST_TEST(refused(R"({"code":1})") == "400 wrong_type /code");
  BOOST_TEST(refused(codeBody("1")) == "409 no_second_factor ");
  BOOST_TEST(refusalOf(admin.post("/session/second-factor", codeBody("1"))) ==
             "409 no_second_factor ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
