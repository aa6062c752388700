#include "policycalc/store/store.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "store/records.h"
#include "store/store_place.h"

using namespace policycalc::store;
using policycalc::store::test::at;
using policycalc::store::test::StorePlace;

BOOST_AUTO_TEST_SUITE(StoreVersionsTogether)

BOOST_AUTO_TEST_CASE(versions_survive_reopening) {
  const StorePlace folder;
  const CatalogueVersion version{"sha256:a", at(7), "政策"};
  openStore({folder.database()})->catalogueVersions().publish(version);
  const auto store = openStore({folder.database()});
  BOOST_TEST((store->catalogueVersions().find("sha256:a") == version));
  BOOST_TEST(!store->catalogueVersions().publish({"sha256:a", at(9), "政策"}));
}

// A reader whose statement was left open would go on reading its old snapshot.
BOOST_AUTO_TEST_CASE(one_reader_sees_every_later_publish) {
  const StorePlace folder;
  const auto store = openStore({folder.database(), 5, 1});
  for (int i = 0; i < 20; ++i) {
    const std::string hash = std::to_string(i);
    BOOST_TEST(!store->catalogueVersions().find(hash).has_value());
    store->catalogueVersions().publish({hash, at(i), hash});
    BOOST_TEST(store->catalogueVersions().find(hash).has_value());
    BOOST_TEST(store->catalogueVersions().list().front().hash == hash);
    store->health();
  }
}

BOOST_AUTO_TEST_CASE(two_stores_on_one_file_see_each_other) {
  const StorePlace folder;
  const auto first = openStore({folder.database()});
  const auto second = openStore({folder.database()});
  first->catalogueVersions().publish({"a", at(1), "x"});
  BOOST_TEST(second->catalogueVersions().find("a").has_value());
  BOOST_TEST(!second->catalogueVersions().publish({"a", at(2), "x"}));
}

BOOST_AUTO_TEST_CASE(errors_do_not_repeat_what_was_stored) {
  const StorePlace folder;
  const auto store = openStore({folder.database()});
  store->catalogueVersions().publish({"a", at(1), "first secret"});
  try {
    store->catalogueVersions().publish({"a", at(1), "second secret"});
    BOOST_ERROR("not refused");
  } catch (const StoreError& error) {
    const std::string all = error.what() + error.detail();
    BOOST_TEST(all.find("secret") == std::string::npos);
    BOOST_TEST(all.find("SELECT") == std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(StoreUnderThreads)

namespace {

constexpr int kThreads = 8;
constexpr int kVersionsEach = 50;

/// What one thread saw; Boost.Test may only be asked from the main thread.
struct Seen {
  int published = 0;
  int found = 0;
  std::string error;
};

void publishAndFind(CatalogueVersions& versions, int thread, Seen& seen) {
  try {
    for (int i = 0; i < kVersionsEach; ++i) {
      const std::string own = std::to_string(thread) + "/" + std::to_string(i);
      if (versions.publish({own, at(i), own})) ++seen.published;
      const std::string shared = "shared/" + std::to_string(i);
      if (versions.publish({shared, at(thread), shared})) ++seen.published;
      if (versions.find(own) && versions.find(shared)) ++seen.found;
    }
  } catch (const std::exception& error) {
    seen.error = error.what();
  }
}

/// True if no list was shorter than the one before it.
bool listUntil(const std::atomic<bool>& done, const CatalogueVersions& versions) {
  std::size_t most = 0;
  while (!done) {
    const std::size_t now = versions.list().size();
    if (now < most) return false;
    most = now;
  }
  return true;
}

}  // namespace

BOOST_AUTO_TEST_CASE(eight_threads_publish_and_find_while_one_lists) {
  const StorePlace folder;
  const auto store = openStore({folder.database(), 60, 3});  // fewer readers than threads
  CatalogueVersions& versions = store->catalogueVersions();
  std::vector<Seen> seen(kThreads);
  std::atomic<bool> done = false;
  bool only_grew = false;
  std::thread lister([&] { only_grew = listUntil(done, versions); });
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back(
        [&, i] { publishAndFind(versions, i, seen[static_cast<std::size_t>(i)]); });
  }
  for (std::thread& thread : threads) thread.join();
  done = true;
  lister.join();
  int published = 0;
  for (const Seen& one : seen) {
    BOOST_TEST(one.error == "");
    BOOST_TEST(one.found == kVersionsEach);
    published += one.published;
  }
  BOOST_TEST(only_grew);
  BOOST_TEST(published == kThreads * kVersionsEach + kVersionsEach);
  BOOST_TEST(versions.list().size() == static_cast<std::size_t>(published));
}

BOOST_AUTO_TEST_CASE(stores_opened_at_once_on_a_fresh_file_all_succeed) {
  for (int round = 0; round < 10; ++round) {
    const StorePlace folder;
    std::vector<std::string> errors(kThreads);
    std::atomic<int> ready = 0;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < errors.size(); ++i) {
      threads.emplace_back([&, i] {
        ++ready;
        while (ready < kThreads) std::this_thread::yield();
        try {
          const std::string hash = std::to_string(i);
          openStore({folder.path() / "new" / "store.db", 30})
              ->catalogueVersions()
              .publish({hash, at(0), hash});
        } catch (const StoreError& error) {
          errors[i] = std::string(error.what()) + " / " + error.detail();
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& error : errors) BOOST_TEST(error == "");
    const auto store = openStore({folder.path() / "new" / "store.db"});
    BOOST_TEST(store->catalogueVersions().list().size() == errors.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()
