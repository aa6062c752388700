#include "app/node_watch.h"

#include <filesystem>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

using std::chrono::seconds;

/// Services on one database, whose machines agree on no time.
struct Database {
  store::test::TemporaryFolder folder;
  std::unique_ptr<store::Store> owned = store::openStore({folder.database()});
};

struct Service {
  Service(Database& database, std::string place, seconds ahead = seconds(0))
      : now(ahead),
        watch(
            database.owned->nodes(), std::move(place), share,
            [this](std::string_view line) { lines.emplace_back(line); },
            [this] { return NodeWatch::Steady(now); }) {}

  /// What it counts after so long.
  int after(seconds time) {
    now += time;
    watch.look();
    return share->nodes();
  }

  seconds now;
  std::shared_ptr<web::Share> share = std::make_shared<web::Share>();
  std::vector<std::string> lines;
  NodeWatch watch;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(WatchOfTheNodes)

BOOST_AUTO_TEST_CASE(services_see_each_other_whatever_their_clocks_say) {
  Database database;
  Service one(database, "a:1");
  BOOST_TEST(one.after(seconds(0)) == 1);
  Service two(database, "b:1", seconds(1'000'000));
  BOOST_TEST(two.after(seconds(0)) == 2);
  BOOST_TEST(one.after(seconds(5)) == 2);
  for (int i = 0; i < 10; ++i) {
    BOOST_TEST(two.after(seconds(5)) == 2);
    BOOST_TEST(one.after(seconds(5)) == 2);
  }
  BOOST_TEST(one.lines == std::vector<std::string>{"- services on this database: 2"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_service_that_leaves_is_not_counted) {
  Database database;
  Service one(database, "a:1");
  {
    Service two(database, "b:1");
    two.after(seconds(0));
    BOOST_TEST(one.after(seconds(1)) == 2);
  }
  BOOST_TEST(one.after(seconds(1)) == 1);
}

BOOST_AUTO_TEST_CASE(a_service_that_was_killed_counts_until_it_is_silent_for_long) {
  Database database;
  database.owned->nodes().beat("b:1");
  Service one(database, "a:1");
  BOOST_TEST(one.after(seconds(0)) == 2);
  BOOST_TEST(one.after(NodeWatch::kSilence - seconds(1)) == 2);
  BOOST_TEST(one.after(seconds(1)) == 1);
  // It comes back, at the same place.
  database.owned->nodes().beat("b:1");
  BOOST_TEST(one.after(seconds(1)) == 2);
  BOOST_TEST(one.after(NodeWatch::kSilence - seconds(1)) == 2);
  database.owned->nodes().beat("b:1");
  BOOST_TEST(one.after(seconds(1)) == 2);
}

BOOST_AUTO_TEST_CASE(a_service_that_was_restarted_is_not_two) {
  Database database;
  database.owned->nodes().beat("a:1");
  Service one(database, "a:1");
  BOOST_TEST(one.after(seconds(0)) == 1);
}

BOOST_AUTO_TEST_CASE(while_the_database_fails_the_number_stays_and_the_log_says_it_once) {
  Database database;
  Service one(database, "a:1");
  database.owned->nodes().beat("b:1");
  BOOST_TEST(one.after(seconds(0)) == 2);
  const std::filesystem::path aside = database.folder.path() / "aside.db";
  std::filesystem::rename(database.folder.database(), aside);
  BOOST_TEST(one.after(seconds(60)) == 2);
  BOOST_TEST(one.after(seconds(60)) == 2);
  std::filesystem::rename(aside, database.folder.database());
  BOOST_TEST(one.after(seconds(1)) == 1);
  BOOST_TEST_REQUIRE(one.lines.size() == 3U);
  BOOST_TEST(one.lines[1].rfind("- other services cannot be seen: ", 0) == 0U, one.lines[1]);
  BOOST_TEST(one.lines[2] == "- services on this database: 1");
}

BOOST_AUTO_TEST_CASE(a_place_names_the_machine_and_the_port) {
  const std::string place = placeOf(8443);
  BOOST_TEST(place.size() > 5U);
  BOOST_TEST(place.substr(place.size() - 5) == ":8443");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
