#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <limits>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/vault/password.h"

#include "desk/browser.h"
#include "desk/door/login_delays.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

/// The reply without the parts that differ from request to request.
std::string withoutId(const Reply& reply) {
  std::string body = reply.body;
  const auto begin = body.find("\"request_id\":\"");
  BOOST_REQUIRE(begin != std::string::npos);
  body.erase(begin, body.find(',', begin) - begin);
  return std::to_string(reply.status) + body;
}

/// The processor time that this process, service included, needs for a log-in that fails: the least
/// of three tries. Other processes do not count.
std::clock_t workOf(const live::LiveService& service, const std::string& login) {
  std::clock_t least = std::numeric_limits<std::clock_t>::max();
  for (int i = 0; i < 3; ++i) {
    const std::clock_t begin = std::clock();
    BOOST_TEST(Browser(service).logIn(login, "a wrong password").status == 401);
    least = std::min(least, std::clock() - begin);
  }
  return least;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LogIn)

BOOST_AUTO_TEST_CASE(the_right_password_opens_a_session) {
  const live::LiveService service;
  employ(service, "li.si", "clerk");
  Browser browser(service);
  const Reply reply = browser.logIn(" LI.Si ");
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(reply.header("Cache-Control") == "no-store");
  const std::string set = reply.header("Set-Cookie");
  BOOST_TEST(set.rfind("__Host-policycalc=", 0) == 0U);
  BOOST_TEST(set.substr(set.find(';')) == "; Path=/; Secure; HttpOnly; SameSite=Strict");
  const json::Value body = bodyOf(reply);
  const json::Value& staff = *body.find("staff");
  BOOST_TEST(staff.find("login")->text == "li.si");
  BOOST_TEST(staff.find("role")->text == "clerk");
  BOOST_TEST(staff.find("county")->text == "360702");
  BOOST_TEST(staff.find("unit")->isNull());
  BOOST_TEST(!staff.find("must_change_password")->boolean);
  BOOST_TEST(staff.find("password_hash") == nullptr);
  BOOST_TEST(body.find("permissions")->elements.size() == 6U);
  BOOST_TEST(browser.get("/session").status == 200);
}

