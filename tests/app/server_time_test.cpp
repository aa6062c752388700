#include "app/server_time.h"

#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "app/clock.h"
#include "store/temporary_folder.h"

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

BOOST_AUTO_TEST_CASE(a_file_has_no_clock) {
  const store::test::TemporaryFolder folder;
  const auto store = store::openStore({folder.database()});
  std::vector<std::string> lines;
  correctClock(std::chrono::hours(6));
  const ServerTime time(*store, [&](std::string_view line) { lines.emplace_back(line); });
  BOOST_TEST(clockCorrection().count() == 6 * 3600);
  BOOST_TEST(lines.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
