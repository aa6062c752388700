
#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreSavedProfiles)

using Change = SavedProfiles::Change;

template <typename Call>
void refused(const Call& call) {
  BOOST_CHECK_EXCEPTION(call(), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  });
}

BOOST_FIXTURE_TEST_CASE(unknown_one_is_not_there, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  BOOST_TEST(!profiles.find("a", at(0)).has_value());
  BOOST_TEST(!profiles.remove("a", at(0)));
  BOOST_TEST((profiles.replace(savedProfile("a"), 1, at(0)) == Change::kNone));
  BOOST_TEST(!profiles.find("a", at(0)).has_value());
  BOOST_TEST(profiles.removeExpired(at(1'000'000)) == 0U);
}

BOOST_FIXTURE_TEST_CASE(added_one_is_found_whole, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  SavedProfile profile = savedProfile("a");
  profile.may_help = true;
  profile.key_by_service = "by service";
  SavedProfile other = savedProfile("b");
  other.may_notify = true;
  profiles.add(profile);
  profiles.add(other);
  BOOST_TEST((profiles.find("a", at(100)) == profile));
  BOOST_TEST((profiles.find("b", at(100)) == other));
  BOOST_TEST(!profiles.find("A", at(100)).has_value());
  BOOST_TEST(!profiles.find("a ", at(100)).has_value());
}

BOOST_FIXTURE_TEST_CASE(taken_lookup_is_refused, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  profiles.add(savedProfile("a", "first"));
  refused([&] { profiles.add(savedProfile("a", "second")); });
  BOOST_TEST(profiles.find("a", at(100))->sealed == "first");
  // An expired one may still be opened by a copy of its key: its name is not given away.
  SavedProfile later = savedProfile("a", "third");
  later.saved_at = at(300);
  later.expires_at = at(400);
  refused([&] { profiles.add(later); });
}

BOOST_FIXTURE_TEST_CASE(senseless_ones_are_refused, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  const std::string nul(1, '\0');
  refused([&] { profiles.add(savedProfile("")); });
  refused([&] { profiles.add(savedProfile("a" + nul)); });
  refused([&] { profiles.add(savedProfile("a", "x" + nul)); });
  SavedProfile keyed = savedProfile("a");
  keyed.key_by_code = nul;
  refused([&] { profiles.add(keyed); });
  keyed.key_by_code = "k";
  keyed.key_by_service = nul;
  refused([&] { profiles.add(keyed); });
  SavedProfile timeless = savedProfile("a");
  timeless.expires_at = timeless.saved_at;
  refused([&] { profiles.add(timeless); });
  refused([&] { profiles.replace(timeless, 1, at(0)); });
  timeless.expires_at += std::chrono::seconds(1);
  profiles.add(timeless);
  BOOST_TEST(profiles.find("a", at(100)).has_value());
}

BOOST_FIXTURE_TEST_CASE(expired_one_is_not_there, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  profiles.add(savedProfile("a"));
  BOOST_TEST(profiles.find("a", at(199)).has_value());
  BOOST_TEST(!profiles.find("a", at(200)).has_value());
  BOOST_TEST(!profiles.find("a", at(201)).has_value());
  BOOST_TEST((profiles.replace(savedProfile("a"), 1, at(200)) == Change::kNone));
  BOOST_TEST((profiles.replace(savedProfile("a"), 1, at(199)) == Change::kDone));
  BOOST_TEST(!profiles.remove("a", at(200)));
  // Said not to be there, and gone all the same.
  BOOST_TEST(!profiles.find("a", at(0)).has_value());
}

BOOST_FIXTURE_TEST_CASE(replacing_counts_the_revision, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  profiles.add(savedProfile("a"));
  SavedProfile next = savedProfile("a", "next");
  next.revision = 77;  // ignored
  next.saved_at = at(150);
  next.expires_at = at(900);
  next.may_help = true;
  next.key_by_service = "by service";
  BOOST_TEST((profiles.replace(next, 1, at(150)) == Change::kDone));
  next.revision = 2;
  BOOST_TEST((profiles.find("a", at(150)) == next));
  BOOST_TEST((profiles.replace(savedProfile("a", "late"), 1, at(151)) == Change::kOtherRevision));
  BOOST_TEST((profiles.replace(savedProfile("a", "early"), 3, at(151)) == Change::kOtherRevision));
  BOOST_TEST((profiles.find("a", at(151)) == next));
  BOOST_TEST((profiles.replace(savedProfile("a", "third"), 2, at(152)) == Change::kDone));
  BOOST_TEST(profiles.find("a", at(152))->revision == 3);
}

BOOST_FIXTURE_TEST_CASE(replacing_leaves_the_others, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  profiles.add(savedProfile("a", "of a"));
  profiles.add(savedProfile("b", "of b"));
  BOOST_TEST((profiles.replace(savedProfile("a", "next"), 1, at(150)) == Change::kDone));
  BOOST_TEST(profiles.find("b", at(150))->sealed == "of b");
  BOOST_TEST(profiles.find("b", at(150))->revision == 1);
}

BOOST_FIXTURE_TEST_CASE(removed_one_is_gone, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  profiles.add(savedProfile("a"));
  profiles.add(savedProfile("b"));
  BOOST_TEST(profiles.remove("a", at(150)));
  BOOST_TEST(!profiles.remove("a", at(150)));
  BOOST_TEST(!profiles.find("a", at(150)).has_value());
  BOOST_TEST(profiles.find("b", at(150)).has_value());
}

BOOST_FIXTURE_TEST_CASE(only_the_expired_are_cleared, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  for (const int end : {199, 200, 201, 202}) {
    SavedProfile profile = savedProfile("until " + std::to_string(end));
    profile.expires_at = at(end);
    profiles.add(profile);
  }
  BOOST_TEST(profiles.removeExpired(at(198)) == 0U);
  BOOST_TEST(profiles.removeExpired(at(200)) == 2U);
  BOOST_TEST(profiles.removeExpired(at(200)) == 0U);
  BOOST_TEST(!profiles.find("until 200", at(0)).has_value());
  BOOST_TEST(profiles.find("until 201", at(200)).has_value());
}

BOOST_FIXTURE_TEST_CASE(every_text_survives, FreshStore) {
  SavedProfiles& profiles = store.savedProfiles();
  std::string large;
  while (large.size() < (1U << 18U)) large += "章贡区老街面馆 \"'\\%:x ?\r\n\t𠮷";
  for (const std::string& lookup : {std::string("'; DROP TABLE saved_profile --"),
                                    std::string(":lookup"), std::string("%"), std::string("大")}) {
    BOOST_TEST(!profiles.find(lookup, at(100)).has_value());
    SavedProfile profile = savedProfile(lookup, large);
    profile.saved_at = at(-5);
    profile.expires_at = std::chrono::sys_seconds(std::chrono::seconds(32'503'680'000));
    profiles.add(profile);
    BOOST_TEST((profiles.find(lookup, at(100)) == profile));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
