#include <map>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/store.h"

#include "store/child_process.h"
#include "store/on_file_only.h"
#include "store/records.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"
#include "store/store_place.h"

using namespace policycalc::store;
using namespace policycalc::store::test;

BOOST_AUTO_TEST_SUITE(StoreProfilesTogether)

BOOST_AUTO_TEST_CASE(they_survive_reopening) {
  const StorePlace folder;
  openStore({folder.database()})->savedProfiles().add(savedProfile("a"));
  const auto store = openStore({folder.database()});
  BOOST_TEST((store->savedProfiles().find("a", at(150)) == savedProfile("a")));
}

BOOST_AUTO_TEST_CASE(of_many_replacements_of_one_revision_one_succeeds) {
  constexpr std::size_t kThreads = 8;
  const StorePlace folder;
  const auto store = openStore({folder.database(), 60});
  store->savedProfiles().add(savedProfile("a"));
  std::vector<SavedProfiles::Change> changes(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      changes[i] = store->savedProfiles().replace(savedProfile("a", std::to_string(i)), 1, at(150));
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::vector<std::string> winners;
  for (std::size_t i = 0; i < kThreads; ++i) {
    if (changes[i] == SavedProfiles::Change::kDone) winners.push_back(std::to_string(i));
  }
  BOOST_REQUIRE(winners.size() == 1U);
  BOOST_TEST(store->savedProfiles().find("a", at(150))->sealed == winners.front());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(StoreFeedbackTogether)

BOOST_AUTO_TEST_CASE(another_process_sees_each_change) {
  const StorePlace folder;
  const auto first = openStore({folder.database()});
  const auto second = openStore({folder.database()});
  first->feedback().add(feedbackEntry("F-1"));
  BOOST_TEST(second->feedback().list().size() == 1U);
  second->feedback().setState("F-1", "declined", at(300));
  BOOST_TEST(first->feedback().find("F-1")->state == "declined");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(OlderDatabase)

BOOST_AUTO_TEST_CASE(one_without_saved_profiles_keeps_its_catalogues, *onFileOnly()) {
  const StorePlace folder;
  {
    const auto session = sqlite::connect({folder.database()}, sqlite::Access::kReadWrite);
    sqlite::migrate(*session, {sqlite::schema().begin(), sqlite::schema().begin() + 1});
    *session << "INSERT INTO catalogue_version (hash, published_at, bytes, content)"
                " VALUES ('sha256:old', 5, 1, 'x')";
  }
  const auto store = openStore({folder.database()});
  BOOST_TEST(store->catalogueVersions().find("sha256:old")->content == "x");
  store->savedProfiles().add(savedProfile("a"));
  BOOST_TEST(store->savedProfiles().find("a", at(150)).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

constexpr int kSavers = 4;

bool isKept(const std::string& name) {
  return std::stoi(name.substr(name.rfind('-') + 1)) % 2 != 0;
}

/// Saves, changes and removes for ever, and says each change once it was acknowledged.
void saveForEver(const std::filesystem::path& database, int round, int output) {
  const auto store = openStore({database, 30});
  std::vector<std::thread> threads;
  for (int t = 0; t < kSavers; ++t) {
    threads.emplace_back([&store, round, t, output] {
      for (int i = 0;; ++i) {
        const std::string name =
            std::to_string(round) + "-" + std::to_string(t) + "-" + std::to_string(i);
        store->savedProfiles().add(savedProfile(name, "first"));
        writeLine(output, "added " + name);
        store->savedProfiles().replace(savedProfile(name, "second"), 1, at(150));
        writeLine(output, "changed " + name);
        if (isKept(name)) continue;
        store->savedProfiles().remove(name, at(150));
        writeLine(output, "removed " + name);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

/// What must hold of each name after the kill: the last change that was acknowledged, or the one
/// that was under way.
void checkAfterKill(Store& store, const std::vector<std::string>& lines) {
  for (const auto& [name, change] : lastChanges(lines)) {
    const auto profile = store.savedProfiles().find(name, at(150));
    BOOST_TEST_CONTEXT(name << " was " << change) {
      if (change == "removed") BOOST_TEST(!profile.has_value());
      // The removal of every second one may have been under way.
      if (change == "added") BOOST_TEST(profile.has_value());
      if (change == "changed" && isKept(name)) BOOST_TEST(profile.has_value());
      if (change == "changed" && profile) BOOST_TEST(profile->sealed == "second");
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SavedProfilesAfterKill)

BOOST_AUTO_TEST_CASE(nothing_acknowledged_is_lost) {
  const StorePlace folder;
  for (int round = 0; round < 6; ++round) {
    ChildProcess child([&](int output) { saveForEver(folder.database(), round, output); });
    const std::vector<std::string> lines = linesBeforeKill(child, 40);
    BOOST_TEST(lines.size() >= 40U);
    const auto store = openStore({folder.database()});
    checkAfterKill(*store, lines);
  }
}

BOOST_AUTO_TEST_SUITE_END()
