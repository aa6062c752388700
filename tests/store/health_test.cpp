// How the store tells what is wrong with its file, and what it still does then.

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "policycalc/store/inspection.h"

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

namespace fs = std::filesystem;
using Kind = StoreError::Kind;

/// More than any disk has, so that the reserve cannot be made: as if the disk were full.
constexpr std::uintmax_t kTooMuch = std::uintmax_t{1} << 60;

template <typename Call>
void expectKind(Kind kind, const Call& call) {
  BOOST_CHECK_EXCEPTION(call(), StoreError,
                        [&](const StoreError& error) { return error.kind() == kind; });
}

std::uint64_t failedWrites(const Store& store, Kind kind) {
  return store.counters().failed_writes.at(static_cast<std::size_t>(kind));
}

/// Overwrites the first page of the table of saved profiles and of each of its indices.
void damage(const fs::path& database) {
  constexpr std::streamoff kPage = 4096;
  std::vector<int> roots(10);
  {
    soci::session session(soci::sqlite3, "dbname=" + database.string());
    session << "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'saved_profile'",
        soci::into(roots);
  }
  std::fstream file(database, std::ios::in | std::ios::out | std::ios::binary);
  for (const int root : roots) {
    file.seekp((root - 1) * kPage);
    file << std::string(64, '\x5a');
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreHealth)

BOOST_FIXTURE_TEST_CASE(a_sound_store_has_no_trouble_and_tells_the_confirmed_time, FreshStore) {
  BOOST_TEST(!store.health().trouble.has_value());
  BOOST_TEST(!store.health().confirmed.has_value());
  store.clock().confirm(at(1));
  BOOST_TEST((store.health().confirmed == at(1)));
  store.checkWhole();
}

BOOST_AUTO_TEST_CASE(a_locked_database_is_named_and_counted) {
  const TemporaryFolder folder;
  const auto store = openStore({.path = folder.database(), .busy_timeout_seconds = 1});
  {
    soci::session other(soci::sqlite3, "dbname=" + folder.database().string());
    other << "BEGIN IMMEDIATE";
    BOOST_TEST((store->health().trouble == Trouble::kLocked));
  }
  BOOST_TEST(failedWrites(*store, Kind::kBusy) == 1U);
  BOOST_TEST(!store->health().trouble.has_value());
}

BOOST_FIXTURE_TEST_CASE(a_removed_file_is_noticed_and_takes_no_more_writes, FreshStore) {
  store.savedProfiles().add(savedProfile("before"));
  fs::remove(folder.database());
  BOOST_TEST((store.health().trouble == Trouble::kRemoved));
  expectKind(Kind::kCannotOpen, [&] { store.savedProfiles().add(savedProfile("after")); });
  BOOST_TEST(failedWrites(store, Kind::kCannotOpen) == 1U);
}

BOOST_FIXTURE_TEST_CASE(a_replaced_file_is_noticed_and_takes_no_writes, FreshStore) {
  const fs::path other = folder.path() / "other.db";
  openStore({other});
  fs::rename(other, folder.database());
  BOOST_TEST((store.health().trouble == Trouble::kReplaced));
  expectKind(Kind::kCannotOpen, [&] { store.savedProfiles().add(savedProfile("lost")); });
}

BOOST_AUTO_TEST_CASE(without_a_reserve_only_what_takes_something_away_is_done) {
  const TemporaryFolder folder;
  openStore({folder.database()})->savedProfiles().add(savedProfile("lookup"));
  const auto store = openStore({.path = folder.database(), .reserve_bytes = kTooMuch});
  BOOST_TEST((store->health().trouble == Trouble::kFull));
  expectKind(Kind::kFull, [&] { store->savedProfiles().add(savedProfile("another")); });
  expectKind(Kind::kFull, [&] { store->feedback().add(feedbackEntry("F-1")); });
  BOOST_TEST(failedWrites(*store, Kind::kFull) == 2U);
  BOOST_TEST(store->savedProfiles().find("lookup", at(150)).has_value());
  BOOST_TEST(store->savedProfiles().remove("lookup", at(150)));
  expectKind(Kind::kFull, [&] { store->clock().observe(at(150), {}); });
  store->clock().confirm(at(150));
}

BOOST_AUTO_TEST_CASE(the_staff_log_in_and_withdraw_without_a_reserve) {
  const TemporaryFolder folder;
  std::int64_t staff = 0;
  std::int64_t id = 0;
  {
    const auto store = openStore({folder.database()});
    staff = addClerk(*store);
    id = addApplicant(*store, staff);
  }
  const auto store = openStore({.path = folder.database(), .reserve_bytes = kTooMuch});
  BOOST_TEST(logIn(*store, staffSession("token", staff)));
  expectKind(Kind::kFull,
             [&] { store->applicants().add(applicant("another"), actor(staff, 119)); });
  BOOST_TEST(store->applicants().withdraw(id, actor(staff, 120)));
}

BOOST_AUTO_TEST_CASE(the_reserve_is_a_private_file_of_its_size) {
  const TemporaryFolder folder;
  const auto store = openStore({.path = folder.database(), .reserve_bytes = 100'000});
  const fs::path reserve = folder.database().string() + "-reserve";
  BOOST_TEST(fs::file_size(reserve) == 100'000U);
  BOOST_TEST(
      (fs::status(reserve).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
  store->savedProfiles().add(savedProfile("lookup"));
  BOOST_TEST(!store->health().trouble.has_value());
}

BOOST_AUTO_TEST_CASE(a_damaged_database_is_noticed_at_the_start_and_while_it_runs) {
  const TemporaryFolder folder;
  openStore({folder.database()})->savedProfiles().add(savedProfile("lookup"));
  damage(folder.database());
  const auto store = openStore({folder.database()});
  expectKind(Kind::kCorrupt, [&] { store->checkWhole(); });
  expectKind(Kind::kCorrupt, [&] { store->savedProfiles().find("lookup", at(150)); });
  BOOST_TEST((store->health().trouble == Trouble::kDamaged));
  BOOST_TEST(!inspect(folder.database()).fault.empty());
}

BOOST_AUTO_TEST_CASE(a_ceiling_refuses_the_next_and_takes_one_after_a_deletion) {
  const TemporaryFolder folder;
  const auto store =
      openStore({.path = folder.database(), .ceilings = {.saved_profiles = 2, .feedback = 1}});
  store->savedProfiles().add(savedProfile("first"));
  store->savedProfiles().add(savedProfile("second"));
  expectKind(Kind::kCeiling, [&] { store->savedProfiles().add(savedProfile("third")); });
  BOOST_TEST(!store->savedProfiles().find("third", at(150)).has_value());
  BOOST_TEST((store->savedProfiles().replace(savedProfile("first", "new"), 1, at(150)) ==
              SavedProfiles::Change::kDone));
  BOOST_TEST(store->savedProfiles().remove("first", at(150)));
  store->savedProfiles().add(savedProfile("third"));
  store->feedback().add(feedbackEntry("F-1"));
  expectKind(Kind::kCeiling, [&] { store->feedback().add(feedbackEntry("F-2")); });
  BOOST_TEST(store->feedback().remove("F-1"));
  store->feedback().add(feedbackEntry("F-2"));
  BOOST_TEST(failedWrites(*store, Kind::kCeiling) == 2U);
  BOOST_TEST(!store->health().trouble.has_value());
}

BOOST_FIXTURE_TEST_CASE(an_inspection_sees_the_database_and_changes_nothing, FreshStore) {
  store.clock().confirm(at(7));
  const Inspection seen = inspect(folder.database());
  BOOST_TEST(seen.version == seen.latest);
  BOOST_TEST(seen.fault == "");
  BOOST_TEST(seen.mode == 0600U);
  BOOST_TEST(seen.folder_mode == 0700U);
  BOOST_TEST((seen.confirmed == at(7)));
  owned.reset();
  const auto before = fs::last_write_time(folder.database());
  inspect(folder.database());
  BOOST_TEST((fs::last_write_time(folder.database()) == before));
  const fs::path missing = folder.path() / "missing.db";
  expectKind(Kind::kCannotOpen, [&] { inspect(missing); });
  BOOST_TEST(!fs::exists(missing));
  std::ofstream(missing) << std::string(1000, 'x');
  expectKind(Kind::kCannotOpen, [&] { inspect(missing); });
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
