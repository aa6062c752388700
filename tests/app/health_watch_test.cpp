#include "app/health_watch.h"

#include <filesystem>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "store/temporary_folder.h"

namespace policycalc::app::test {

BOOST_AUTO_TEST_SUITE(WatchOfTheDatabase)

BOOST_AUTO_TEST_CASE(trouble_and_its_end_are_said_once_each) {
  const store::test::TemporaryFolder folder;
  const auto kept = store::openStore({folder.database()});
  std::vector<std::string> lines;
  HealthWatch watch(*kept, [&](std::string_view line) { lines.emplace_back(line); });
  watch.look();
  BOOST_TEST(lines.empty());
  const std::filesystem::path aside = folder.path() / "aside.db";
  std::filesystem::rename(folder.database(), aside);
  watch.look();
  watch.look();
  std::filesystem::rename(aside, folder.database());
  watch.look();
  watch.look();
  BOOST_TEST_REQUIRE(lines.size() == 2U);
  BOOST_TEST(lines[0] ==
             "- trouble: database_removed; see /operate.html#trouble and run `policycalc doctor`");
  BOOST_TEST(lines[1] == "- the database can be read and written again");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
