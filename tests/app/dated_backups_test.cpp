#include "app/dated_backups.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds kTime = std::chrono::sys_days(2026y / 11 / 30) + 2h + 30min + 5s;

struct Folder {
  store::test::TemporaryFolder folder;

  void make(const std::string& name) const { std::ofstream(folder.path() / name) << name; }
  bool has(const std::string& name) const { return fs::exists(folder.path() / name); }
  std::size_t removeOlderThan(int days) const {
    return removeOldBackups({kTime, std::chrono::days(days), datedBackup(folder.path(), kTime)});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(DatedBackups, Folder)

BOOST_AUTO_TEST_CASE(a_name_tells_the_day_and_the_time) {
  BOOST_TEST(datedBackup("/b", kTime).string() == "/b/policycalc-2026-11-30T023005Z.db");
  BOOST_TEST(datedBackup("/b", std::chrono::sys_days(2027y / 1 / 1)).string() ==
             "/b/policycalc-2027-01-01T000000Z.db");
}

BOOST_AUTO_TEST_CASE(backups_stay_for_fewer_than_the_days_and_go_with_the_last) {
  make("policycalc-2026-10-30T235959Z.db");  // 31 days
  make("policycalc-2026-10-31T235959Z.db");  // 30 days
  make("policycalc-2026-11-01T000000Z.db");  // 29 days
  BOOST_TEST(removeOlderThan(30) == 2U);
  BOOST_TEST(!has("policycalc-2026-10-30T235959Z.db"));
  BOOST_TEST(!has("policycalc-2026-10-31T235959Z.db"));
  BOOST_TEST(has("policycalc-2026-11-01T000000Z.db"));
  BOOST_TEST(removeOlderThan(30) == 0U);
}

BOOST_AUTO_TEST_CASE(the_latest_stays_even_if_none_may_be_kept) {
  make("policycalc-2026-11-30T023005Z.db");
  make("policycalc-2026-11-30T023004Z.db");
  BOOST_TEST(removeOlderThan(0) == 1U);
  BOOST_TEST(has("policycalc-2026-11-30T023005Z.db"));
}

BOOST_AUTO_TEST_CASE(what_a_killed_backup_left_goes_as_well) {
  make("policycalc-2026-10-01T000000Z.db.part-AbCdEf");
  make("policycalc-2026-11-30T020000Z.db.part-AbCdEf");  // it may be at work
  BOOST_TEST(removeOlderThan(30) == 1U);
  BOOST_TEST(has("policycalc-2026-11-30T020000Z.db.part-AbCdEf"));
}

BOOST_AUTO_TEST_CASE(everything_else_in_the_folder_stays) {
  const std::vector<std::string> others{"policycalc.db",
                                        "policycalc.key",
                                        "policycalc-2020-01-01.db",
                                        "policycalc-2020-01-01T000000Z.db.gz",
                                        "policycalc-2020-13-01T000000Z.db",
                                        "policycalc-202x-01-01T000000Z.db",
                                        "xpolicycalc-2020-01-01T000000Z.db",
                                        "before-policycalc-2020-01-01T000000Z.db",
                                        "policycalc-2020-01-01T000000Z.d",
                                        std::string(200, 'p')};
  for (const std::string& name : others) make(name);
  fs::create_directory(folder.path() / "policycalc-2020-01-01T000000Z.db");
  fs::create_symlink("policycalc.db", folder.path() / "policycalc-2020-01-02T000000Z.db");
  BOOST_TEST(removeOlderThan(1) == 0U);
  for (const std::string& name : others) BOOST_TEST(has(name), name);
}

BOOST_AUTO_TEST_CASE(the_command_makes_one_and_removes_the_old_ones) {
  const std::string database = folder.database().string();
  store::openStore({database});
  const std::string backups = (folder.path() / "backups").string();
  fs::create_directory(backups);
  std::ofstream(backups + "/policycalc-2020-01-01T000000Z.db") << "old";
  const Finished made = run({"backup", "--dated", backups, "--database", database});
  BOOST_TEST(made.exit_code == 0, made.err);
  BOOST_TEST(
      made.out.find("1 earlier backup is removed, as `backup_days` is 30.\n") != std::string::npos,
      made.out);
  BOOST_TEST(std::distance(fs::directory_iterator(backups), {}) == 1);
  const fs::path latest = fs::directory_iterator(backups)->path();
  const bool is_private = (fs::status(latest).permissions() & fs::perms::all) ==
                          (fs::perms::owner_read | fs::perms::owner_write);
  BOOST_TEST(is_private);
  const Finished restored =
      run({"restore", latest.string(), "--database", (folder.path() / "other.db").string()});
  BOOST_TEST(restored.exit_code == 0, restored.err);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_far_ahead_removes_nothing) {
  const std::string database = folder.database().string();
  store::openStore({database})->clock().confirm(std::chrono::sys_days(2020y / 1 / 15));
  const std::string backups = (folder.path() / "backups").string();
  fs::create_directory(backups);
  std::ofstream(backups + "/policycalc-2020-01-01T000000Z.db")
      << "the last before the clock went wrong";
  const Finished made = run({"backup", "--dated", backups, "--database", database});
  BOOST_TEST(made.exit_code == 0, made.err);
  BOOST_TEST(std::distance(fs::directory_iterator(backups), {}) == 2);
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_missing_is_refused) {
  const std::string database = folder.database().string();
  store::openStore({database});
  const std::string missing = (folder.path() / "missing").string();
  const Finished refused = run({"backup", "--dated", missing, "--database", database});
  BOOST_TEST(refused.exit_code == 1);
  BOOST_TEST(refused.out.empty());
  BOOST_TEST(refused.err.find("missing") != std::string::npos, refused.err);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
