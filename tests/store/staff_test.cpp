#include "policycalc/store/staff.h"

#include <map>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/store.h"

#include "store/child_process.h"
#include "store/on_file_only.h"
#include "store/records.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"
#include "store/store_place.h"

namespace desk = policycalc::desk;
using namespace policycalc::store;
using namespace policycalc::store::test;

BOOST_AUTO_TEST_SUITE(StoreStaffTogether)

BOOST_AUTO_TEST_CASE(they_survive_reopening) {
  const StorePlace folder;
  StaffMember member = staffMember("li.na");
  {
    const auto store = openStore({folder.database()});
    member.id = store->staff().add(member, actor(0, 100));
    logIn(*store, staffSession("a", member.id));
  }
  const auto store = openStore({folder.database()});
  BOOST_TEST((store->staff().findByLogin("li.na") == member));
  BOOST_TEST((store->staffSessions().find("a") == staffSession("a", member.id)));
}

BOOST_AUTO_TEST_CASE(one_reader_sees_every_later_change) {
  const StorePlace folder;
  const auto store = openStore({folder.database(), 5, 1});
  const auto other_process = openStore({folder.database()});
  const std::int64_t id = store->staff().add(staffMember("li.na"), actor(0, 100));
  for (int i = 0; i < 20; ++i) {
    const std::string hash = std::to_string(i);
    other_process->staff().setPassword(id, hash, false, actor(0, 120));
    BOOST_TEST(store->staff().find(id)->password_hash == hash);
    BOOST_TEST(store->staff().findByLogin("li.na")->password_hash == hash);
    BOOST_TEST(store->staff().list().front().password_hash == hash);
    logIn(*store, staffSession(hash, id));
    BOOST_TEST(store->staffSessions().find(hash).has_value());
    other_process->staffSessions().remove(hash);
    BOOST_TEST(!store->staffSessions().find(hash).has_value());
  }
}

