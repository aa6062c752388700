#include <memory>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/vault/token.h"

#include "desk/browser.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string passwords(const std::string& old_password, const std::string& next) {
  return R"({"old":")" + old_password + R"(","new":")" + next + "\"}";
}

constexpr const char* kNext = "violin harbour maple 62";

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskSessions)

BOOST_AUTO_TEST_CASE(requests_without_a_session_are_refused) {
  const live::LiveService service;
  const Reply reply = Browser(service).get("/session");
  BOOST_TEST(reply.status == 401);
  BOOST_TEST(codeOf(reply) == "signed_out");
  BOOST_TEST(reply.header("Cache-Control") == "no-store");
  BOOST_TEST(reply.header("Access-Control-Allow-Origin") == "");
}

BOOST_AUTO_TEST_CASE(the_page_is_told_its_token_again) {
  const live::LiveService service;
  Browser browser = signedIn(service, "clerk");
  const std::string csrf = browser.csrf;
  BOOST_TEST(bodyOf(browser.get("/session")).find("csrf")->text == csrf);
}

// The page can warn before an idle member is logged out.
BOOST_AUTO_TEST_CASE(the_page_is_told_how_long_a_session_lasts_unused) {
  const live::LiveService service;
  Browser browser = signedIn(service, "clerk");
  const auto told = bodyOf(browser.get("/session"));
  BOOST_REQUIRE(told.find("idle_seconds") != nullptr);
  BOOST_TEST(told.find("idle_seconds")->text == "1800");
}

BOOST_AUTO_TEST_CASE(logging_out_ends_only_this_session) {
  const live::LiveService service;
  Browser here = signedIn(service, "clerk");
  Browser there(service);
  there.logIn("clerk");
  const std::string kept = here.cookie;
  const Reply reply = here.del("/session");
  BOOST_TEST(reply.status == 204);
  BOOST_TEST(reply.header("Set-Cookie").find("Max-Age=0") != std::string::npos);
  here.cookie = kept;
  BOOST_TEST(here.get("/session").status == 401);
  BOOST_TEST(there.get("/session").status == 200);
}

BOOST_AUTO_TEST_CASE(logging_out_everywhere_ends_all_of_mine_and_no_other) {
  const live::LiveService service;
  Browser here = signedIn(service, "clerk");
  Browser there(service);
  there.logIn("clerk");
  Browser other = signedIn(service, "handler");
  BOOST_TEST(there.del("/sessions").status == 204);
  BOOST_TEST(here.get("/session").status == 401);
  BOOST_TEST(other.get("/session").status == 200);
}

BOOST_AUTO_TEST_CASE(an_idle_session_ends_and_a_used_one_goes_on) {
  const live::LiveService service;
  const Browser browser = signedIn(service, "clerk");
  for (int i = 0; i < 3; ++i) {
    service.moveClock(minutes(30) - seconds(1));
    BOOST_TEST(browser.get("/session").status == 200);
  }
  service.moveClock(minutes(30));
  BOOST_TEST(browser.get("/session").status == 401);
  service.moveClock(-minutes(30));
  BOOST_TEST(browser.get("/session").status == 401);  // it has ended for good
}

BOOST_AUTO_TEST_CASE(a_session_in_use_ends_after_a_day_too) {
  const live::LiveService service;
  const Browser browser = signedIn(service, "clerk");
  for (int i = 0; i < 35; ++i) {
    service.moveClock(minutes(20));
    BOOST_TEST(browser.get("/session").status == 200);
  }
  service.moveClock(minutes(20) - seconds(1));
  BOOST_TEST(browser.get("/session").status == 200);
  service.moveClock(seconds(1));
  BOOST_TEST(browser.get("/session").status == 401);
}

BOOST_AUTO_TEST_CASE(a_log_in_clears_ended_sessions_away) {
  const live::LiveService service;
  const Browser idle = signedIn(service, "clerk");
  const auto token = vault::Token::read(idle.cookie.substr(idle.cookie.find('=') + 1));
  BOOST_REQUIRE(token.has_value());
  BOOST_TEST(service.store().staffSessions().find(vault::tokenId(*token)).has_value());
  service.moveClock(hours(1));
  signedIn(service, "handler");
  BOOST_TEST(!service.store().staffSessions().find(vault::tokenId(*token)).has_value());
}

