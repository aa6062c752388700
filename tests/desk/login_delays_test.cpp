#include "desk/door/login_delays.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

/// A clock that a test moves, and the delays under it.
struct Desk {
  sys_seconds now{seconds(1'000'000)};
  LoginDelays delays{[this] { return now; }};

  /// Seconds to wait; 0: the attempt was let in, and fails.
  std::int64_t attempt(const std::string& account, const std::string& client) {
    const auto wait = delays.begin(account, client);
    return wait ? wait->count() : 0;
  }
};

constexpr int kFree = LoginDelays::kOfAccount.free;

struct Step {
  int failures;
  int wait;
};
std::ostream& operator<<(std::ostream& out, const Step& step) {
  return out << step.failures << " failures";
}
const Step kSteps[] = {{0, 0}, {2, 0},  {3, 1},  {4, 2},         {5, 4},
                       {6, 8}, {7, 10}, {8, 10}, {1'000'000, 10}};

}  // namespace

BOOST_AUTO_TEST_SUITE(DelaysOfLogins)

BOOST_DATA_TEST_CASE(waits_double_up_to_the_most, kSteps, step) {
  const Growth growth{2, seconds(10)};
  BOOST_TEST(growth.waitAfter(step.failures).count() == step.wait);
}

BOOST_AUTO_TEST_CASE(an_account_waits_longer_after_each_failure_of_any_client) {
  Desk desk;
  for (int i = 0; i <= kFree; ++i) {
    BOOST_TEST(desk.attempt("li", "192.0.2." + std::to_string(i)) == 0, "attempt " << i);
  }
  BOOST_TEST(desk.attempt("li", "192.0.2.200") == 1);
  BOOST_TEST(desk.attempt("wang", "192.0.2.200") == 0);
  desk.now += seconds(1);
  BOOST_TEST(desk.attempt("li", "192.0.2.200") == 0);
  BOOST_TEST(desk.attempt("li", "192.0.2.201") == 2);
}

BOOST_AUTO_TEST_CASE(a_refusal_does_not_lengthen_the_wait) {
  Desk desk;
  for (int i = 0; i <= kFree; ++i) desk.attempt("li", "192.0.2.1");
  for (int i = 0; i < 50; ++i) BOOST_TEST(desk.attempt("li", "192.0.2.2") == 1);
  desk.now += seconds(1);
  BOOST_TEST(desk.attempt("li", "192.0.2.2") == 0);
}

BOOST_AUTO_TEST_CASE(a_client_waits_across_all_accounts) {
  Desk desk;
  for (int i = 0; i <= LoginDelays::kOfClient.free; ++i) {
    BOOST_TEST(desk.attempt("account" + std::to_string(i), "2001:db8::1") == 0);
  }
  BOOST_TEST(desk.attempt("another", "2001:db8::2") == 1);  // the same network
  BOOST_TEST(desk.attempt("another", "2001:db8:0:1::1") == 0);
}

BOOST_AUTO_TEST_CASE(a_success_frees_the_account_but_not_the_client) {
  Desk desk;
  for (int i = 0; i < kFree; ++i) desk.attempt("li", "192.0.2.1");
  BOOST_TEST(desk.attempt("li", "192.0.2.1") == 0);
  desk.delays.succeeded("li", "192.0.2.1");
  for (int i = 0; i <= kFree; ++i) BOOST_TEST(desk.attempt("li", "192.0.2.2") == 0);
  // The owner of an account cannot use it to clear their address between guesses.
  const int left = LoginDelays::kOfClient.free + 1 - kFree;
  for (int i = 0; i < left; ++i) {
    BOOST_TEST(desk.attempt("a" + std::to_string(i), "192.0.2.1") == 0);
    BOOST_TEST(desk.attempt("own", "192.0.2.1") == (i + 1 < left ? 0 : 1));
    desk.delays.succeeded("own", "192.0.2.1");
  }
}

BOOST_AUTO_TEST_CASE(a_stranger_does_not_keep_the_owner_out_where_they_have_been_before) {
  Desk desk;
  BOOST_TEST(desk.attempt("li", "192.0.2.1") == 0);
  desk.delays.succeeded("li", "192.0.2.1");
  for (int i = 0; i <= kFree; ++i) {
    BOOST_TEST(desk.attempt("li", "198.51.100." + std::to_string(i)) == 0);
  }
  BOOST_TEST(desk.attempt("li", "198.51.100.99") == 1);
  BOOST_TEST(desk.attempt("li", "192.0.2.2") == 1);  // the owner, but somewhere new
  BOOST_TEST(desk.attempt("wang", "192.0.2.1") == 0);
  // At home the owner's own failures count, not those of strangers.
  for (int i = 0; i <= kFree; ++i) BOOST_TEST(desk.attempt("li", "192.0.2.1") == 0);
  BOOST_TEST(desk.attempt("li", "192.0.2.1") == 1);
  desk.now += seconds(1);
  BOOST_TEST(desk.attempt("li", "192.0.2.1") == 0);
  desk.delays.succeeded("li", "192.0.2.1");
  // The owner's success does not clear the guesses of strangers.
  BOOST_TEST(desk.attempt("li", "198.51.100.99") == 0);
  BOOST_TEST(desk.attempt("li", "198.51.100.98") == 2);
}

