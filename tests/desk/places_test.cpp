#include "desk/door/places.h"

#include <functional>
#include <future>
#include <optional>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

using Who = Places::Who;
using std::chrono::milliseconds;

constexpr milliseconds kNoPatience{0};
constexpr std::chrono::minutes kForEver{10};  // longer than any machine needs

/// Waits until `count` of that kind wait. The suite's time limit ends what never comes.
void untilWaiting(const Places& places, Who who, std::size_t count) {
  while (places.waiting(who) != count) std::this_thread::yield();
}

/// Whether one of that kind gets a place in the end.
std::future<bool> asks(Places& places, Who who) {
  return std::async(std::launch::async, [&places, who] { return places.take(who).has_value(); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PlacesForPasswords)

BOOST_AUTO_TEST_CASE(places_are_given_back_when_their_holder_goes) {
  Places places(2, kNoPatience);
  auto first = places.take(Who::kKnown);
  {
    const auto second = places.take(Who::kKnown);
    BOOST_TEST(second.has_value());
    BOOST_TEST(!places.take(Who::kKnown).has_value());
  }
  const auto again = places.take(Who::kKnown);
  BOOST_TEST(again.has_value());
  BOOST_TEST(!places.take(Who::kKnown).has_value());
  first.reset();
  BOOST_TEST(places.take(Who::kKnown).has_value());
  BOOST_TEST(places.take(Who::kKnown).has_value());  // the place before was given back at once
  BOOST_TEST(!Places(0).take(Who::kKnown).has_value());
  BOOST_TEST(!Places(0).take(Who::kStranger).has_value());
}

BOOST_AUTO_TEST_CASE(strangers_take_no_more_than_their_half) {
  Places places(4, kNoPatience);
  const auto first = places.take(Who::kStranger);
  const auto second = places.take(Who::kStranger);
  BOOST_TEST(second.has_value());
  BOOST_TEST(!places.take(Who::kStranger).has_value());
  const auto third = places.take(Who::kKnown);
  const auto fourth = places.take(Who::kKnown);
  BOOST_TEST(third.has_value());
  BOOST_TEST(fourth.has_value());
  BOOST_TEST(!places.take(Who::kKnown).has_value());
}

BOOST_AUTO_TEST_CASE(a_single_place_is_for_all) {
  Places places(1, kNoPatience);
  BOOST_TEST(places.take(Who::kStranger).has_value());
  const auto taken = places.take(Who::kKnown);
  BOOST_TEST(taken.has_value());
  BOOST_TEST(!places.take(Who::kStranger).has_value());
}

BOOST_AUTO_TEST_CASE(one_who_waits_is_served_when_a_place_is_given_back) {
  for (const Who who : {Who::kStranger, Who::kKnown}) {
    Places places(1, kForEver);
    auto taken = places.take(who);
    auto waiter = asks(places, who);
    untilWaiting(places, who, 1);
    taken.reset();
    BOOST_TEST(waiter.get());
    BOOST_TEST(places.waiting(who) == 0U);
  }
}

BOOST_AUTO_TEST_CASE(a_full_queue_takes_no_more_and_all_in_it_are_served) {
  Places places(2, kForEver);
  auto taken = places.take(Who::kStranger);
  std::vector<std::future<bool>> waiters;
  for (std::size_t i = 0; i < Places::kMostWaiting; ++i) {
    waiters.push_back(asks(places, Who::kStranger));
  }
  untilWaiting(places, Who::kStranger, Places::kMostWaiting);
  BOOST_TEST(!places.take(Who::kStranger).has_value());
  BOOST_TEST(places.take(Who::kKnown).has_value());  // at once, before all of them
  taken.reset();
  for (auto& waiter : waiters) BOOST_TEST(waiter.get());
}

BOOST_AUTO_TEST_CASE(the_known_come_before_strangers_who_wait_longer) {
  Places places(1, kForEver);
  auto taken = places.take(Who::kStranger);
  std::optional<bool> stranger_was_first;
  std::mutex mutex;
  const auto tell = [&](Who who) {
    const auto place = places.take(who);
    const std::lock_guard<std::mutex> lock(mutex);
    if (!stranger_was_first) stranger_was_first = who == Who::kStranger;
  };
  std::thread stranger(tell, Who::kStranger);
  untilWaiting(places, Who::kStranger, 1);
  std::thread known(tell, Who::kKnown);
  untilWaiting(places, Who::kKnown, 1);
  taken.reset();
  stranger.join();
  known.join();
  BOOST_TEST(stranger_was_first.has_value());
  BOOST_TEST(!*stranger_was_first);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
