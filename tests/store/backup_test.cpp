#include "policycalc/store/backup.h"

#include <fstream>
#include <iterator>
#include <string>
#include <sys/stat.h>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "policycalc/store/store.h"

#include "store/backup_support.h"
#include "store/child_process.h"
#include "store/records.h"
#include "store/sqlite/backup_file.h"

using namespace policycalc::store;
using namespace policycalc::store::test;
using Kind = StoreError::Kind;

namespace {

namespace fs = std::filesystem;

void expectRefused(const BackupOptions& options, const std::string& reason, bool exists = false) {
  const auto made = backUp(options);
  BOOST_REQUIRE(!made.ok());
  BOOST_TEST(holds(made.error().message, reason), made.error().message);
  BOOST_TEST(made.error().exists == exists);
}

void expectFailure(const BackupOptions& options, Kind kind, const std::string& reason) {
  try {
    BOOST_TEST(backUp(options).ok());
    BOOST_ERROR("backed up " << options.database);
  } catch (const StoreError& error) {
    BOOST_TEST((error.kind() == kind), error.what());
    BOOST_TEST(holds(error.what(), reason), error.what());
  }
}

/// Saves profiles for ever and writes each lookup once it was acknowledged.
void saveForEver(const fs::path& database, int output) {
  const auto store = openStore({database});
  for (int i = 0;; ++i) {
    const std::string lookup = "p" + std::to_string(i);
    store->savedProfiles().add(savedProfile(lookup, "sealed " + lookup));
    writeLine(output, lookup);
  }
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(BackUp, DataFolder)

BOOST_AUTO_TEST_CASE(holds_all_and_is_one_private_file) {
  const auto store = openStore({database});
  store->savedProfiles().add(savedProfile("a"));
  store->savedProfiles().add(savedProfile("b"));
  store->feedback().add(feedbackEntry("F-1"));
  store->catalogueVersions().publish({"h", at(1), "content"});
  const auto made = backUp({database, backup});
  BOOST_REQUIRE(made.ok());
  BOOST_TEST((*made == BackupContents{fs::file_size(backup), 2, 1}));
  BOOST_TEST(
      (fs::status(backup).permissions() == (fs::perms::owner_read | fs::perms::owner_write)));
  BOOST_TEST(namesBeside(backup) == std::vector<std::string>{"b.db"});

  const auto copy = openStore({backup});
  BOOST_TEST((copy->savedProfiles().find("a", at(150)) == savedProfile("a")));
  BOOST_TEST((copy->savedProfiles().find("b", at(150)) == savedProfile("b")));
  BOOST_TEST((copy->feedback().find("F-1") == feedbackEntry("F-1")));
  BOOST_TEST(copy->catalogueVersions().find("h")->content == "content");
}

BOOST_AUTO_TEST_CASE(is_sound_while_another_process_writes) {
  ChildProcess child([&](int output) { saveForEver(database, output); });
  std::vector<std::string> acknowledged;
  for (std::size_t round = 1; round <= 5; ++round) {
    std::string line;
    const std::size_t wanted = 20 * round;
    while (acknowledged.size() < wanted && child.readLine(line)) acknowledged.push_back(line);
    BOOST_TEST_REQUIRE(acknowledged.size() == wanted);
    const auto made = backUp({database, backup, true});
    BOOST_REQUIRE(made.ok());
    BOOST_TEST(made->profiles >= static_cast<std::int64_t>(wanted));
    const auto copy = openStore({backup});
    for (const std::string& lookup : acknowledged) {
      const auto found = copy->savedProfiles().find(lookup, at(150));
      BOOST_REQUIRE_MESSAGE(found.has_value(), lookup << " was acknowledged and is lost");
      BOOST_TEST(found->sealed == "sealed " + lookup);
    }
    if (round == 5) child.kill();  // no thread of this process may run when it is started
  }
}

// By default, SQLite keeps deleted data in the free pages of the file.
BOOST_AUTO_TEST_CASE(a_backup_does_not_hold_erased_data) {
  const std::string mark = "章贡区老街面馆的秘密";
  std::string text;
  while (text.size() < 20'000) text += mark;
  openStore({database})->savedProfiles().add(savedProfile("a", text));
  execute(database, {"PRAGMA secure_delete = OFF", "DELETE FROM saved_profile"});
  BOOST_TEST_REQUIRE(holds(readAll(database), mark));
  BOOST_REQUIRE(backUp({database, backup}).ok());
  BOOST_TEST(!holds(readAll(backup), mark));
  BOOST_REQUIRE(restore({backup, database, true, at(150)}).ok());
  BOOST_TEST(!holds(readAll(database), mark));
}

BOOST_AUTO_TEST_CASE(never_replaces_a_file_unless_told) {
  makeDatabase("a");
  write(backup, "mine");
  expectRefused({database, backup}, "exists already", true);
  BOOST_TEST(readAll(backup) == "mine");
  fs::create_symlink("nowhere", folder.path() / "link");
  expectRefused({database, folder.path() / "link"}, "exists already", true);
  BOOST_TEST(backUp({database, backup, true}).ok());
  BOOST_TEST(lookupsIn(backup) == std::vector<std::string>{"a"});
}

BOOST_AUTO_TEST_CASE(refuses_places_that_cannot_be_a_backup) {
  makeDatabase("a");
  const std::string before = readAll(database);
  expectRefused({database, folder.path(), true}, "is a folder");
  expectRefused({database, folder.path() / "none/", true}, "is a folder");
  expectRefused({database, folder.path() / "none/b.db", true}, "folder that does not exist");
  expectRefused({database, database, true}, "belongs to the database");
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    expectRefused({database, sqlite::beside(database, suffix), true}, "belongs to the database");
  }
  expectRefused({database, database.parent_path() / "." / "store.db", true}, "belongs to");
  fs::create_symlink(database, folder.path() / "link");
  expectRefused({database, folder.path() / "link", true}, "belongs to the database");
  BOOST_REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  expectRefused({database, folder.path() / "pipe", true}, "is not a regular file");
  expectRefused({database, folder.path() / "a\"b", true}, "quotation mark");
  BOOST_TEST(readAll(database) == before);
  BOOST_TEST(!fs::exists(folder.path() / "none"));
}

BOOST_AUTO_TEST_CASE(fails_where_there_is_no_database_of_ours) {
  expectFailure({database, backup}, Kind::kCannotOpen, "does not exist");
  BOOST_TEST(!fs::exists(database));
  write(database, "");
  expectFailure({database, backup}, Kind::kCannotOpen, "it is empty");
  write(database, std::string(5000, 'x'));
  expectFailure({database, backup}, Kind::kCannotOpen, "not an SQLite database");
  fs::remove(database);
  makeDatabase("a");
  execute(database, {"PRAGMA user_version = 99"});
  expectFailure({database, backup}, Kind::kNewerThanProgram, "newer version");
  execute(database, {"PRAGMA application_id = 1"});
  expectFailure({database, backup}, Kind::kCannotOpen, "another program");
  BOOST_TEST(namesBeside(backup).empty());
}

BOOST_AUTO_TEST_CASE(a_damaged_database_is_not_backed_up) {
  makeDatabase("a");
  damage(database);
  try {
    BOOST_TEST(!backUp({database, backup}).ok());
    BOOST_ERROR("backed up a damaged database");
  } catch (const StoreError& error) {
    BOOST_TEST((error.kind() == Kind::kCorrupt), error.what());
  }
  BOOST_TEST(namesBeside(backup).empty());
}

BOOST_AUTO_TEST_CASE(needs_the_right_to_write_there) {
  makeDatabase("a");
  fs::permissions(database, fs::perms(0666));
  for (const fs::path& path : {folder.path(), database.parent_path()}) {
    fs::permissions(path, fs::perms(0777));
  }
  fs::permissions(backup.parent_path(), fs::perms(0555));
  const std::string message = asNobody([&] {
    return backUp({database, backup}).ok() ? std::string("made") : std::string("refused");
  });
  BOOST_TEST(holds(message, "cannot write to the folder"), message);
  BOOST_TEST(namesBeside(backup).empty());
}

BOOST_AUTO_TEST_SUITE_END()
