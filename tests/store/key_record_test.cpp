#include <string>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/on_file_only.h"
#include "store/records.h"
#include "store/sqlite/connection.h"
#include "store/store_session.h"

namespace policycalc::store::test {
namespace {

using Outcome = KeyRecord::Outcome;

const KeyCheck kFirst{"first", "check of the first"};
const KeyCheck kSecond{"second", "check of the second"};

void expectStale(const std::function<void()>& call) {
  BOOST_CHECK_EXCEPTION(call(), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kStaleKey;
  });
}

SavedProfile sharedProfile(const std::string& lookup, const KeyIds& keys) {
  SavedProfile profile = savedProfile(lookup);
  profile.key_by_service = "wrapped " + lookup;
  profile.keys = keys;
  return profile;
}

FeedbackEntry feedbackUnder(const std::string& reference, const KeyIds& keys) {
  FeedbackEntry entry = feedbackEntry(reference);
  entry.keys = keys;
  return entry;
}

Applicant firmUnder(const std::string& firm, const std::string& next, const KeyIds& keys,
                    const std::string& county = "360702") {
  Applicant given = applicantOfFirm(firm, county);
  given.firm_next = next;
  given.keys = keys;
  return given;
}

/// The change that the tests make of a row: as if the firm `x` were `x-2` under the second key.
Outcome secondKey(SealedRow& row) {
  if (!row.firm.empty()) row.firm_next = row.firm + "-2";
  for (std::string* text :
       {&row.key_by_service, &row.message, &row.contact, &row.secret, &row.secret_next}) {
    if (!text->empty() && text->ends_with(" again")) return Outcome::kAsItWas;
    if (!text->empty()) *text += " again";
  }
  return Outcome::kResealed;
}

std::size_t resealAll(Store& store, SealedKind kind) {
  std::size_t resealed = 0;
  std::int64_t after = 0;
  do {
    const auto batch = store.keyRecord().reseal(kind, after, secondKey);
    resealed += batch.resealed;
    after = batch.last;
  } while (after != 0);
  return resealed;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreKeyRecord)

BOOST_FIXTURE_TEST_CASE(a_database_takes_its_first_key_once, FreshStore) {
  KeyRecord& record = store.keyRecord();
  BOOST_TEST(!record.kept().current.has_value());
  BOOST_TEST(!record.begin(kSecond));  // nothing to rotate
  BOOST_TEST(record.adopt(kFirst));
  BOOST_TEST(!record.adopt(kSecond));
  BOOST_TEST((record.kept().current == kFirst));
  BOOST_TEST(!record.kept().previous.has_value());
  expectRefused([&] { record.adopt({"", "check"}); });
  expectRefused([&] { record.begin({"id", ""}); });
  expectRefused([&] { record.begin({std::string("i\0d", 3), "check"}); });
  expectRefused([&] { record.begin(kFirst); });
}

BOOST_FIXTURE_TEST_CASE(records_of_other_keys_are_refused, FreshStore) {
  store.keyRecord().adopt(kFirst);
  const std::int64_t staff = addClerk(store);
  for (const KeyIds& keys : {KeyIds{}, KeyIds{"second", ""}, KeyIds{"first", "second"}}) {
    expectStale([&] { store.keyRecord().require(keys); });
    expectStale([&] { store.savedProfiles().add(sharedProfile("a", keys)); });
    expectStale([&] { store.feedback().add(feedbackUnder("F-1", keys)); });
    expectStale([&] { store.applicants().add(firmUnder("x", "", keys), actor(staff, 100)); });
  }
  // No key of the service is in it.
  store.savedProfiles().add(savedProfile("own"));
  const KeyIds first{"first", ""};
  store.keyRecord().require(first);
  store.savedProfiles().add(sharedProfile("a", first));
  store.feedback().add(feedbackUnder("F-1", first));
  Applicant kept = firmUnder("x", "", first);
  kept.id = store.applicants().add(kept, actor(staff, 100)).value();
  const SealedCounts counts = store.keyRecord().counts();
  BOOST_TEST((counts.profiles == 1 && counts.feedback == 1 && counts.applicants == 1));
  store.keyRecord().begin(kSecond);
  expectStale([&] { store.applicants().replace(kept, 1, {}, actor(staff, 110)); });
  expectStale([&] { store.savedProfiles().replace(sharedProfile("a", first), 1, at(110)); });
  BOOST_TEST(store.savedProfiles().find("a", at(110))->revision == 1);
}

BOOST_FIXTURE_TEST_CASE(a_firm_is_found_whichever_of_its_records_are_resealed, FreshStore) {
  KeyRecord& record = store.keyRecord();
  record.adopt(kFirst);
  const std::int64_t staff = addClerk(store);
  const KeyIds first{"first", ""};
  const KeyIds both{"second", "first"};
  const KeyIds second{"second", ""};
  const auto add = [&](const Applicant& given) {
    return store.applicants().add(given, actor(staff, 100)).has_value();
  };
  BOOST_TEST(add(firmUnder("x", "", first)));
  BOOST_TEST(record.begin(kSecond));
  BOOST_TEST(!record.begin({"third", "check"}));  // one at a time
  BOOST_TEST(!add(firmUnder("x", "x-2", both)));
  BOOST_TEST(add(firmUnder("y", "y-2", both)));
  BOOST_TEST(resealAll(store, SealedKind::kApplicant) == 2U);
  BOOST_TEST(!add(firmUnder("x", "x-2", both)));
  BOOST_TEST(!add(firmUnder("y", "y-2", both)));
  record.finish();
  BOOST_TEST((record.kept().current == kSecond));
  BOOST_TEST(!record.kept().previous.has_value());
  BOOST_TEST(!add(firmUnder("x-2", "", second)));
  BOOST_TEST(!add(firmUnder("y-2", "", second)));
  BOOST_TEST(store.applicants().findByFirm("x-2", "360702", at(150))->firm_next.empty());
  record.finish();  // nothing is left to do
  BOOST_TEST(store.applicants().findByFirm("y-2", "360702", at(150)).has_value());
}

BOOST_FIXTURE_TEST_CASE(one_open_matter_a_firm_holds_in_the_middle_of_a_rotation, FreshStore) {
  KeyRecord& record = store.keyRecord();
  record.adopt(kFirst);
  const std::int64_t staff = addClerk(store);
  const auto one = store.applicants().add(firmUnder("x", "", {"first", ""}), actor(staff, 100));
  openMatter(store, staff, receivedMatter(*one, "R1"));
  record.begin(kSecond);
  resealAll(store, SealedKind::kApplicant);
  const auto other = store.applicants().add(firmUnder("x", "x-2", {"second", "first"}, "360781"),
                                            actor(staff, 100));
  const auto again = store.matters().open(receivedMatter(*other, "R2"), {}, actor(staff, 120));
  BOOST_TEST((again.outcome == Matters::Opening::kOpenAlready));
}

BOOST_FIXTURE_TEST_CASE(batches_reach_every_row_once, FreshStore) {
  KeyRecord& record = store.keyRecord();
  record.adopt(kFirst);
  for (const int count : {KeyRecord::kBatch - 1, 1, 1}) {
    for (int i = 0; i < count; ++i) {
      const auto next = std::to_string(record.counts().feedback);
      store.feedback().add(feedbackUnder("F-" + next, {"first", ""}));
    }
    const auto rows = record.rows(SealedKind::kFeedback, 0);
    const auto expected = std::min<std::int64_t>(record.counts().feedback, KeyRecord::kBatch);
    BOOST_TEST(static_cast<std::int64_t>(rows.size()) == expected);
  }
  record.begin(kSecond);
  BOOST_TEST(resealAll(store, SealedKind::kFeedback) == KeyRecord::kBatch + 1U);
  BOOST_TEST(resealAll(store, SealedKind::kFeedback) == 0U);
  for (const FeedbackEntry& entry : store.feedback().list()) {
    BOOST_TEST(entry.sealed_message.ends_with(" again"));
  }
}

BOOST_FIXTURE_TEST_CASE(own_profiles_and_erased_applicants_are_not_passed_over, FreshStore) {
  const std::int64_t staff = addClerk(store);
  store.savedProfiles().add(savedProfile("own"));
  const std::int64_t gone = addApplicant(store, staff);
  store.applicants().withdraw(gone, actor(staff, 120));
  for (const SealedKind kind : {SealedKind::kProfile, SealedKind::kApplicant}) {
    BOOST_TEST(store.keyRecord().rows(kind, 0).empty());
    BOOST_TEST(store.keyRecord().reseal(kind, 0, secondKey).last == 0);
  }
}

BOOST_FIXTURE_TEST_CASE(secrets_of_second_factors_are_resealed_and_homes_removed, FreshStore) {
  KeyRecord& record = store.keyRecord();
  record.adopt(kFirst);
  const KeyIds first{"first", ""};
  const KeyIds both{"second", "first"};
  const std::int64_t staff = addClerk(store);
  SecondFactors& factors = store.secondFactors();
  expectStale([&] { factors.begin(staff, "secret", {"second", ""}); });
  expectStale([&] { store.loginHomes().keep({"home", at(100)}, {}, {"second", ""}); });
  logIn(store, staffSession("a", staff));
  factors.begin(staff, "secret", first);
  BOOST_TEST(factors.confirm({staff, "a", 100}, "secret", {"r1"}, actor(staff, 100)));
  factors.begin(staff, "next", first);
  store.loginHomes().keep({"home", at(100)}, {}, first);
  BOOST_TEST(record.counts().apps == 1);
  record.begin(kSecond);
  expectStale([&] { factors.begin(staff, "other", first); });
  BOOST_TEST(resealAll(store, SealedKind::kSecondFactor) == 1U);
  BOOST_TEST(resealAll(store, SealedKind::kSecondFactor) == 0U);
  BOOST_TEST(factors.find(staff)->sealed == "secret again");
  BOOST_TEST(factors.find(staff)->sealed_next == "next again");
  BOOST_TEST(factors.find(staff)->last_period == 100);
  BOOST_TEST(factors.recoveryCodesLeft(staff) == 1U);
  store.loginHomes().keep({"home", at(110)}, {}, both);
  BOOST_TEST(store.loginHomes().list().size() == 1U);
  record.finish();
  BOOST_TEST(store.loginHomes().list().empty());
}

BOOST_FIXTURE_TEST_CASE(an_erased_applicant_leaves_no_index_of_its_firm, FreshStore) {
  store.keyRecord().adopt(kFirst);
  const std::int64_t staff = addClerk(store);
  const auto id = store.applicants().add(firmUnder("x", "", {"first", ""}), actor(staff, 100));
  store.keyRecord().begin(kSecond);
  resealAll(store, SealedKind::kApplicant);
  store.applicants().withdraw(*id, actor(staff, 120));
  const auto session = sessionOn(folder.database());
  std::string indexes;
  *session << "SELECT firm || firm_next FROM applicant", soci::into(indexes);
  BOOST_TEST(indexes.empty());
}

BOOST_FIXTURE_TEST_CASE(unreadable_rows_are_named_and_keep_their_text, FreshStore) {
  store.feedback().add(feedbackEntry("F-1"));
  store.feedback().add(feedbackEntry("F-2"));
  const auto before = store.feedback().find("F-1")->sealed_message;
  const auto batch = store.keyRecord().reseal(SealedKind::kFeedback, 0, [](SealedRow& row) {
    if (row.bound_to == "F-1") return Outcome::kUnreadable;
    row.message = "changed";
    return Outcome::kResealed;
  });
  BOOST_TEST(batch.resealed == 1U);
  BOOST_TEST(batch.unreadable.size() == 1U);
  BOOST_TEST(store.feedback().find("F-1")->sealed_message == before);
  BOOST_TEST(store.feedback().find("F-2")->sealed_message == "changed");
}

BOOST_FIXTURE_TEST_CASE(no_session_trusts_the_schema, FreshStore, *onFileOnly()) {
  for (const auto access : {sqlite::Access::kReadOnly, sqlite::Access::kReadWrite}) {
    const auto session = sqlite::connect({folder.database()}, access);
    int trusted = -1;
    *session << "PRAGMA trusted_schema", soci::into(trusted);
    BOOST_TEST(trusted == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
