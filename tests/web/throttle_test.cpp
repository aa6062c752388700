#include "policycalc/web/throttle.h"

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace policycalc::api::test {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr web::Rate kThreeThenOneIn10{3, seconds(10)};
constexpr web::Rate kPlenty{1'000'000, std::chrono::milliseconds(1)};

/// A clock that the test moves.
struct Clock {
  sys_seconds now{std::chrono::hours(1'000)};
  web::Throttle::Clock function() {
    return [this] { return now; };
  }
};

int takenAtOnce(web::Throttle& throttle, const std::string& client, int most = 100) {
  int taken = 0;
  while (taken < most && !throttle.take(client)) ++taken;
  return taken;
}

std::string address(int number) {
  return "10." + std::to_string(number / 65536) + "." + std::to_string(number / 256 % 256) + "." +
         std::to_string(number % 256);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ThrottleOfClients)

BOOST_AUTO_TEST_CASE(a_burst_then_one_each_interval) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, kPlenty, clock.function());
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 3);
  BOOST_TEST((throttle.take("192.0.2.1") == seconds(10)));
  clock.now += seconds(9);
  BOOST_TEST((throttle.take("192.0.2.1") == seconds(1)));
  clock.now += seconds(1);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 1);
  clock.now += seconds(29);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 2);
  clock.now += std::chrono::days(1);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 3);
}

BOOST_AUTO_TEST_CASE(each_client_has_its_own_and_ipv6_counts_by_network) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, kPlenty, clock.function());
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 3);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.2") == 3);
  BOOST_TEST(takenAtOnce(throttle, "2001:db8::1") == 3);
  BOOST_TEST(takenAtOnce(throttle, "2001:db8::ffff:1") == 0);
  BOOST_TEST(takenAtOnce(throttle, "2001:db8:0:1::1") == 3);
}

BOOST_AUTO_TEST_CASE(all_together_have_a_bound) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, web::Rate{5, seconds(2)}, clock.function());
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 3);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.2") == 2);
  BOOST_TEST((throttle.take("192.0.2.3") == seconds(2)));
  clock.now += seconds(2);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.3") == 1);
}

BOOST_AUTO_TEST_CASE(a_refused_request_uses_up_no_turn) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, web::Rate{3, seconds(1)}, clock.function());
  takenAtOnce(throttle, "192.0.2.1");
  for (int i = 0; i < 100; ++i) BOOST_TEST(throttle.take("192.0.2.1").has_value());
  clock.now += seconds(10);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 1);
}

BOOST_AUTO_TEST_CASE(a_turn_that_is_given_back_is_free_again) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, web::Rate{3, seconds(10)}, clock.function());
  for (int i = 0; i < 100; ++i) {
    BOOST_TEST(!throttle.take("192.0.2.1").has_value());
    throttle.giveBack("192.0.2.1");
  }
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 3);
  // Never more than the burst, however much is given back.
  clock.now += std::chrono::days(1);
  for (int i = 0; i < 10; ++i) throttle.giveBack("192.0.2.1");
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 3);
}

BOOST_AUTO_TEST_CASE(setting_the_clock_back_locks_no_client_out) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, web::Rate{3, seconds(10)}, clock.function());
  takenAtOnce(throttle, "192.0.2.1");
  clock.now -= std::chrono::days(100);
  BOOST_TEST((throttle.take("192.0.2.1") == seconds(10)));
  clock.now += seconds(10);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 1);
}

BOOST_AUTO_TEST_CASE(memory_is_bounded_and_the_busiest_are_remembered) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, kPlenty, clock.function());
  takenAtOnce(throttle, "192.0.2.1");
  const int most = static_cast<int>(web::Throttle::kMaxClients);
  for (int i = 0; i < most - 1; ++i) throttle.take(address(i));
  BOOST_TEST(throttle.clients() == web::Throttle::kMaxClients);
  throttle.take("198.51.100.1");
  BOOST_TEST(throttle.clients() == web::Throttle::kMaxClients);
  BOOST_TEST(throttle.take("192.0.2.1").has_value());
  clock.now += std::chrono::hours(1);
  throttle.take("198.51.100.2");
  BOOST_TEST(throttle.clients() == 1U);
}

BOOST_AUTO_TEST_CASE(several_turns_at_once_are_taken_whole_or_not_at_all) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, std::nullopt, clock.function());
  const web::Rate rate{100, std::chrono::milliseconds(600)};  // 100 a minute
  const auto first = throttle.take("key:1", rate, 60);
  BOOST_TEST((!first.wait && first.left == 40 && first.whole_in == seconds(36)));
  const auto second = throttle.take("key:1", rate, 41);
  BOOST_TEST((second.wait == seconds(1) && second.left == 40));
  const auto third = throttle.take("key:1", rate, 40);
  BOOST_TEST((!third.wait && third.left == 0 && third.whole_in == seconds(60)));
  BOOST_TEST((throttle.take("key:1", rate, 5).wait == seconds(3)));
  clock.now += seconds(3);
  const auto fourth = throttle.take("key:1", rate, 5);
  BOOST_TEST((!fourth.wait && fourth.left == 0));
  BOOST_TEST(throttle.take("key:2", rate, 100).left == 0);
}

