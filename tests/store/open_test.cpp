#include <fstream>
#include <grp.h>
#include <string>
#include <sys/stat.h>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "policycalc/store/store.h"

#include "store/child_process.h"
#include "store/temporary_folder.h"

using namespace policycalc::store;
using namespace policycalc::store::test;
using Kind = StoreError::Kind;

namespace {

constexpr uid_t kNobody = 65534;

void expectRefused(const StoreOptions& options, Kind kind, const std::string& message) {
  try {
    openStore(options);
    BOOST_ERROR("opened " << options.path);
  } catch (const StoreError& error) {
    const std::string text = error.what();
    BOOST_TEST((error.kind() == kind), text);
    BOOST_TEST(text.find(message) != std::string::npos, text);
    BOOST_TEST(text.find('\n') == std::string::npos, text);
    BOOST_TEST(text.find("PRAGMA") == std::string::npos, text);
  }
}

std::string readAll(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void execute(const std::filesystem::path& database, const std::string& statement) {
  soci::session session(soci::sqlite3, "dbname=" + database.string());
  session << statement;
}

mode_t modeOf(const std::filesystem::path& path) {
  struct stat status {};
  BOOST_REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

/// The message of opening `database` as a user without rights.
std::string openedByNobody(const std::filesystem::path& database) {
  ChildProcess child([&](int output) {
    if (::geteuid() == 0 &&
        (::setgroups(0, nullptr) != 0 || ::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) {
      writeLine(output, "cannot drop rights");
      return;
    }
    try {
      openStore({database});
      writeLine(output, "opened");
    } catch (const StoreError& error) {
      writeLine(output, (error.kind() == Kind::kCannotOpen ? "refused: " : "other: ") +
                            std::string(error.what()));
    }
  });
  std::string line;
  child.readLine(line);
  child.wait();
  return line;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OpenStore)

BOOST_AUTO_TEST_CASE(made_folders_and_files_are_only_for_the_owner) {
  const TemporaryFolder folder;
  const auto database = folder.path() / "a" / "b c" / "库.db";
  const auto store = openStore({database});
  store->health();
  BOOST_TEST(modeOf(folder.path() / "a") == 0700U);
  BOOST_TEST(modeOf(folder.path() / "a" / "b c") == 0700U);
  BOOST_TEST(modeOf(database) == 0600U);
  BOOST_TEST(modeOf(database.string() + "-wal") == 0600U);
}

BOOST_AUTO_TEST_CASE(keeps_the_mode_of_what_exists) {
  const TemporaryFolder folder;
  openStore({folder.database()});
  ::chmod(folder.database().c_str(), 0640);
  openStore({folder.database()})->health();
  BOOST_TEST(modeOf(folder.database()) == 0640U);
}

BOOST_AUTO_TEST_CASE(follows_a_link_to_the_file) {
  const TemporaryFolder folder;
  openStore({folder.path() / "real" / "store.db"});
  std::filesystem::create_symlink(folder.path() / "real" / "store.db", folder.database());
  openStore({folder.database()})->health();
  BOOST_TEST(!std::filesystem::exists(folder.path() / "store.db-wal"));
}

BOOST_AUTO_TEST_CASE(refuses_places_that_hold_no_file) {
  const TemporaryFolder folder;
  expectRefused({{}}, Kind::kCannotOpen, "no path is given");
  expectRefused({folder.path()}, Kind::kCannotOpen, "it is a folder");
  expectRefused({folder.path().string() + "/"}, Kind::kCannotOpen, "it is a folder");
  expectRefused({"/dev/null"}, Kind::kCannotOpen, "it is not a regular file");
  BOOST_REQUIRE(::mkfifo((folder.path() / "fifo").c_str(), 0600) == 0);
  expectRefused({folder.path() / "fifo"}, Kind::kCannotOpen, "it is not a regular file");
  std::filesystem::create_symlink(folder.path() / "nowhere", folder.path() / "dangling");
  expectRefused({folder.path() / "dangling"}, Kind::kCannotOpen, "cannot be reached");
  std::ofstream(folder.path() / "file") << "x";
  expectRefused({folder.path() / "file" / "sub" / "s.db"}, Kind::kCannotOpen, "cannot be made");
  expectRefused({folder.path() / "quo\"te.db"}, Kind::kCannotOpen, "quotation mark");
}

BOOST_AUTO_TEST_CASE(refuses_numbers_out_of_range) {
  const TemporaryFolder folder;
  for (const int wrong : {-1, 0, 601}) {
    expectRefused({folder.database(), wrong}, Kind::kCannotOpen, "from 1 to 600");
  }
  for (const int wrong : {-1, 0, 257}) {
    expectRefused({folder.database(), 5, wrong}, Kind::kCannotOpen, "from 1 to 256");
  }
  BOOST_TEST(!std::filesystem::exists(folder.database()));
  openStore({folder.database(), 1, 1})->health();
  openStore({folder.database(), 600, 256})->health();
}

BOOST_AUTO_TEST_CASE(refuses_another_kind_of_file_and_leaves_it_unchanged) {
  const TemporaryFolder folder;
  for (const std::string& text :
       {std::string("x"), std::string("{\"profile\":{}}"), std::string(5000, 'a')}) {
    std::ofstream(folder.database(), std::ios::trunc) << text;
    expectRefused({folder.database()}, Kind::kCannotOpen, "it is not an SQLite database");
    BOOST_TEST(readAll(folder.database()) == text);
  }
}

BOOST_AUTO_TEST_CASE(refuses_the_database_of_another_program_and_leaves_it_unchanged) {
  const TemporaryFolder folder;
  execute(folder.database(), "CREATE TABLE theirs (x)");
  const std::string before = readAll(folder.database());
  expectRefused({folder.database()}, Kind::kCannotOpen, "another program");
  BOOST_TEST((readAll(folder.database()) == before));

  const auto marked = folder.path() / "marked.db";
  execute(marked, "PRAGMA application_id = 7");
  expectRefused({marked}, Kind::kCannotOpen, "another program");
}

BOOST_AUTO_TEST_CASE(refuses_a_newer_database_and_leaves_it_unchanged) {
  const TemporaryFolder folder;
  openStore({folder.database()});
  execute(folder.database(), "PRAGMA user_version = 1000");
  const std::string before = readAll(folder.database());
  expectRefused({folder.database()}, Kind::kNewerThanProgram, "newer version of this program");
  BOOST_TEST((readAll(folder.database()) == before));
}

BOOST_AUTO_TEST_CASE(says_busy_when_another_holds_the_file) {
  const TemporaryFolder folder;
  openStore({folder.database()});
  soci::session other(soci::sqlite3, "dbname=" + folder.database().string());
  std::string mode;
  other << "PRAGMA locking_mode = EXCLUSIVE", soci::into(mode);
  other << "BEGIN EXCLUSIVE";
  expectRefused({folder.database(), 1}, Kind::kBusy, "the database is busy");
  other << "ROLLBACK";
}

BOOST_AUTO_TEST_CASE(names_a_damaged_file) {
  const TemporaryFolder folder;
  openStore({folder.database()});
  {
    std::fstream file(folder.database(), std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(100);  // the schema's page, behind the file's header
    file << std::string(3000, '\xA5');
  }
  expectRefused({folder.database()}, Kind::kCorrupt, "the database file is damaged");
}

BOOST_AUTO_TEST_CASE(names_what_cannot_be_written) {
  const TemporaryFolder folder;
  openStore({folder.database()});
  ::chmod(folder.path().c_str(), 0755);
  ::chmod(folder.database().c_str(), 0444);
  const std::string file_message = openedByNobody(folder.database());
  BOOST_TEST(file_message.starts_with("refused: "), file_message);
  BOOST_TEST(file_message.find("the file cannot be read and written") != std::string::npos);

  const bool is_root = ::geteuid() == 0;
  ::chmod(folder.database().c_str(), 0666);
  ::chmod(folder.path().c_str(), is_root ? 0755 : 0555);
  const std::string folder_message = openedByNobody(folder.database());
  BOOST_TEST(folder_message.starts_with("refused: "), folder_message);
  BOOST_TEST(folder_message.find("cannot be written to") != std::string::npos, folder_message);
  const std::string made_message = openedByNobody(folder.path() / "sub" / "new.db");
  BOOST_TEST(made_message.find("cannot be made") != std::string::npos, made_message);
  ::chmod(folder.path().c_str(), 0700);
}

BOOST_AUTO_TEST_SUITE_END()
