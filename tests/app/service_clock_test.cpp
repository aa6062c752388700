#include "app/service_clock.h"

#include <chrono>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr hours kDay{24};
const sys_seconds kStart = std::chrono::sys_days(std::chrono::year(2026) / 11 / 25) + hours(8);

/// A service on a computer whose clock and uptime a test moves.
struct Computer {
  store::test::TemporaryFolder folder;
  std::unique_ptr<store::Store> store = store::openStore({folder.database()});
  sys_seconds now = kStart;
  seconds awake{5000};
  std::vector<std::string> lines;
  ServiceClock clock{store->clock(),
                     {.now = [this] { return now; },
                      .awake = [this] { return awake; },
                      .log = [this](std::string_view line) { lines.emplace_back(line); }}};

  void pass(seconds time) {
    now += time;
    awake += time;
  }
  sys_seconds confirmed() const { return *store->clock().confirmed(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ClockOfTheService, Computer)

BOOST_AUTO_TEST_CASE(the_time_is_kept_as_it_passes) {
  clock.look();
  BOOST_TEST((confirmed() == kStart));
  for (int i = 0; i < 10; ++i) {
    pass(kDay);
    clock.look();
    BOOST_TEST((confirmed() == now));
  }
  BOOST_TEST(clock.isBelieved());
  BOOST_TEST(lines.empty());
}

BOOST_AUTO_TEST_CASE(a_start_far_ahead_is_told_once_and_not_kept) {
  store->clock().confirm(kStart - 188 * kDay);
  clock.look();
  BOOST_TEST(!clock.isBelieved());
  BOOST_TEST((confirmed() == kStart - 188 * kDay));
  BOOST_TEST_REQUIRE(lines.size() == 1U);
  BOOST_TEST(lines[0] ==
             "- the clock shows 2026-11-25T08:00:00Z, 188 days past the confirmed time "
             "2026-05-21T08:00:00Z: nothing is removed and nothing ends by it; set the clock right "
             "or, if it is right, run `policycalc clock confirm`");
  // No uptime after a wrong start makes it right.
  for (int i = 0; i < 30; ++i) {
    pass(10 * kDay);
    clock.look();
  }
  BOOST_TEST(!clock.isBelieved());
  BOOST_TEST(lines.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_confirmation_by_another_process_is_seen) {
  store->clock().confirm(kStart - 188 * kDay);
  clock.look();
  store->clock().confirm(now);
  pass(minutes(1));
  clock.look();
  BOOST_TEST(clock.isBelieved());
  BOOST_TEST_REQUIRE(lines.size() == 2U);
  BOOST_TEST(lines[1] == "- the clock shows 2026-11-25T08:01:00Z, which is believed again");
}

BOOST_AUTO_TEST_CASE(a_jump_is_told_at_the_next_question_and_forgotten_when_it_is_undone) {
  clock.look();
  now += 4 * kDay;
  BOOST_TEST((clock.now() == kStart + 4 * kDay));
  BOOST_TEST(!clock.isBelieved());
  BOOST_TEST((confirmed() == kStart));
  now -= 4 * kDay;
  clock.now();
  BOOST_TEST(clock.isBelieved());
  BOOST_TEST(lines.size() == 2U);
}

BOOST_AUTO_TEST_CASE(sleep_that_the_uptime_proves_is_believed_at_once) {
  clock.look();
  pass(9 * kDay);
  clock.now();
  BOOST_TEST(clock.isBelieved());
  BOOST_TEST((confirmed() == kStart + 9 * kDay));
  BOOST_TEST(lines.empty());
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_behind_is_told_and_removes_as_it_says) {
  store->clock().confirm(kStart + hours(5));
  clock.look();
  BOOST_TEST(clock.isBelieved());
  BOOST_TEST_REQUIRE(lines.size() == 1U);
  BOOST_TEST(lines[0] ==
             "- the clock shows 2026-11-25T08:00:00Z, 5 hours before the confirmed time "
             "2026-11-25T13:00:00Z; set the clock right or, if it is right, run `policycalc clock "
             "confirm`");
  BOOST_TEST((confirmed() == kStart + hours(5)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