BOOST_AUTO_TEST_CASE(a_rate_may_have_more_than_a_turn_in_a_millisecond) {
  Clock clock;
  web::Throttle throttle(kThreeThenOneIn10, std::nullopt, clock.function());
  const web::Rate rate{300'000, std::chrono::microseconds(200)};
  BOOST_TEST(throttle.take("key:1", rate, 300'000).left == 0);
  clock.now += seconds(1);
  BOOST_TEST(throttle.take("key:1", rate, 1).left == 4'999);
}

BOOST_AUTO_TEST_CASE(many_threads_take_no_more_than_there_is) {
  Clock clock;
  web::Throttle throttle({50, seconds(10)}, kPlenty, clock.function());
  std::atomic<int> taken = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { taken += takenAtOnce(throttle, "192.0.2.1"); });
  }
  for (std::thread& thread : threads) thread.join();
  BOOST_TEST(taken == 50);
}

// The requests of a client reach two services in turn, or only one of them.
BOOST_AUTO_TEST_CASE(services_share_a_limit) {
  Clock clock;
  const auto share = std::make_shared<web::Share>();
  share->set(2);
  constexpr web::Rate kFourThenOneIn10{4, seconds(10)};
  web::Throttle one(kFourThenOneIn10, kPlenty, clock.function(), share);
  web::Throttle two(kFourThenOneIn10, kPlenty, clock.function(), share);
  BOOST_TEST(takenAtOnce(one, "192.0.2.1") == 2);
  BOOST_TEST(takenAtOnce(two, "192.0.2.1") == 2);
  BOOST_TEST((one.take("192.0.2.1") == seconds(20)));
  clock.now += seconds(20);
  BOOST_TEST(takenAtOnce(one, "192.0.2.1") + takenAtOnce(two, "192.0.2.1") == 2);
  // One that is alone again has all of it.
  share->set(1);
  clock.now += std::chrono::days(1);
  BOOST_TEST(takenAtOnce(one, "192.0.2.1") == 4);
}

BOOST_AUTO_TEST_CASE(the_limit_of_all_together_is_shared_too) {
  Clock clock;
  const auto share = std::make_shared<web::Share>();
  share->set(3);
  web::Throttle throttle(kPlenty, web::Rate{7, seconds(1)}, clock.function(), share);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 2);
  BOOST_TEST((throttle.take("192.0.2.2") == seconds(3)));
}

BOOST_AUTO_TEST_CASE(a_turn_given_back_to_a_share_is_free_again) {
  Clock clock;
  const auto share = std::make_shared<web::Share>();
  share->set(2);
  web::Throttle throttle(kThreeThenOneIn10, std::nullopt, clock.function(), share);
  for (int i = 0; i < 100; ++i) {
    BOOST_TEST(!throttle.take("192.0.2.1").has_value());
    throttle.giveBack("192.0.2.1");
  }
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 1);
}

// A request may cost as much as a whole minute of all services.
BOOST_AUTO_TEST_CASE(a_dear_request_passes_a_small_share_and_leaves_a_debt) {
  Clock clock;
  const auto share = std::make_shared<web::Share>();
  share->set(4);
  constexpr web::Rate kSixty{60, seconds(1)};
  web::Throttle throttle(kSixty, std::nullopt, clock.function(), share);
  auto answer = throttle.take("192.0.2.1", kSixty, 60);
  BOOST_TEST(!answer.wait.has_value());
  BOOST_TEST(answer.left == 0);
  BOOST_TEST((answer.whole_in == seconds(240)));
  BOOST_TEST((throttle.take("192.0.2.1", kSixty, 60).wait == seconds(240)));
  BOOST_TEST((throttle.take("192.0.2.1", kSixty, 1).wait == seconds(240 - 14 * 4)));
  clock.now += seconds(240);
  BOOST_TEST(!throttle.take("192.0.2.1", kSixty, 60).wait.has_value());
}

BOOST_AUTO_TEST_CASE(a_share_has_at_least_one_turn) {
  Clock clock;
  const auto share = std::make_shared<web::Share>();
  share->set(100);
  web::Throttle throttle(kThreeThenOneIn10, std::nullopt, clock.function(), share);
  BOOST_TEST(takenAtOnce(throttle, "192.0.2.1") == 1);
  BOOST_TEST((throttle.take("192.0.2.1") == seconds(1000)));
  share->set(0);
  BOOST_TEST(share->nodes() == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
