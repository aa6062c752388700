#include "desk/door/login_homes.h"

#include <optional>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"
#include "policycalc/store/store.h"

#include "store/temporary_folder.h"
#include "support/files.h"

namespace policycalc::desk::test {
namespace {

const std::chrono::sys_seconds kNow{std::chrono::seconds(1'764'000'000)};

}  // namespace

BOOST_AUTO_TEST_SUITE(HomesOfAccounts)

BOOST_AUTO_TEST_CASE(a_pair_is_known_and_neither_of_its_halves) {
  LoginHomes homes;
  BOOST_TEST(!homes.has("li", "192.0.2.1"));
  homes.remember("li", "192.0.2.1", kNow);
  BOOST_TEST(homes.has("li", "192.0.2.1"));
  BOOST_TEST(!homes.has("li", "192.0.2.2"));
  BOOST_TEST(!homes.has("wang", "192.0.2.1"));
  BOOST_TEST(!homes.has("li\n192.0.2.1", ""));
  BOOST_TEST(!homes.has("", "li\n192.0.2.1"));
}

BOOST_AUTO_TEST_CASE(a_restart_forgets_nothing_and_the_database_names_no_one) {
  const store::test::TemporaryFolder folder;
  const vault::Key key = vault::Key::random();
  {
    const auto store = store::openStore({.path = folder.database()});
    LoginHomes homes(store->loginHomes(), key);
    homes.remember("li.na-hall", "192.0.2.123", kNow);
    homes.remember("li.na-hall", "192.0.2.123", kNow + std::chrono::hours(1));
  }
  const auto store = store::openStore({.path = folder.database()});
  BOOST_TEST(LoginHomes(store->loginHomes(), key).has("li.na-hall", "192.0.2.123"));
  BOOST_TEST(!LoginHomes(store->loginHomes(), key).has("li.na-hall", "192.0.2.124"));
  BOOST_TEST(
      !LoginHomes(store->loginHomes(), vault::Key::random()).has("li.na-hall", "192.0.2.123"));
  const std::string files = policycalc::test::allFiles(folder.path());
  BOOST_TEST(files.find("li.na-hall") == std::string::npos);
  BOOST_TEST(files.find("192.0.2.123") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_another_service_on_the_database_has_seen_is_found) {
  const store::test::TemporaryFolder folder;
  const vault::Key key = vault::Key::random();
  const auto store = store::openStore({.path = folder.database()});
  LoginHomes one(store->loginHomes(), key);
  LoginHomes other(store->loginHomes(), key);
  one.remember("li", "192.0.2.1", kNow);
  BOOST_TEST(!other.has("li", "192.0.2.1"));
  other.look("li", "192.0.2.2");
  BOOST_TEST(!other.has("li", "192.0.2.2"));
  other.look("li", "192.0.2.1");
  BOOST_TEST(other.has("li", "192.0.2.1"));
  // It is as old as the other one has noted: a day later it is noted again.
  other.remember("li", "192.0.2.1", kNow + LoginHomes::kNoted);
  BOOST_TEST((store->loginHomes().list().at(0).seen_at == kNow + LoginHomes::kNoted));
}

BOOST_AUTO_TEST_CASE(a_pair_that_is_seen_again_is_written_once_a_day) {
  const store::test::TemporaryFolder folder;
  const auto store = store::openStore({.path = folder.database()});
  LoginHomes homes(store->loginHomes(), vault::Key::random());
  const auto written = [&] { return store->loginHomes().list().at(0).seen_at - kNow; };
  homes.remember("li", "192.0.2.1", kNow);
  homes.remember("li", "192.0.2.1", kNow + LoginHomes::kNoted - std::chrono::seconds(1));
  BOOST_TEST(written().count() == 0);
  homes.remember("li", "192.0.2.1", kNow + LoginHomes::kNoted);
  BOOST_TEST((written() == LoginHomes::kNoted));
  BOOST_TEST(store->loginHomes().list().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_new_key_forgets_the_homes_and_keeps_new_ones_under_itself) {
  const store::test::TemporaryFolder folder;
  const auto store = store::openStore({.path = folder.database()});
  const vault::ServiceKeys before(vault::Key::random(), std::nullopt);
  const vault::ServiceKeys after(vault::Key::random(), std::nullopt);
  store->keyRecord().adopt({before.current_id, "check"});
  const vault::KeyRing ring(before, [&] { return std::optional(after); });
  LoginHomes homes(store->loginHomes(), ring);
  homes.remember("li", "192.0.2.1", kNow);
  BOOST_TEST(homes.has("li", "192.0.2.1"));
  store->keyRecord().begin({after.current_id, "check"});
  store->keyRecord().finish();
  BOOST_TEST(store->loginHomes().list().empty());
  // What the store refused is not taken for remembered.
  const auto is_stale = [](const store::StoreError& error) {
    return error.kind() == store::StoreError::Kind::kStaleKey;
  };
  for (int i = 0; i < 2; ++i) {
    BOOST_CHECK_EXCEPTION(homes.remember("wang", "192.0.2.1", kNow), store::StoreError, is_stale);
    BOOST_TEST(!homes.has("wang", "192.0.2.1"));
  }
  ring.refresh();
  BOOST_TEST(!homes.has("li", "192.0.2.1"));
  homes.remember("li", "192.0.2.1", kNow);
  BOOST_TEST(homes.has("li", "192.0.2.1"));
  BOOST_TEST(LoginHomes(store->loginHomes(), after.current).has("li", "192.0.2.1"));
}

BOOST_AUTO_TEST_CASE(beyond_the_most_the_oldest_goes) {
  LoginHomes homes;
  for (std::size_t i = 0; i <= LoginHomes::kMost; ++i) {
    homes.remember("a" + std::to_string(i), "192.0.2.1", kNow + std::chrono::seconds(i));
  }
  BOOST_TEST(!homes.has("a0", "192.0.2.1"));
  BOOST_TEST(homes.has("a1", "192.0.2.1"));
  BOOST_TEST(homes.has("a" + std::to_string(LoginHomes::kMost), "192.0.2.1"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
