#include <algorithm>
#include <functional>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/store/backup.h"
#include "policycalc/store/store.h"

#include "store/backup_support.h"
#include "store/child_process.h"
#include "store/records.h"
#include "store/sqlite/backup_file.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"

namespace desk = policycalc::desk;
using namespace policycalc::store;
using namespace policycalc::store::test;

namespace {

namespace fs = std::filesystem;
using Lookups = std::vector<std::string>;

void expectRefused(const RestoreOptions& options, const std::string& reason, bool exists = false) {
  const auto restored = restore(options);
  BOOST_REQUIRE(!restored.ok());
  BOOST_TEST(holds(restored.error().message, reason), restored.error().message);
  BOOST_TEST(restored.error().exists == exists);
}

/// A backup with profile `a`, and a database that has `b` by now.
struct BackedUp : DataFolder {
  BackedUp() {
    makeDatabase("a");
    BOOST_REQUIRE(backUp({database, backup}).ok());
    const auto store = openStore({database});
    store->savedProfiles().remove("a", at(150));
    store->savedProfiles().add(savedProfile("b"));
  }
  RestoreOptions options(bool over_existing = true) const {
    return {backup, database, over_existing, at(150)};
  }
};

struct Spoiling {
  const char* name;
  const char* reason;
  void (*spoil)(const fs::path& backup);
};
std::ostream& operator<<(std::ostream& out, const Spoiling& spoiling) {
  return out << spoiling.name;
}

const std::vector<Spoiling> kSpoiling = {
    {"missing", "does not exist", [](const fs::path& file) { fs::remove(file); }},
    {"folder", "is a folder",
     [](const fs::path& file) {
       fs::remove(file);
       fs::create_directory(file);
     }},
    {"pipe", "is not a regular file",
     [](const fs::path& file) {
       fs::remove(file);
       BOOST_REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
     }},
    {"empty", "it is empty", [](const fs::path& file) { write(file, ""); }},
    {"one_byte", "it is empty", [](const fs::path& file) { write(file, "x"); }},
    {"text", "not an SQLite database",
     [](const fs::path& file) { write(file, std::string(9000, 'x')); }},
    {"cut_off", "damaged",
     [](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); }},
    {"damaged", "damaged", [](const fs::path& file) { damage(file); }},
    {"foreign", "another program",
     [](const fs::path& file) { execute(file, {"PRAGMA application_id = 1"}); }},
    {"newer", "newer version",
     [](const fs::path& file) { execute(file, {"PRAGMA user_version = 99"}); }},
    {"trigger", "other tables",
     [](const fs::path& file) {
       execute(file,
               {"CREATE TRIGGER t AFTER DELETE ON saved_profile BEGIN DELETE FROM feedback; END"});
     }},
    {"table_missing", "other tables",
     [](const fs::path& file) { execute(file, {"DROP TABLE feedback"}); }},
    {"strays", "damaged",
     [](const fs::path& file) {
       execute(file,
               {"PRAGMA foreign_keys = OFF",
                "INSERT INTO staff_session (token_id, staff_id, csrf, created_at, last_seen_at)"
                " VALUES ('t', 99, 'c', 1, 1)"});
     }},
    {"in_use", "is not a backup but a database in use",
     [](const fs::path& file) { write(sqlite::beside(file, "-wal"), "frames"); }},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(Restore, BackedUp)

BOOST_AUTO_TEST_CASE(a_restored_file_keeps_its_owner) {
  const bool is_root = ::geteuid() == 0;
  constexpr uid_t kOther = 12'345;
  BOOST_REQUIRE(::chmod(database.c_str(), 0640) == 0);
  if (is_root) BOOST_REQUIRE(::chown(database.c_str(), kOther, kOther) == 0);
  BOOST_REQUIRE(restore(options()).ok());
  struct stat now {};
  BOOST_REQUIRE(::stat(database.c_str(), &now) == 0);
  BOOST_TEST((now.st_mode & 0777) == 0640U);
  BOOST_TEST(now.st_uid == (is_root ? kOther : ::geteuid()));
}

BOOST_AUTO_TEST_CASE(brings_back_what_was_backed_up_and_keeps_what_was_there) {
  const std::string bytes = readAll(backup);
  const auto restored = restore(options());
  BOOST_REQUIRE(restored.ok());
  BOOST_TEST((restored->contents == BackupContents{fs::file_size(backup), 1, 0}));
  BOOST_TEST(restored->expired == 0U);
  BOOST_TEST_REQUIRE(restored->kept.has_value());
  BOOST_TEST(restored->kept->filename().string() == "store.db.before-restore-20260101T000230Z");
  BOOST_TEST(namesBeside(database) ==
             (Lookups{"store.db", "store.db.before-restore-20260101T000230Z"}));
  BOOST_TEST(
      (fs::status(database).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
  BOOST_TEST(lookupsIn(database) == Lookups{"a"});
  BOOST_TEST(lookupsIn(*restored->kept) == Lookups{"b"});
  BOOST_TEST(readAll(backup) == bytes);
  const auto store = openStore({database});
  BOOST_TEST((store->savedProfiles().find("a", at(150)) == savedProfile("a")));
}

BOOST_AUTO_TEST_CASE(twice_in_a_second_keeps_both) {
  const auto first = restore(options());
  const auto second = restore(options());
  BOOST_REQUIRE((first.ok() && second.ok()));
  BOOST_TEST(lookupsIn(*first->kept) == Lookups{"b"});
  BOOST_TEST(lookupsIn(*second->kept) == Lookups{"a"});
}

BOOST_AUTO_TEST_CASE(a_backup_of_an_older_version_is_brought_up_to_this_one) {
  fs::remove(backup);
  {
    const auto session = sqlite::connect({backup}, sqlite::Access::kReadWrite);
    sqlite::migrate(*session, {sqlite::schema().front()});
  }
  const auto restored = restore(options());
  BOOST_REQUIRE(restored.ok());
  BOOST_TEST(restored->contents.profiles == 0);
  BOOST_TEST(lookupsIn(database).empty());
}

BOOST_AUTO_TEST_CASE(a_missing_database_is_made) {
  const fs::path fresh = folder.path() / "new" / "deep" / "store.db";
  const auto restored = restore({backup, fresh, false, at(150)});
  BOOST_REQUIRE(restored.ok());
  BOOST_TEST(!restored->kept.has_value());
  BOOST_TEST(lookupsIn(fresh) == Lookups{"a"});
}

BOOST_AUTO_TEST_CASE(needs_to_be_told_to_replace) {
  expectRefused(options(false), "exists already", true);
  BOOST_TEST(lookupsIn(database) == Lookups{"b"});
}

BOOST_AUTO_TEST_CASE(refuses_the_database_itself) {
  expectRefused({database, database, true, at(150)}, "is the database itself");
}

BOOST_DATA_TEST_CASE_F(BackedUp, refuses_what_is_no_backup_and_changes_nothing,
                       boost::unit_test::data::make(kSpoiling), spoiling) {
  spoiling.spoil(backup);
  const std::string before = readAll(database);
  expectRefused(options(), spoiling.reason);
  BOOST_TEST(readAll(database) == before);
  BOOST_TEST(namesBeside(database) == Lookups{"store.db"});
}

BOOST_AUTO_TEST_CASE(refuses_what_it_may_not_read) {
  fs::permissions(database, fs::perms(0666));
  for (const fs::path& path : {folder.path(), database.parent_path(), backup.parent_path()}) {
    fs::permissions(path, fs::perms(0777));
  }
  fs::permissions(backup, fs::perms(0));
  const std::string message = asNobody([&] {
    const auto restored = restore(options());
    return restored.ok() ? std::string("restored") : restored.error().message;
  });
  BOOST_TEST(holds(message, "cannot be read"), message);
}

BOOST_AUTO_TEST_CASE(refuses_while_another_process_has_it_open) {
  {
    ChildProcess child([&](int output) {
      const auto store = openStore({database});
      writeLine(output, "open");
      for (;;) ::pause();
    });
    std::string line;
    BOOST_TEST_REQUIRE(child.readLine(line));
    expectRefused(options(), "is open in another process");
  }
  BOOST_TEST(lookupsIn(database) == Lookups{"b"});
  BOOST_TEST(restore(options()).ok());
}

// What a killed service left in its log belongs to the old database, and must not come back.
BOOST_AUTO_TEST_CASE(the_log_of_the_old_one_goes_with_it) {
  {
    ChildProcess child([&](int output) {
      const auto store = openStore({database});
      store->savedProfiles().add(savedProfile("late"));
      writeLine(output, "saved");
      for (;;) ::pause();
    });
    std::string line;
    BOOST_TEST_REQUIRE(child.readLine(line));
  }
  BOOST_TEST_REQUIRE(fs::file_size(sqlite::beside(database, "-wal")) > 0U);
  const auto restored = restore(options());
  BOOST_REQUIRE(restored.ok());
  BOOST_TEST(lookupsIn(database) == Lookups{"a"});
  BOOST_TEST(lookupsIn(*restored->kept) == (Lookups{"b", "late"}));
}

BOOST_AUTO_TEST_CASE(a_damaged_database_is_replaced_and_kept_as_it_was) {
  write(database, "no database at all");
  write(sqlite::beside(database, "-wal"), "frames");
  write(sqlite::beside(database, "-shm"), "index");
  const auto restored = restore(options());
  BOOST_REQUIRE(restored.ok());
  BOOST_TEST(readAll(*restored->kept) == "no database at all");
  BOOST_TEST(readAll(sqlite::beside(*restored->kept, "-wal")) == "frames");
  BOOST_TEST(!fs::exists(sqlite::beside(database, "-shm")));
  BOOST_TEST(lookupsIn(database) == Lookups{"a"});
}

BOOST_AUTO_TEST_CASE(a_left_over_log_is_not_applied_to_the_new_database) {
  fs::remove(database);
  write(sqlite::beside(database, "-wal"), "frames");
  BOOST_REQUIRE(restore(options(false)).ok());
  BOOST_TEST(namesBeside(database) ==
             (Lookups{"store.db", "store.db.before-restore-20260101T000230Z-wal"}));
  BOOST_TEST(lookupsIn(database) == Lookups{"a"});
}

BOOST_AUTO_TEST_CASE(removes_what_has_expired_and_all_sessions) {
  {
    const auto store = openStore({database});
    const std::int64_t id = store->staff().add(
        {0, "li.na", "李娜", desk::Role::kClerk, "360702", "", "hash", false, true, 1, at(1)},
        actor(0, 100));
    logIn(*store, StaffSession{"token", id, "csrf", at(1), at(2'000'000'000)});
    SavedProfile longer = savedProfile("longer");
    longer.expires_at = at(201);
    store->savedProfiles().add(longer);
  }
  BOOST_REQUIRE(backUp({database, backup, true}).ok());
  RestoreOptions later = options();
  later.now = at(200);
  const auto restored = restore(later);
  BOOST_REQUIRE(restored.ok());
  BOOST_TEST(restored->contents.profiles == 2);
  BOOST_TEST(restored->expired == 1U);
  BOOST_TEST(lookupsIn(database) == Lookups{"longer"});
  const auto store = openStore({database});
  BOOST_TEST(store->staff().findByLogin("li.na").has_value());
  BOOST_TEST(!store->staffSessions().find("token").has_value());
}

BOOST_AUTO_TEST_CASE(ends_the_applicants_whose_authorisation_is_over) {
  Applicant longer = applicant("longer");
  longer.authorisation.until = at(1001);
  Applicant by_code = applicant("by code");
  by_code.authorisation.given = desk::AuthorisationWay::kCode;
  by_code.authorisation.lookup = "code";
  by_code.authorisation.until = at(2000);
  std::int64_t over = 0;
  {
    const auto store = openStore({database});
    const std::int64_t staff = addClerk(*store);
    SavedProfile profile = savedProfile("code");  // expires long before
    profile.may_help = true;
    store->savedProfiles().add(profile);
    over = addApplicant(*store, staff, "secret of the one that is over");
    longer.id = store->applicants().add(longer, actor(staff, 100)).value_or(0);
    by_code.id = store->applicants().add(by_code, actor(staff, 100)).value_or(0);
    openMatter(*store, staff, receivedMatter(over, "R1"));
    openMatter(*store, staff, receivedMatter(longer.id, "R2"));
    store->handlers().set({"11.1.1a", "", "big_data", staff}, 0, actor(staff, 110));
  }
  BOOST_REQUIRE(backUp({database, backup, true}).ok());
  RestoreOptions later = options();
  later.now = at(1000);
  const auto restored = restore(later);
  BOOST_REQUIRE(restored.ok());
  BOOST_TEST(restored->contents.applicants == 3);
  BOOST_TEST(restored->contents.matters == 2);
  BOOST_TEST(holds(readAll(backup), "secret of the one that is over"));
  BOOST_TEST(!holds(readAll(database), "secret of the one that is over"));
  const auto store = openStore({database});
  // Even for a clock that is behind.
  BOOST_TEST(!store->applicants().find(over, at(150)).has_value());
  BOOST_TEST(!store->applicants().find(by_code.id, at(150)).has_value());
  BOOST_TEST(store->applicants().find(longer.id, at(1000))->sealed == longer.sealed);
  MatterQuery query;
  query.scope = MatterScope::kAll;
  const auto matters = store->matters().list(query, at(150));
  BOOST_TEST_REQUIRE(matters.size() == 2U);
  for (const Matter& one : matters) {
    BOOST_TEST((one.state == (one.applicant_id == over ? desk::MatterState::kExpired
                                                       : desk::MatterState::kReceived)));
  }
  BOOST_TEST(store->handlers().list().size() == 1U);
  BOOST_TEST(trailOf(*store, desk::AuditObject::kApplicant, over) ==
             "added applicant 1; ended applicant 2; ");
}

BOOST_AUTO_TEST_CASE(a_backup_without_a_desk_gets_one) {
  fs::remove(backup);
  {
    const auto session = sqlite::connect({backup}, sqlite::Access::kReadWrite);
    sqlite::migrate(*session, {sqlite::schema().begin(), sqlite::schema().begin() + 3});
  }
  const auto restored = restore(options());
  BOOST_REQUIRE(restored.ok());
  BOOST_TEST(restored->contents.applicants == 0);
  BOOST_TEST(restored->contents.matters == 0);
  const auto store = openStore({database});
  BOOST_TEST(addApplicant(*store, addClerk(*store)) == 1);
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// A moment of a restore, as it shows in the database's folder.
struct Moment {
  const char* name;
  bool (*reached)(const std::string& file_name);
};
std::ostream& operator<<(std::ostream& out, const Moment& moment) {
  return out << moment.name;
}

const std::vector<Moment> kMoments = {
    {"copying", [](const std::string& name) { return holds(name, ".part-"); }},
    {"preparing",
     [](const std::string& name) { return holds(name, ".part-") && holds(name, "-wal"); }},
    {"emptying_the_old_log", [](const std::string& name) { return name == "store.db-wal"; }},
    {"keeping_the_old_one",
     [](const std::string& name) { return holds(name, ".before-restore-"); }},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(KilledRestore, BackedUp)

BOOST_DATA_TEST_CASE_F(BackedUp, leaves_the_old_or_the_new_one,
                       boost::unit_test::data::make(kMoments), moment) {
  for (int round = 0; round < 5; ++round) {
    {
      const auto store = openStore({database});
      if (!store->savedProfiles().find("b", at(150))) store->savedProfiles().add(savedProfile("b"));
    }
    for (const std::string& name : namesBeside(database)) {
      if (name != "store.db") fs::remove(database.parent_path() / name);
    }
    const bool had_a = lookupsIn(database) != Lookups{"b"};
    {
      ChildProcess child([&](int) {
        while (restore(options()).ok()) {
        }
      });
      const auto reached = [&] {
        const Lookups names = namesBeside(database);
        return std::any_of(names.begin(), names.end(), moment.reached);
      };
      int looks = 0;
      while (!reached() && looks < 1'000'000) ++looks;
      BOOST_TEST_REQUIRE(looks < 1'000'000);
      child.kill();
    }
    BackupContents contents;
    const auto fault = sqlite::faultOf(database, contents);
    BOOST_TEST(!fault.has_value(), fault.value_or(""));
    const Lookups lookups = lookupsIn(database);
    const Lookups old = had_a ? Lookups{"a", "b"} : Lookups{"b"};
    BOOST_TEST((lookups == old || lookups == Lookups{"a"}));
  }
}

BOOST_AUTO_TEST_SUITE_END()
