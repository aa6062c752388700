#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/store.h"

#include "store/records.h"
#include "store/sqlite/connection.h"
#include "store/temporary_folder.h"

namespace desk = policycalc::desk;
using namespace policycalc::store;
using namespace policycalc::store::test;

namespace {

const std::string kMark = "章贡区老街面馆的秘密";

/// The text of one sealed profile: long enough to fill several pages.
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

namespace {

/// The sealed texts of an applicant and its matter, of which one is marked.
struct SealedTexts {
  std::string name = "name";
  std::string profile = "profile";
  std::string key = "key";
  std::string given_by = "given by";
  std::string note = "note";
  std::string reason = "reason";
};

struct MarkedText {
  const char* name;
  std::string SealedTexts::*text;
};
std::ostream& operator<<(std::ostream& out, const MarkedText& marked) {
  return out << marked.name;
}

const std::vector<MarkedText> kTexts = {
    {"name", &SealedTexts::name}, {"profile", &SealedTexts::profile},
    {"key", &SealedTexts::key},   {"given_by", &SealedTexts::given_by},
    {"note", &SealedTexts::note}, {"reason", &SealedTexts::reason},
};

/// How an applicant ends: for each text, all of it goes.
struct Ending {
  const char* name;
  void (*end)(Store&, std::int64_t applicant_id);
};
std::ostream& operator<<(std::ostream& out, const Ending& ending) {
  return out << ending.name;
}

const std::vector<Ending> kEndings = {
    {"withdrawn",
     [](Store& store, std::int64_t id) { store.applicants().withdraw(id, actor(1, 150)); }},
    {"over", [](Store& store, std::int64_t) { store.applicants().endOver(at(1000)); }},
    {"firm_comes_again",
     [](Store& store, std::int64_t) {
       Applicant again = applicant("again");
       again.firm = "firm";
       again.authorisation.until = at(2000);
       store.applicants().add(again, actor(1, 1000));
     }},
};

/// A store with an applicant of the firm `firm`, and a matter with a note and a reason.
struct DeskStore {
  TemporaryFolder folder;
  std::unique_ptr<Store> store = openStore({folder.database(), 1});
  std::int64_t staff = addClerk(*store);

  Applicant given(const SealedTexts& texts) const {
    Applicant given = applicant("kept");
    given.firm = "firm";
    given.sealed_name = texts.name;
    given.sealed = texts.profile;
    given.key_by_service = texts.key;
    given.authorisation.sealed_by = texts.given_by;
    return given;
  }
  std::int64_t keep(const SealedTexts& texts) const {
    addApplicant(*store, staff, "other");
    const auto id = store->applicants().add(given(texts), actor(staff, 100));
    BOOST_TEST_REQUIRE(id.has_value());
    const std::int64_t opened = openMatter(*store, staff, receivedMatter(*id, "R1"));
    store->matters().addNote(opened, texts.note, actor(staff, 120));
    store->matters().step(opened, 1, {desk::MatterState::kPreparing, 0, false, texts.reason},
                          actor(staff, 130));
    BOOST_TEST_REQUIRE(filesWithMark(folder) > 0);
    return *id;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ErasedApplicant, DeskStore)

BOOST_DATA_TEST_CASE_F(DeskStore, is_in_no_file_when_the_call_returns,
                       boost::unit_test::data::make(kTexts) *
                           boost::unit_test::data::make(kEndings),
                       marked, ending) {
  SealedTexts texts;
  texts.*marked.text = markedText();
  const std::int64_t id = keep(texts);
  ending.end(*store, id);
  BOOST_TEST(filesWithMark(folder) == 0);
}

BOOST_AUTO_TEST_CASE(replaced_data_is_gone_too) {
  SealedTexts texts;
  texts.name = texts.profile = markedText();
  Applicant next = given({});
  next.id = keep(texts);
  store->applicants().replace(next, 1, {"name"}, actor(staff, 150));
  BOOST_TEST(filesWithMark(folder) == 0);
}

BOOST_AUTO_TEST_CASE(the_giver_of_the_former_authorisation_is_gone_too) {
  SealedTexts texts;
  texts.given_by = markedText();
  const std::int64_t id = keep(texts);
  store->applicants().authorise(id, given({}).authorisation, actor(staff, 150));
  BOOST_TEST(filesWithMark(folder) == 0);
}

BOOST_AUTO_TEST_CASE(reading_does_not_keep_it) {
  SealedTexts texts;
  texts.profile = texts.note = markedText();
  const std::int64_t id = keep(texts);
  const auto second = openStore({folder.database()});
  for (Store* one : {store.get(), second.get()}) {
    BOOST_TEST(one->applicants().find(id, at(150)).has_value());
    BOOST_TEST(one->applicants().findByFirm("firm", "", at(150)).has_value());
    BOOST_TEST(one->applicants().list("", at(150)).size() == 2U);
    BOOST_TEST(one->matters().list({}, at(150)).size() == 1U);
    BOOST_TEST(
        one->matters().find(one->matters().list({}, at(150)).front().id, at(150)).has_value());
    BOOST_TEST(!deskTrail(*one).empty());
    BOOST_TEST(one->audit().since(desk::AuditObject::kApplicant, id, 0).size() == 1U);
    BOOST_TEST(one->handlers().list().empty());
  }
  store->applicants().withdraw(id, actor(staff, 150));
  BOOST_TEST(filesWithMark(folder) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