BOOST_AUTO_TEST_CASE(of_many_changes_to_one_revision_one_succeeds) {
  constexpr std::size_t kThreads = 8;
  const StorePlace folder;
  const auto store = openStore({folder.database(), 60});
  const std::int64_t id = store->staff().add(staffMember("li.na"), actor(0, 100));
  std::vector<StaffMembers::Change> changes(kThreads);
  std::vector<int> changed_password(kThreads, 0);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&, i] {
      StaffMember next = staffMember("li.na");
      next.id = id;
      next.name = std::to_string(i);
      changes[i] = store->staff().update(next, 1, actor(0, 120));
      if (store->staff().changePassword(staffSession(std::to_string(i), id), "hash of li.na",
                                        std::to_string(i), actor(id, 130))) {
        changed_password[i] = 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::string names;
  std::string passwords;
  for (std::size_t i = 0; i < kThreads; ++i) {
    if (changes[i] == StaffMembers::Change::kDone) names += std::to_string(i);
    if (changed_password[i] == 1) passwords += std::to_string(i);
  }
  BOOST_TEST(names.size() == 1U);
  BOOST_TEST(passwords.size() == 1U);
  BOOST_TEST(store->staff().find(id)->name == names);
  BOOST_TEST(store->staff().find(id)->password_hash == passwords);
  BOOST_TEST(store->staff().find(id)->revision == 2);
}

BOOST_AUTO_TEST_CASE(of_many_simultaneous_additions_of_one_log_in_one_succeeds) {
  constexpr std::size_t kThreads = 8;
  const StorePlace folder;
  const auto store = openStore({folder.database(), 60});
  std::vector<std::optional<std::int64_t>> ids(kThreads);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back(
        [&, i] { ids[i] = store->staff().addIfFree(staffMember("li.na"), actor(0, 100)); });
  }
  for (std::thread& thread : threads) thread.join();
  BOOST_REQUIRE(store->staff().list().size() == 1U);
  std::vector<std::int64_t> given;
  for (const auto& id : ids) {
    if (id) given.push_back(*id);
  }
  BOOST_REQUIRE(given.size() == 1U);
  BOOST_TEST(given.front() == store->staff().list().front().id);
  BOOST_TEST(store->audit().list({}).size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_older_database_keeps_its_profiles, *onFileOnly()) {
  const StorePlace folder;
  {
    const auto session = sqlite::connect({folder.database()}, sqlite::Access::kReadWrite);
    sqlite::migrate(*session, {sqlite::schema().begin(), sqlite::schema().begin() + 2});
    *session << "INSERT INTO saved_profile (lookup, revision, saved_at, expires_at, may_help,"
                " may_notify, key_by_code, key_by_service, sealed)"
                " VALUES ('a', 1, 100, 99999999999, 0, 0, 'by code', '', 'sealed')";
  }
  const auto store = openStore({folder.database()});
  BOOST_TEST(store->savedProfiles().find("a", at(150)).has_value());
  const std::int64_t id = store->staff().add(staffMember("li.na"), actor(0, 100));
  logIn(*store, staffSession("a", id));
  BOOST_TEST(store->staffSessions().find("a").has_value());
}

BOOST_AUTO_TEST_CASE(errors_do_not_repeat_what_was_stored) {
  const StorePlace folder;
  const auto store = openStore({folder.database()});
  StaffMember member = staffMember("li.na");
  member.password_hash = std::string("secret hash\0", 12);
  try {
    store->staff().add(member, actor(0, 100));
    BOOST_ERROR("not refused");
  } catch (const StoreError& error) {
    const std::string all = error.what() + error.detail();
    BOOST_TEST(all.find("secret") == std::string::npos);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(LogIns)

BOOST_AUTO_TEST_CASE(one_spelling) {
  BOOST_TEST((readLogin("li.na") == std::optional<std::string>("li.na")));
  BOOST_TEST((readLogin(" LI_NA-2\r\n") == std::optional<std::string>("li_na-2")));
  BOOST_TEST((readLogin("9a") == std::optional<std::string>("9a")));
  BOOST_TEST(readLogin(std::string(64, 'a')).has_value());
  for (const std::string& text :
       {std::string(), std::string("  "), std::string("a"), std::string(65, 'a'), std::string(".a"),
        std::string("-a"), std::string("_a"), std::string("a b"), std::string("a@b"),
        std::string("a/b"), std::string("a\0b", 3), std::string("ab\0", 3), std::string("İa"),
        std::string("ａｂ"), std::string("ab\xc2\xa0"), std::string("\xff\xff")}) {
    BOOST_TEST(!readLogin(text).has_value(), text);
  }
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

constexpr int kDesks = 4;

/// Adds members, logs them in and sets their passwords for ever, and says each change once it was
/// acknowledged.
void workForEver(const std::filesystem::path& database, int round, int output) {
  const auto store = openStore({database, 30});
  std::vector<std::thread> threads;
  for (int t = 0; t < kDesks; ++t) {
    threads.emplace_back([&store, round, t, output] {
      for (int i = 0;; ++i) {
        const std::string login =
            std::to_string(round) + "-" + std::to_string(t) + "-" + std::to_string(i);
        const std::int64_t id = store->staff().add(staffMember(login), actor(0, 100));
        writeLine(output, "added " + login);
        logIn(*store, staffSession(login, id));
        writeLine(output, "entered " + login);
        store->staff().setPassword(id, "next", true, actor(0, 120));
        writeLine(output, "reset " + login);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

/// What must hold of each member after the kill: what was acknowledged is there, no session beside
/// the new password, and each change has its line on the trail, and each line its change.
void checkAfterKill(Store& store, const std::vector<std::string>& lines) {
  for (const auto& [login, change] : lastChanges(lines)) {
    const auto member = store.staff().findByLogin(login);
    const bool entered = store.staffSessions().find(login).has_value();
    BOOST_TEST_CONTEXT(login << " was " << change) {
      BOOST_TEST_REQUIRE(member.has_value());
      const bool reset = member->password_hash == "next";
      if (change == "entered") BOOST_TEST(entered != reset);
      if (change == "reset") BOOST_TEST((reset && !entered));
      BOOST_TEST(!(reset && entered));
      BOOST_TEST(trailOf(store, desk::AuditObject::kStaff, member->id) ==
                 (reset ? "added staff 1; password_reset staff 1; " : "added staff 1; "));
      const bool has_entered = entered || reset;
      BOOST_TEST(trailOf(store, desk::AuditObject::kSession, member->id) ==
                 (has_entered ? "logged_in session 0; " : ""));
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StaffAfterKill)

BOOST_AUTO_TEST_CASE(acknowledged_changes_are_whole_after_a_kill) {
  const StorePlace folder;
  for (int round = 0; round < 6; ++round) {
    ChildProcess child([&](int output) { workForEver(folder.database(), round, output); });
    const std::vector<std::string> lines = linesBeforeKill(child, 40);
    BOOST_TEST(lines.size() >= 40U);
    const auto store = openStore({folder.database()});
    checkAfterKill(*store, lines);
  }
}

BOOST_AUTO_TEST_SUITE_END()
