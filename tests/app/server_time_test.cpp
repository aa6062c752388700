#include "app/server_time.h"

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "app/clock.h"
#include "store/store_place.h"

namespace policycalc::app::test {
namespace {

/// Gives the process its own clock back.
struct OwnClock {
  ~OwnClock() { correctClock(std::chrono::seconds(0)); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(TimeOfTheServer, OwnClock)

BOOST_AUTO_TEST_CASE(a_correction_moves_the_time_and_the_day) {
  const auto before = now();
  correctClock(std::chrono::hours(48));
  BOOST_TEST((now() >= before + std::chrono::hours(48)));
  BOOST_TEST((today() > base::dayInChina(machineTime())));
  BOOST_TEST(clockCorrection().count() == 48 * 3600);
}

// A database server here is on this machine, and so has its clock; a file has none.
BOOST_AUTO_TEST_CASE(the_service_goes_by_the_clock_of_the_database) {
  const store::test::StorePlace place;
  const auto store = store::openStore({place.database()});
  std::vector<std::string> lines;
  const bool has_clock = store->time().has_value();
  if (has_clock) correctClock(std::chrono::hours(6));
  const ServerTime time(*store, [&](std::string_view line) { lines.emplace_back(line); });
  BOOST_TEST(std::chrono::abs(clockCorrection()).count() < 60);
  BOOST_TEST(lines.size() == (has_clock ? 1U : 0U));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