BOOST_AUTO_TEST_CASE(a_changed_password_ends_all_sessions_but_the_new_one) {
  const live::LiveService service;
  Browser here = signedIn(service, "clerk");
  Browser there(service);
  there.logIn("clerk");
  const Browser before = here;
  const Reply reply = here.put("/password", passwords(kPassword, kNext));
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(here.cookie != before.cookie);
  BOOST_TEST(here.csrf != before.csrf);
  BOOST_TEST(here.get("/session").status == 200);
  BOOST_TEST(before.get("/session").status == 401);
  BOOST_TEST(there.get("/session").status == 401);
  BOOST_TEST(Browser(service).logIn("clerk").status == 401);
  BOOST_TEST(Browser(service).logIn("clerk", kNext).status == 200);
}

BOOST_AUTO_TEST_CASE(a_new_password_must_be_a_good_one) {
  const live::LiveService service;
  Browser browser = signedIn(service, "administrator");
  const auto refusedAs = [&](const std::string& old_password, const std::string& next) {
    const Reply reply = browser.put("/password", passwords(old_password, next));
    return std::to_string(reply.status) + " " + codeOf(reply) + " " + pointerOf(reply);
  };
  BOOST_TEST(refusedAs(kPassword, "elevenchars") == "400 too_short /new");
  BOOST_TEST(refusedAs(kPassword, std::string(201, 'x')) == "400 too_long /new");
  BOOST_TEST(refusedAs(kPassword, "Administrator") == "400 is_login /new");
  BOOST_TEST(refusedAs(kPassword, "Ganzhou2024!!") == "400 guessable /new");
  BOOST_TEST(refusedAs(kPassword, "张三张三张三张三张三张三") == "400 guessable /new");
  BOOST_TEST(refusedAs(kPassword, "line\\u0000and another") == "400 not_text /new");
  BOOST_TEST(refusedAs(kPassword, kPassword) == "400 same_password /new");
  BOOST_TEST(refusedAs("wrong", kNext) == "400 wrong_password /old");
  BOOST_TEST(browser.get("/session").status == 200);
  BOOST_TEST(Browser(service).logIn("administrator").status == 200);
}

BOOST_AUTO_TEST_CASE(guessing_the_old_password_is_slowed_down_too) {
  const live::LiveService service;
  Browser browser = signedIn(service, "clerk");
  int refused = 0;
  for (int i = 0; i < 20; ++i) {
    if (browser.put("/password", passwords("wrong", kNext)).status == 429) ++refused;
  }
  BOOST_TEST(refused > 10);
  BOOST_TEST(browser.put("/password", passwords(kPassword, kNext)).status == 429);
  BOOST_TEST(browser.get("/session").status == 200);
}

BOOST_AUTO_TEST_CASE(a_first_password_allows_only_its_change) {
  const live::LiveService service;
  employ(service, "admin", "administrator", true);
  Browser browser(service);
  const Reply first = browser.logIn("admin");
  BOOST_TEST(first.status == 200);
  BOOST_TEST(bodyOf(first).find("staff")->find("must_change_password")->boolean);
  const Reply refused = browser.get("/staff");
  BOOST_TEST(refused.status == 403);
  BOOST_TEST(codeOf(refused) == "password_change_required");
  BOOST_TEST(browser.get("/session").status == 200);
  const Reply changed = browser.put("/password", passwords(kPassword, kNext));
  BOOST_TEST(changed.status == 200);
  BOOST_TEST(!bodyOf(changed).find("staff")->find("must_change_password")->boolean);
  BOOST_TEST(browser.get("/staff").status == 200);
}

BOOST_AUTO_TEST_CASE(a_session_outlives_the_program) {
  const store::test::StorePlace folder;
  const auto first = std::make_unique<live::LiveService>(live::realCatalogue(), folder.database());
  Browser browser = signedIn(*first, "clerk");
  const live::LiveService second(live::realCatalogue(), folder.database());
  Browser later(second);
  later.cookie = browser.cookie;
  BOOST_TEST(later.get("/session").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