BOOST_AUTO_TEST_CASE(every_wrong_log_in_gets_the_same_answer) {
  const live::LiveService service;
  employ(service, "right", "clerk");
  employ(service, "disabled", "clerk");
  auto disabled = *service.store().staff().findByLogin("disabled");
  disabled.active = false;
  service.store().staff().update(disabled, 1, {});
  const std::string expected = withoutId(Browser(service).logIn("right", "wrong"));
  BOOST_TEST(expected.rfind("401", 0) == 0U);
  for (const std::string& login :
       {std::string("nobody"), std::string("disabled"), std::string(), std::string("王五"),
        std::string("a\0b", 3), std::string(30'000, 'a'), std::string("' OR 1=1 --")}) {
    const Reply reply = Browser(service).logIn(login);
    BOOST_TEST(withoutId(reply) == expected, login.substr(0, 20));
    BOOST_TEST(reply.header("Set-Cookie") == "");
  }
  for (const std::string& password : {std::string(), std::string(kPassword) + " ",
                                      std::string(kPassword) + '\0', std::string(30'000, 'a')}) {
    BOOST_TEST(withoutId(Browser(service, "192.0.2.2").logIn("right", password)) == expected);
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_log_in_costs_the_same_work) {
  DeskOptions options = live::quickDesk();
  options.password_cost = vault::PasswordCost::usual();
  const live::LiveService service(options);
  const std::int64_t id = employ(service, "known", "clerk");
  service.store().staff().setPassword(id, vault::hashPassword(kPassword), false, {});
  // An answer that hashes nothing costs a thousandth.
  const std::clock_t known = workOf(service, "known");
  const std::clock_t unknown = workOf(service, "unknown");
  BOOST_TEST(unknown * 4 > known);
  BOOST_TEST(known * 4 > unknown);
}

BOOST_AUTO_TEST_CASE(a_body_of_another_shape_is_refused_with_its_place) {
  const live::LiveService service;
  Browser browser(service);
  const auto code = [&](const std::string& body) {
    const Reply reply = browser.post("/session", body);
    return std::to_string(reply.status) + " " + codeOf(reply) + " " + pointerOf(reply);
  };
  BOOST_TEST(code("{") == "400 syntax ");
  BOOST_TEST(code("[]") == "400 wrong_type ");
  BOOST_TEST(code(R"({"login":"li"})") == "400 missing_field /password");
  BOOST_TEST(code(R"({"login":1,"password":"x"})") == "400 wrong_type /login");
  BOOST_TEST(code(R"({"login":"li","password":null})") == "400 wrong_type /password");
  BOOST_TEST(code(R"({"login":"li","password":"x","role":"administrator"})") ==
             "400 unknown_field /role");
  BOOST_TEST(
      code(R"({"login":"li","login":"wang","password":"x"})").rfind("400 duplicate_key", 0) == 0U);
  BOOST_TEST(browser.post("/session?x=1", R"({"login":"li","password":"x"})").status == 400);
  const Reply form = service.post(std::string(kHall) + "/session", "login=li&password=x",
                                  "application/x-www-form-urlencoded");
  BOOST_TEST(form.status == 415);
}

BOOST_AUTO_TEST_CASE(guessing_slows_down_by_account_and_time_frees) {
  const live::LiveService service;
  employ(service, "li", "clerk");
  int address = 1;
  const auto guess = [&](const char* password) {
    return Browser(service, "198.51.100." + std::to_string(address++)).logIn("LI", password);
  };
  for (int i = 0; i <= LoginDelays::kOfAccount.free; ++i) BOOST_TEST(guess("x").status == 401);
  const Reply refused = guess(kPassword);  // not even the right password is checked
  BOOST_TEST(refused.status == 429);
  BOOST_TEST(refused.header("Retry-After") == "1");
  BOOST_TEST(codeOf(refused) == "wait");
  service.moveClock(std::chrono::seconds(1));
  BOOST_TEST(guess(kPassword).status == 200);
  BOOST_TEST(guess("x").status == 401);  // all failures are forgotten
}

BOOST_AUTO_TEST_CASE(guessing_slows_down_by_client_and_for_unknown_accounts) {
  const live::LiveService service;
  employ(service, "li", "clerk");
  Browser guesser(service, "2001:db8::1");
  for (int i = 0; i <= LoginDelays::kOfClient.free; ++i) {
    BOOST_TEST(guesser.logIn("nobody" + std::to_string(i), "x").status == 401);
  }
  BOOST_TEST(Browser(service, "2001:db8::ffff").logIn("li").status == 429);
  BOOST_TEST(Browser(service, "2001:db8:0:1::1").logIn("li").status == 200);
  Browser unknown(service, "192.0.2.9");
  for (int i = 0; i <= LoginDelays::kOfAccount.free; ++i) unknown.logIn("nobody", "x");
  BOOST_TEST(unknown.logIn("nobody", "x").status == 429);
}

BOOST_AUTO_TEST_CASE(repeated_log_ins_do_not_count_as_guesses) {
  const live::LiveService service;
  employ(service, "li", "clerk");
  for (int i = 0; i < 2 * LoginDelays::kOfClient.free; ++i) {
    BOOST_TEST(Browser(service).logIn("li").status == 200);
  }
}

BOOST_AUTO_TEST_CASE(more_than_can_be_hashed_at_once_wait_and_are_not_blamed) {
  DeskOptions options = live::quickDesk();
  options.passwords_at_once = 0;
  const live::LiveService service(options);
  employ(service, "li", "clerk");
  for (int i = 0; i < 2 * LoginDelays::kOfClient.free; ++i) {
    const Reply reply = Browser(service).logIn("li");
    BOOST_TEST(reply.status == 503);
    BOOST_TEST(reply.header("Retry-After") == "2");
  }
}

// Strangers never hold the places of those who are known, however slow the machine.
BOOST_AUTO_TEST_CASE(a_flood_from_changing_addresses_keeps_no_known_member_out) {
  DeskOptions options = live::quickDesk();
  options.password_cost = vault::PasswordCost::usual();
  options.passwords_at_once = 2;
  const live::LiveService service(options);
  employ(service, "li", "clerk");
  BOOST_TEST(Browser(service, "192.0.2.1").logIn("li").status == 200);
  std::atomic<bool> over{false};
  std::atomic<int> tried{0};
  std::vector<std::thread> flood;
  for (int i = 0; i < 4; ++i) {
    flood.emplace_back([&] {
      while (!over) {
        const std::string number = std::to_string(++tried);
        const std::string address = "2001:db8:" + number + "::1";
        Browser(service, address).logIn("stranger" + number, "a wrong password");
      }
    });
  }
  while (tried < 8) std::this_thread::yield();
  std::vector<int> statuses;
  for (int i = 0; i < 5; ++i) {
    statuses.push_back(Browser(service, "192.0.2.1").logIn("li").status);
  }
  over = true;
  for (std::thread& one : flood) one.join();
  for (const int status : statuses) BOOST_TEST(status == 200);
}

BOOST_AUTO_TEST_CASE(a_hash_of_another_cost_is_made_anew) {
  DeskOptions options = live::quickDesk();
  options.password_cost = vault::PasswordCost::usual();
  const live::LiveService service(options);
  employ(service, "li", "clerk");  // at the least cost
  BOOST_TEST(Browser(service).logIn("li").status == 200);
  const auto member = service.store().staff().findByLogin("li");
  BOOST_TEST(!vault::needsRehash(member->password_hash));
  BOOST_TEST(vault::passwordFits(kPassword, member->password_hash));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