BOOST_AUTO_TEST_CASE(an_attempt_without_a_result_is_undone) {
  Desk desk;
  for (int i = 0; i < 200; ++i) {
    BOOST_TEST(desk.attempt("li", "192.0.2.1") == 0);
    desk.delays.undo("li", "192.0.2.1");
  }
  desk.delays.undo("nobody", "192.0.2.9");
}

BOOST_AUTO_TEST_CASE(no_wait_is_longer_than_the_most_even_if_the_clock_goes_back) {
  Desk desk;
  for (int i = 0; i < 40; ++i) {
    desk.attempt("li", "192.0.2." + std::to_string(i));
    desk.now += LoginDelays::kOfAccount.most;
  }
  desk.attempt("li", "192.0.2.99");
  BOOST_TEST(desk.attempt("li", "192.0.2.99") == LoginDelays::kOfAccount.most.count());
  desk.now -= std::chrono::hours(1000);
  BOOST_TEST(desk.attempt("li", "192.0.2.99") == LoginDelays::kOfAccount.most.count());
}

BOOST_AUTO_TEST_CASE(failures_are_forgotten_after_a_while) {
  Desk desk;
  for (int i = 0; i <= kFree; ++i) desk.attempt("li", "192.0.2.1");
  desk.now += seconds(1) + LoginDelays::kMemory - seconds(1);
  BOOST_TEST(desk.attempt("li", "192.0.2.2") == 0);
  BOOST_TEST(desk.attempt("li", "192.0.2.2") == 2);  // one second before, all still counted
  desk.now += seconds(2) + LoginDelays::kMemory;
  for (int i = 0; i <= kFree; ++i) BOOST_TEST(desk.attempt("li", "192.0.2.3") == 0);
}

BOOST_AUTO_TEST_CASE(memory_is_bounded_and_keeps_those_that_failed_most) {
  Desk desk;
  for (int i = 0; i <= kFree; ++i) desk.attempt("li", "192.0.2.1");
  for (int i = 0; i < 12'000; ++i) {
    desk.attempt("a" + std::to_string(i),
                 "10.0." + std::to_string(i / 250) + "." + std::to_string(i % 250));
  }
  BOOST_TEST(desk.delays.entries() <= 2 * LoginDelays::kMaxEntries);
  BOOST_TEST(desk.attempt("li", "192.0.2.2") == 1);
}

// A guesser whose attempts reach two services in turn gains nothing.
BOOST_AUTO_TEST_CASE(services_share_the_free_failures_and_wait_longer) {
  sys_seconds now{seconds(1'000'000)};
  const auto share = std::make_shared<web::Share>();
  share->set(2);
  LoginDelays one([&now] { return now; }, std::make_shared<LoginHomes>(), share);
  LoginDelays two([&now] { return now; }, std::make_shared<LoginHomes>(), share);
  int let_in = 0;
  for (int i = 0; i < 100; ++i) {
    for (LoginDelays* each : {&one, &two}) {
      if (!each->begin("li", "192.0.2.1")) ++let_in;
    }
  }
  BOOST_TEST(let_in == kFree + 1);
  BOOST_TEST((one.begin("li", "192.0.2.1") == seconds(2)));

  // However long it goes on, both together let in no more than one service would.
  int attempts = 0;
  const sys_seconds end = now + std::chrono::hours(10);
  for (; now < end; now += seconds(1)) {
    for (LoginDelays* each : {&one, &two}) {
      if (!each->begin("li", "192.0.2.1")) ++attempts;
    }
  }
  LoginDelays alone([&now] { return now; });
  int of_one = 0;
  const sys_seconds next_end = now + std::chrono::hours(10);
  for (; now < next_end; now += seconds(1)) {
    if (!alone.begin("li", "192.0.2.1")) ++of_one;
  }
  BOOST_TEST(attempts <= of_one);
  BOOST_TEST(attempts > of_one / 2);
}

BOOST_AUTO_TEST_CASE(a_right_attempt_gives_back_what_it_counted_in_a_share) {
  sys_seconds now{seconds(1'000'000)};
  const auto share = std::make_shared<web::Share>();
  share->set(3);
  LoginDelays delays([&now] { return now; }, std::make_shared<LoginHomes>(), share);
  for (int i = 0; i < 1000; ++i) {
    BOOST_TEST_REQUIRE(!delays.begin("li", "192.0.2.1").has_value());
    delays.succeeded("li", "192.0.2.1");
    BOOST_TEST_REQUIRE(!delays.begin("wang", "192.0.2.1").has_value());
    delays.undo("wang", "192.0.2.1");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
