#include "app/doctor.h"

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "app/process.h"
#include "app/workdays_file.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using std::chrono::hours;
using std::chrono::sys_seconds;
using Grade = Finding::Grade;

constexpr sys_seconds kNow{hours(490'000)};
constexpr std::uintmax_t kMegabyte = std::uintmax_t{1024} * 1024;

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

store::Inspection sound() {
  store::Inspection seen;
  seen.version = seen.latest = 6;
  seen.free_bytes = 64 * kMegabyte;
  seen.mode = 0600;
  seen.folder_mode = 0700;
  seen.confirmed = kNow;
  return seen;
}

/// The names of what is not fine, each with a `!` if it is trouble.
std::string notFine(const store::Inspection& seen, sys_seconds now = kNow) {
  std::string names;
  for (const Finding& finding : judgeDatabase(seen, now)) {
    if (finding.grade == Grade::kFine) continue;
    BOOST_TEST(!finding.to_do.empty(), finding.what);
    names += finding.what + (finding.grade == Grade::kTrouble ? "!" : "") + " ";
  }
  return names;
}

store::ServerInspection soundServer() {
  store::ServerInspection seen;
  seen.version = seen.latest = 18;
  seen.server = "15.1";
  seen.may_create = true;
  seen.free_connections = 8;
  seen.confirmed = kNow;
  seen.dump = "15.1";
  return seen;
}

/// As notFine(), of a server.
std::string notFine(const store::ServerInspection& seen) {
  std::string names;
  for (const Finding& finding : judgeServer(seen, kNow)) {
    if (finding.grade == Grade::kFine) continue;
    BOOST_TEST(!finding.to_do.empty(), finding.what);
    names += finding.what + (finding.grade == Grade::kTrouble ? "!" : "") + " ";
  }
  return names;
}

/// An installation: a copy of the pages, and a database that a service has made.
struct Installation {
  store::test::TemporaryFolder folder;
  fs::path webroot = folder.path() / "webroot";
  unsigned short port = 0;

  Installation() {
    fs::copy(POLICYCALC_SOURCE_DIR "/webroot", webroot, fs::copy_options::recursive);
    Serving serving({"serve", "--port", "0", "--database", folder.database().string()}, {});
    port = serving.port();  // free again once the service has ended
    serving.signal(SIGTERM);
    serving.wait();
  }

  Finished examine(const std::vector<std::string>& variables = {}) const {
    return run({"doctor", "--database", folder.database().string(), "--webroot", webroot.string(),
                "--port", std::to_string(port)},
               {}, variables);
  }

  void checkTrouble(std::string_view what) const {
    const Finished finished = examine();
    BOOST_TEST(finished.exit_code == 1, finished.out);
    BOOST_TEST(holds(finished.out, "TROUBLE  " + std::string(what)), finished.out);
    BOOST_TEST(holds(finished.out, "         -> "), finished.out);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Doctor)

BOOST_AUTO_TEST_CASE(a_server_is_judged_by_what_it_promises) {
  BOOST_TEST(notFine(soundServer()).empty());
  const auto changed = [](const std::function<void(store::ServerInspection&)>& change) {
    store::ServerInspection seen = soundServer();
    change(seen);
    return notFine(seen);
  };
  BOOST_TEST(changed([](auto& seen) { seen.version = 17; }) == "database ");
  BOOST_TEST(changed([](auto& seen) { seen.version = 0; }) == "database ");
  BOOST_TEST(changed([](auto& seen) { seen.version = seen.may_create = 0; }) == "database! ");
  BOOST_TEST(changed([](auto& seen) { seen.full_pages = false; }) == "database! ");
  BOOST_TEST(changed([](auto& seen) { seen.free_connections = 7; }) == "connection! ");
  BOOST_TEST(changed([](auto& seen) { seen.dump = "16.0"; }).empty());
  BOOST_TEST(changed([](auto& seen) { seen.dump = "14.9"; }) == "backup! ");
  BOOST_TEST(changed([](auto& seen) { seen.dump = ""; }) == "backup ");
  BOOST_TEST(changed([](auto& seen) { seen.is_private = false; }) == "connection! ");
  BOOST_TEST(changed([](auto& seen) { seen.clock_ahead = -std::chrono::seconds(31); }) ==
             "connection ");
  BOOST_TEST(changed([](auto& seen) { seen.clock_ahead = std::chrono::seconds(30); }).empty());
}

BOOST_AUTO_TEST_CASE(a_database_is_judged_by_what_is_seen_of_it) {
  BOOST_TEST(notFine(sound()) == "");
  store::Inspection seen = sound();
  seen.fault = "Tree 5 page 7: bad";
  BOOST_TEST(notFine(seen) == "database! ");
  seen = sound();
  seen.version = 5;
  BOOST_TEST(notFine(seen) == "database ");
  for (const unsigned mode : {0604U, 0602U, 0666U}) {
    seen = sound();
    seen.mode = mode;
    BOOST_TEST(notFine(seen) == "permissions! ");
  }
  seen = sound();
  seen.mode = 0660;
  seen.folder_mode = 0755;
  BOOST_TEST(notFine(seen) == "");
  seen.folder_mode = 0777;
  BOOST_TEST(notFine(seen) == "permissions! ");
  seen = sound();
  seen.free_bytes = 64 * kMegabyte - 1;
  BOOST_TEST(notFine(seen) == "disk! ");
}

BOOST_AUTO_TEST_CASE(a_clock_is_judged_as_the_service_does) {
  constexpr std::chrono::seconds kSecond{1};
  BOOST_TEST(notFine(sound(), kNow + hours(72)) == "");
  BOOST_TEST(notFine(sound(), kNow + hours(72) + kSecond) == "clock! ");
  BOOST_TEST(notFine(sound(), kNow - hours(1)) == "");
  BOOST_TEST(notFine(sound(), kNow - hours(1) - kSecond) == "clock! ");
  store::Inspection fresh = sound();
  fresh.confirmed.reset();
  BOOST_TEST(notFine(fresh) == "");
}

BOOST_AUTO_TEST_CASE(holidays_must_cover_the_days_on_which_matters_are_due) {
  const auto deadlines = readWorkdays(POLICYCALC_SOURCE_DIR "/policies");
  BOOST_TEST_REQUIRE(deadlines.ok());
  const auto grade = [&](const char* day) {
    return judgeHolidays(*deadlines, *base::Date::parse(day)).grade;
  };
  BOOST_TEST((grade("2026-03-02") == Grade::kFine));
  BOOST_TEST((grade("2026-12-31") == Grade::kNote));
}

BOOST_FIXTURE_TEST_CASE(a_sound_installation_exits_0_and_names_each_check, Installation) {
  const Finished finished = examine();
  BOOST_TEST(finished.exit_code == 0, finished.out);
  for (const char* what : {"ok       policies: ", "holidays: ", "ok       pages: ",
                           "ok       fonts: ", "ok       database: ", "ok       permissions: ",
                           "disk: ", "ok       clock: ", "ok       key: ", "ok       port: "}) {
    BOOST_TEST(holds(finished.out, what), finished.out);
  }
}

BOOST_FIXTURE_TEST_CASE(a_machine_without_chinese_fonts_is_told_what_to_install, Installation) {
  const fs::path none = folder.path() / "fonts.conf";
  std::ofstream(none) << "<?xml version='1.0'?><fontconfig></fontconfig>";
  const Finished finished = examine({"FONTCONFIG_FILE=" + none.string()});
  BOOST_TEST(finished.exit_code == 1, finished.out);
  BOOST_TEST(holds(finished.out, "TROUBLE  fonts: no font has Chinese"), finished.out);
  BOOST_TEST(holds(finished.out, "fonts-noto-cjk"), finished.out);
}

BOOST_FIXTURE_TEST_CASE(a_running_service_is_asked, Installation) {
  const Serving serving(
      {"serve", "--port", std::to_string(port), "--database", folder.database().string()}, {});
  BOOST_TEST_REQUIRE(serving.port() == port);
  const Finished finished = examine();
  BOOST_TEST(finished.exit_code == 0, finished.out);
  BOOST_TEST(holds(finished.out, "a service answers and is ready"), finished.out);
}

BOOST_FIXTURE_TEST_CASE(a_page_that_lacks_a_script_is_named, Installation) {
  fs::remove(webroot / "js/shared/dom.js");
  checkTrouble("pages: ");
}

BOOST_FIXTURE_TEST_CASE(a_link_to_a_place_in_a_page_leads_to_the_page, Installation) {
  std::ofstream(webroot / "hall.html", std::ios::app) << R"(<a href="/operate.html#key">key</a>)";
  const std::string said = examine().out;
  BOOST_TEST(holds(said, "files are complete"), said);
}

BOOST_FIXTURE_TEST_CASE(a_lost_key_is_named_and_none_is_made, Installation) {
  const fs::path key = folder.path() / "policycalc.key";
  fs::remove(key);
  checkTrouble("key: ");
  BOOST_TEST(!fs::exists(key));
}

BOOST_FIXTURE_TEST_CASE(an_open_database_is_named, Installation) {
  fs::permissions(folder.database(), fs::perms::others_read, fs::perm_options::add);
  checkTrouble("permissions: ");
}

BOOST_FIXTURE_TEST_CASE(a_file_that_is_no_database_is_named_and_left_as_it_is, Installation) {
  std::ofstream(folder.database(), std::ios::trunc) << std::string(5000, 'x');
  checkTrouble("database: ");
  BOOST_TEST(fs::file_size(folder.database()) == 5000U);
}

BOOST_FIXTURE_TEST_CASE(a_clock_that_jumped_is_named, Installation) {
  const auto present = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  store::openStore({folder.database()})->clock().confirm(present - hours(100));
  checkTrouble("clock: ");
}

BOOST_FIXTURE_TEST_CASE(a_missing_database_is_a_note_and_is_not_made, Installation) {
  fs::remove(folder.database());
  fs::remove(folder.path() / "policycalc.key");
  const Finished finished = examine();
  BOOST_TEST(finished.exit_code == 0, finished.out);
  BOOST_TEST(holds(finished.out, "note     database: "), finished.out);
  BOOST_TEST(!fs::exists(folder.database()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
