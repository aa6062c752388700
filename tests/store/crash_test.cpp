#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "store/child_process.h"
#include "store/records.h"
#include "store/store_place.h"

using namespace policycalc::store;
using namespace policycalc::store::test;

namespace {

constexpr int kPublishers = 4;  // more than one, so that commits are shared

std::string contentOf(const std::string& hash) {
  return "content of " + hash;
}

/// Publishes for ever and writes each hash once it was acknowledged.
void publishForEver(const std::filesystem::path& database, int round, int output) {
  const auto store = openStore({database});
  std::vector<std::thread> threads;
  for (int t = 0; t < kPublishers; ++t) {
    threads.emplace_back([&store, round, t, output] {
      for (int i = 0;; ++i) {
        const std::string hash =
            std::to_string(round) + "-" + std::to_string(t) + "-" + std::to_string(i);
        store->catalogueVersions().publish({hash, at(i), contentOf(hash)});
        writeLine(output, hash);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

/// Kills the child after `count` acknowledgements; gives all that it acknowledged.
std::vector<std::string> acknowledgedBeforeKill(const std::filesystem::path& database, int round,
                                                std::size_t count) {
  ChildProcess child([&](int output) { publishForEver(database, round, output); });
  return linesBeforeKill(child, count);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreAfterKill)

BOOST_AUTO_TEST_CASE(nothing_acknowledged_is_lost) {
  const StorePlace folder;
  std::vector<std::string> acknowledged;
  for (int round = 0; round < 10; ++round) {
    const std::size_t count = 20 + 17 * static_cast<std::size_t>(round);
    const auto more = acknowledgedBeforeKill(folder.database(), round, count);
    BOOST_TEST(more.size() >= count);
    acknowledged.insert(acknowledged.end(), more.begin(), more.end());
    const auto store = openStore({folder.database()});
    for (const std::string& hash : acknowledged) {
      const auto version = store->catalogueVersions().find(hash);
      BOOST_REQUIRE_MESSAGE(version.has_value(), hash << " was acknowledged and is lost");
      BOOST_TEST(version->content == contentOf(hash));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
