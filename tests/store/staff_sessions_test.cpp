#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreStaffSessions)

using Change = StaffMembers::Change;

std::int64_t member(Store& store, const std::string& login) {
  return store.staff().add(staffMember(login), actor(0, 100));
}

/// The token ids of `names`, a character each, that are there.
std::string present(Store& store, const std::string& names) {
  std::string found;
  for (const char name : names) {
    if (store.staffSessions().find(std::string(1, name))) found += name;
  }
  return found;
}

BOOST_FIXTURE_TEST_CASE(unknown_one_is_not_there, FreshStore) {
  StaffSessions& sessions = store.staffSessions();
  for (const std::string& token : {std::string(), std::string("a"), std::string("a\0", 2)}) {
    BOOST_TEST(!sessions.find(token).has_value());
    BOOST_TEST(!sessions.touch(token, at(200)));
    BOOST_TEST(!sessions.remove(token));
    BOOST_TEST(!sessions.logOut(token, actor(1, 120)));
    BOOST_TEST(!sessions.find(token).has_value());
  }
  BOOST_TEST(sessions.logOutEverywhere(1, actor(1, 120)) == 0U);
  BOOST_TEST(store.audit().list({}).empty());
  BOOST_TEST(sessions.removeIdle(at(1'000)) == 0U);
  BOOST_TEST(sessions.removeOld(at(1'000)) == 0U);
}

BOOST_FIXTURE_TEST_CASE(added_one_is_found_whole, FreshStore) {
  const StaffSession a = staffSession("a", member(store, "li.na"));
  const StaffSession b = staffSession("b", member(store, "wang"));
  logIn(store, a);
  logIn(store, b);
  BOOST_TEST((store.staffSessions().find("a") == a));
  BOOST_TEST((store.staffSessions().find("b") == b));
  for (const char* other : {"A", "a ", "", "%", a.csrf.c_str()}) {
    BOOST_TEST(!store.staffSessions().find(other).has_value(), other);
  }
}

BOOST_FIXTURE_TEST_CASE(senseless_ones_are_refused, FreshStore) {
  const std::int64_t id = member(store, "li.na");
  StaffMember away = staffMember("wang");
  away.active = false;
  const std::int64_t away_id = store.staff().add(away, actor(0, 100));
  logIn(store, staffSession("a", id));
  std::vector<StaffSession> senseless = {
      staffSession("a", id),
      staffSession("", id),
  };
  senseless.push_back(staffSession("b", id));
  senseless.back().csrf = "";
  senseless.push_back(staffSession("b", id));
  senseless.back().csrf = std::string("c\0d", 3);
  senseless.push_back(staffSession(std::string("b\0", 2), id));
  for (const StaffSession& session : senseless) {
    BOOST_CHECK_EXCEPTION(logIn(store, session), StoreError, [](const StoreError& error) {
      return error.kind() == StoreError::Kind::kConstraint;
    });
  }
  BOOST_TEST(present(store, "ab") == "a");
  for (const std::int64_t nobody : {std::int64_t{0}, id + 77, std::int64_t{-1}, away_id}) {
    BOOST_TEST(!logIn(store, staffSession("b", nobody)));
  }
  BOOST_TEST(!store.staffSessions().logIn(staffSession("b", id), "another hash", actor(id, 110)));
  BOOST_TEST(present(store, "ab") == "a");
}

BOOST_FIXTURE_TEST_CASE(touching_moves_the_time_forward, FreshStore) {
  StaffSession session = staffSession("a", member(store, "li.na"));
  const StaffSession other = staffSession("b", session.staff_id);
  logIn(store, session);
  logIn(store, other);
  for (const int second : {110, 111, 500}) {
    BOOST_TEST(store.staffSessions().touch("a", at(second)));
    session.last_seen_at = at(second);
    BOOST_TEST((store.staffSessions().find("a") == session));
  }
  // Requests overtake each other, and clocks are set back.
  BOOST_TEST(store.staffSessions().touch("a", at(499)));
  BOOST_TEST((store.staffSessions().find("a") == session));
  BOOST_TEST((store.staffSessions().find("b") == other));
}

BOOST_FIXTURE_TEST_CASE(a_password_that_is_shown_again_is_noted, FreshStore) {
  StaffSession session = staffSession("a", member(store, "li.na"));
  session.network = "2001:db8::/64";
  session.password_at = at(100);
  logIn(store, session);
  BOOST_TEST((store.staffSessions().find("a") == session));
  BOOST_TEST(store.staffSessions().notePassword("a", at(300)));
  session.password_at = at(300);
  BOOST_TEST((store.staffSessions().find("a") == session));
  BOOST_TEST(!store.staffSessions().notePassword("b", at(300)));
}

BOOST_FIXTURE_TEST_CASE(those_of_a_member_are_listed_and_ended_by_them_only, FreshStore) {
  const std::int64_t li = member(store, "li.na");
  const std::int64_t wang = member(store, "wang");
  for (const char* token : {"a", "b", "c"}) logIn(store, staffSession(token, li));
  logIn(store, staffSession("d", wang));
  store.staffSessions().touch("b", at(200));
  const auto listed = store.staffSessions().listOf(li);
  BOOST_REQUIRE(listed.size() == 3U);
  BOOST_TEST(listed[0].session.token_id == "b");
  BOOST_TEST((listed[1].session == staffSession("c", li)));
  BOOST_TEST(store.staffSessions().listOf(li + 77).empty());
  BOOST_TEST(!store.staffSessions().end(wang, listed[0].id, actor(wang, 300)));
  BOOST_TEST(store.staffSessions().end(li, listed[0].id, actor(li, 300)));
  BOOST_TEST(!store.staffSessions().end(li, listed[0].id, actor(li, 300)));
  BOOST_TEST(present(store, "abcd") == "acd");
  BOOST_TEST(store.staffSessions().endOthers(staffSession("c", li), actor(li, 400)) == 1U);
  BOOST_TEST(store.staffSessions().endOthers(staffSession("c", li), actor(li, 400)) == 0U);
  BOOST_TEST(present(store, "abcd") == "cd");
  AuditQuery query;
  query.object = desk::AuditObject::kSession;
  query.object_id = li;
  const auto trail = store.audit().list(query);
  BOOST_REQUIRE(trail.size() == 5U);
  BOOST_TEST((trail[0].action == desk::AuditAction::kLoggedOutElsewhere));
  BOOST_TEST(trail[0].county == "360702");
  BOOST_TEST((trail[1].action == desk::AuditAction::kLoggedOutElsewhere));
}

BOOST_FIXTURE_TEST_CASE(removed_one_is_gone, FreshStore) {
  const std::int64_t id = member(store, "li.na");
  logIn(store, staffSession("a", id));
  logIn(store, staffSession("b", id));
  BOOST_TEST(store.staffSessions().remove("a"));
  BOOST_TEST(!store.staffSessions().remove("a"));
  BOOST_TEST(!store.staffSessions().touch("a", at(200)));
  BOOST_TEST(present(store, "ab") == "b");
}

BOOST_FIXTURE_TEST_CASE(all_of_one_member_are_removed, FreshStore) {
  const std::int64_t li = member(store, "li.na");
  const std::int64_t wang = member(store, "wang");
  for (const char* token : {"a", "b", "c"}) logIn(store, staffSession(token, li));
  logIn(store, staffSession("d", wang));
  BOOST_TEST(store.staffSessions().logOutEverywhere(li, actor(li, 120)) == 3U);
  BOOST_TEST(store.staffSessions().logOutEverywhere(li, actor(li, 120)) == 0U);
  BOOST_TEST(present(store, "abcd") == "d");
}

BOOST_FIXTURE_TEST_CASE(only_the_idle_and_the_old_are_cleared, FreshStore) {
  const std::int64_t id = member(store, "li.na");
  for (const int second : {199, 200, 201}) {
    StaffSession session = staffSession("seen " + std::to_string(second), id);
    session.last_seen_at = at(second);
    logIn(store, session);
    session = staffSession("begun " + std::to_string(second), id);
    session.created_at = at(second);
    session.last_seen_at = at(900);
    logIn(store, session);
  }
  BOOST_TEST(store.staffSessions().removeIdle(at(199)) == 0U);
  BOOST_TEST(store.staffSessions().removeIdle(at(200)) == 1U);
  BOOST_TEST(!store.staffSessions().find("seen 199").has_value());
  BOOST_TEST(store.staffSessions().find("seen 200").has_value());
  // The two that are left of those began at 100.
  BOOST_TEST(store.staffSessions().removeOld(at(100)) == 0U);
  BOOST_TEST(store.staffSessions().removeOld(at(200)) == 3U);
  BOOST_TEST(!store.staffSessions().find("begun 199").has_value());
  BOOST_TEST(store.staffSessions().find("begun 200").has_value());
  BOOST_TEST(store.staffSessions().find("begun 201").has_value());
}

/// What must end the sessions of a member in the same commit; those of another stay.
BOOST_FIXTURE_TEST_CASE(passwords_and_disabling_end_sessions, FreshStore) {
  StaffMembers& staff = store.staff();
  StaffMember li = staffMember("li.na");
  li.id = staff.add(li, actor(0, 100));
  logIn(store, staffSession("z", member(store, "wang")));
  const auto log_in = [&](const std::string& tokens) {
    for (const char token : tokens) {
      logIn(store, staffSession(std::string(1, token), li.id));
    }
  };
  log_in("ab");
  BOOST_TEST(staff.setPassword(li.id, "one time", true, actor(0, 120)));
  BOOST_TEST(present(store, "abz") == "z");
  log_in("cd");
  BOOST_TEST(
      !staff.changePassword(staffSession("n", li.id), "hash of li.na", "own", actor(li.id, 130)));
  BOOST_TEST(present(store, "cdz") == "cdz");
  BOOST_TEST(staff.changePassword(staffSession("n", li.id), "one time", "own", actor(li.id, 130)));
  BOOST_TEST(present(store, "cdnz") == "nz");
  log_in("ef");
  li.role = desk::Role::kSupervisor;
  BOOST_TEST((staff.update(li, 1, actor(0, 120)) == Change::kDone));
  BOOST_TEST(present(store, "efz") == "efz");
  li.active = false;
  BOOST_TEST((staff.update(li, 1, actor(0, 120)) == Change::kOtherRevision));
  BOOST_TEST(present(store, "efz") == "efz");
  BOOST_TEST((staff.update(li, 2, actor(0, 120)) == Change::kDone));
  BOOST_TEST(present(store, "efz") == "z");
  li.active = true;
  BOOST_TEST((staff.update(li, 3, actor(0, 120)) == Change::kDone));
  BOOST_TEST(present(store, "efz") == "z");
}

BOOST_FIXTURE_TEST_CASE(every_act_is_on_the_trail, FreshStore) {
  const std::int64_t id = member(store, "li.na");
  StaffSessions& sessions = store.staffSessions();
  for (const char* token : {"a", "b", "c", "d"}) logIn(store, staffSession(token, id));
  sessions.logOut("a", actor(id, 120));
  sessions.logOut("a", actor(id, 121));  // not done
  sessions.remove("b");                  // nobody's act
  sessions.logOutEverywhere(id, actor(id, 130));
  sessions.logOutEverywhere(id, actor(id, 131));  // not done
  BOOST_TEST(trailOf(store, desk::AuditObject::kSession, id) ==
             "logged_in session 0; logged_in session 0; logged_in session 0; logged_in session 0; "
             "logged_out session 0; logged_out_everywhere session 0; ");
  const AuditEntry last = store.audit().list({}).front();
  BOOST_TEST(last.county == "360702");
  BOOST_TEST(last.actor.staff_id == id);
  BOOST_TEST((last.actor.at == at(130)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
