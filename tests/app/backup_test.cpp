#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/api/feedback.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/service_key.h"

#include "app/process.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

const std::string kSecret = "sealed words";

/// A database with one profile and one piece of feedback, and the command line on it.
struct Place {
  store::test::TemporaryFolder folder;
  std::string database = folder.database().string();
  std::string backup = (folder.path() / "b.db").string();
  store::FeedbackEntry entry;

  Place() {
    const auto store = store::openStore({database});
    const std::chrono::sys_seconds now{std::chrono::seconds(1'700'000'000)};
    const auto later = now + std::chrono::years(100);
    store->savedProfiles().add({"lookup", 1, now, later, false, false, kSecret, "code", ""});
    entry = {"F-1", "query", "error", "", "sha256:0", now, "received", now, "", ""};
    const fs::path key = folder.path() / "policycalc.key";
    api::sealFeedback(entry, {kSecret, {}}, *vault::loadOrCreateServiceKey(key));
    store->feedback().add(entry);
  }

  Finished operator()(Words words) const {
    words.insert(words.end(), {"--database", database});
    return run(words);
  }
};

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// Checks that the command was refused with one line that is safe to print.
void checkRefused(const Finished& refused, int exit_code, std::string_view reason) {
  BOOST_TEST(refused.exit_code == exit_code, refused.err);
  BOOST_TEST(refused.out.empty());
  BOOST_TEST(std::count(refused.err.begin(), refused.err.end(), '\n') == 1, refused.err);
  BOOST_TEST(holds(refused.err, reason), refused.err);
  BOOST_TEST(refused.err.find('\x1b') == std::string::npos);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(BackupCommand, Place)

BOOST_AUTO_TEST_CASE(tells_numbers_and_never_contents) {
  const Finished made = (*this)({"backup", backup});
  BOOST_TEST(made.exit_code == 0, made.err);
  BOOST_TEST(holds(made.out,
                   backup + " holds " + std::to_string(fs::file_size(backup)) +
                       " bytes, 1 saved profile, 1 piece of feedback, 0 applicants, 0 matters."));
  BOOST_TEST(holds(made.out, "service key is not in it"));
  BOOST_TEST(!holds(made.out + made.err, kSecret));
  BOOST_TEST(!holds(made.out + made.err, "lookup"));
}

BOOST_AUTO_TEST_CASE(a_backup_works_while_the_service_runs_and_restoring_waits_for_its_end) {
  {
    Serving serving({"serve", "--port", "0", "--database", database}, {});
    BOOST_TEST_REQUIRE(serving.port() != 0);
    BOOST_TEST((*this)({"backup", backup}).exit_code == 0);
    checkRefused((*this)({"restore", backup, "--force"}), 1, "is open in another process");
    serving.signal(SIGTERM);
    BOOST_TEST(serving.wait().exit_code == 0);
  }
  checkRefused((*this)({"restore", backup}), 1, "exists already: --force");
  const Finished restored = (*this)({"restore", "--force", backup});
  BOOST_TEST(restored.exit_code == 0, restored.err);
  BOOST_TEST(
      holds(restored.out,
            "1 saved profile, 1 piece of feedback, 0 applicants, 0 matters; 0 profiles of these"));
  BOOST_TEST(holds(restored.out, "withdrawn since are back"));
  BOOST_TEST(holds(restored.out, database + ".before-restore-"));
  BOOST_TEST(holds(restored.out, "policycalc.key fits it"));
  BOOST_TEST(!holds(restored.out + restored.err, kSecret));
  Serving again({"serve", "--port", "0", "--database", database}, {});
  BOOST_TEST(again.port() != 0);
}

BOOST_AUTO_TEST_CASE(restoring_elsewhere_reminds_of_the_service_key) {
  BOOST_TEST_REQUIRE((*this)({"backup", backup}).exit_code == 0);
  const std::string fresh = (folder.path() / "new" / "store.db").string();
  const Finished restored = run({"restore", backup, "--database", fresh});
  BOOST_TEST(restored.exit_code == 0, restored.err);
  BOOST_TEST(holds(restored.out, "policycalc.key` does not exist"));
  BOOST_TEST(!fs::exists(folder.path() / "new" / "policycalc.key"));
  BOOST_TEST(!holds(restored.out, "before-restore"));
  const auto store = store::openStore({fresh});
  BOOST_TEST(store->feedback().find("F-1")->sealed_message == entry.sealed_message);
}

BOOST_AUTO_TEST_CASE(exit_codes_tell_whose_fault_it_is) {
  checkRefused((*this)({"backup"}), 2, "FILE is required");
  checkRefused((*this)({"restore", ""}), 2, "FILE: the value is empty");
  BOOST_TEST((*this)({"backup", "a", "b"}).exit_code == 2);
  BOOST_TEST((*this)({"backup", "a", "--force=1"}).exit_code == 2);
  std::ofstream(backup) << "mine";
  checkRefused((*this)({"backup", backup}), 1, "exists already: --force");
  checkRefused((*this)({"backup", folder.path().string(), "--force"}), 1, "is a folder");
  checkRefused((*this)({"backup", (folder.path() / "no" / "b.db").string()}), 1,
               "folder that does not exist");
  checkRefused((*this)({"restore", backup, "--force"}), 1, "is not a usable backup");
  checkRefused((*this)({"restore", (folder.path() / "a\x1b[2Jb").string(), "--force"}), 1,
               "<U+001B>[2Jb` does not exist");
  checkRefused(run({"backup", (folder.path() / "c.db").string(), "--database",
                    (folder.path() / "none.db").string()}),
               3, "does not exist");
  BOOST_TEST(!fs::exists(folder.path() / "none.db"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
