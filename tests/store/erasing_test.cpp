#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/soci_store.h"

#include "store/catalogue_versions_contract.h"
#include "store/feedback_contract.h"
#include "store/saved_profiles_contract.h"
#include "store/soci/connection.h"
#include "store/temporary_folder.h"

using namespace policycalc::store;
using namespace policycalc::store::test;

namespace {

const std::string kMark = "章贡区老街面馆的秘密";

/// The text of one sealed profile: long enough to take pages of its own.
std::string markedText() {
  std::string text;
  while (text.size() < 20'000) text += kMark + " ";
  return text;
}

/// How many of the database's files hold the mark.
int filesWithMark(const TemporaryFolder& folder) {
  int count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (bytes.find(kMark) != std::string::npos) ++count;
  }
  return count;
}

struct MarkedStore {
  TemporaryFolder folder;
  std::unique_ptr<Store> store = openStore({folder.database(), 1});

  MarkedStore() {
    store->savedProfiles().add(savedProfile("a", markedText()));
    store->savedProfiles().add(savedProfile("kept", "other"));
    BOOST_REQUIRE(filesWithMark(folder) > 0);
  }
  void replaceIt() const { store->savedProfiles().replace(savedProfile("a", "short"), 1, at(150)); }
};

struct Erasing {
  const char* name;
  void (*erase)(Store&);
};
std::ostream& operator<<(std::ostream& out, const Erasing& erasing) {
  return out << erasing.name;
}

const std::vector<Erasing> kErasing = {
    {"remove", [](Store& store) { store.savedProfiles().remove("a", at(150)); }},
    {"remove_expired_one", [](Store& store) { store.savedProfiles().remove("a", at(500)); }},
    {"remove_expired", [](Store& store) { store.savedProfiles().removeExpired(at(500)); }},
    {"replace",
     [](Store& store) { store.savedProfiles().replace(savedProfile("a", "short"), 1, at(150)); }},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ErasedData, MarkedStore)

BOOST_DATA_TEST_CASE_F(MarkedStore, is_in_no_file_when_the_call_returns,
                       boost::unit_test::data::make(kErasing), erasing) {
  erasing.erase(*store);
  BOOST_TEST(filesWithMark(folder) == 0);
}

BOOST_AUTO_TEST_CASE(feedback_goes_the_same_way) {
  store->savedProfiles().remove("a", at(150));
  FeedbackEntry entry = feedbackEntry("F-1");
  entry.sealed_message = markedText();
  store->feedback().add(entry);
  BOOST_TEST(filesWithMark(folder) > 0);
  store->feedback().remove("F-1");
  BOOST_TEST(filesWithMark(folder) == 0);
}

BOOST_AUTO_TEST_CASE(it_is_gone_though_a_second_store_is_open) {
  const auto second = openStore({folder.database()});
  BOOST_TEST(second->savedProfiles().find("a", at(150)).has_value());
  BOOST_TEST(second->feedback().list().empty());
  replaceIt();
  BOOST_TEST(filesWithMark(folder) == 0);
  BOOST_TEST(second->savedProfiles().find("a", at(150))->sealed == "short");
}

BOOST_AUTO_TEST_CASE(reading_in_this_store_does_not_keep_it) {
  store->savedProfiles().find("a", at(150));
  store->feedback().find("F-1");
  store->catalogueVersions().list();
  replaceIt();
  BOOST_TEST(filesWithMark(folder) == 0);
}

// Another process that reads for longer than the busy timeout holds the log open; the change is
// made all the same, and the next erasing call clears what was left.
BOOST_AUTO_TEST_CASE(the_next_call_makes_up_for_a_reader_that_stayed) {
  {
    const auto reader = sqlite::connect({folder.database()}, sqlite::Access::kReadOnly);
    *reader << "BEGIN";
    int rows = 0;
    *reader << "SELECT count(*) FROM saved_profile", soci::into(rows);
    replaceIt();
    BOOST_TEST(store->savedProfiles().find("a", at(150))->sealed == "short");
    BOOST_TEST(filesWithMark(folder) > 0);
    *reader << "ROLLBACK";
  }
  store->savedProfiles().removeExpired(at(0));
  BOOST_TEST(filesWithMark(folder) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
