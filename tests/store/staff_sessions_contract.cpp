#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/catalogue_versions_contract.h"
#include "store/staff_contract.h"

namespace policycalc::store::test {
namespace {

using Change = StaffMembers::Change;

std::int64_t member(Store& store, const std::string& login) {
  return store.staff().add(staffMember(login));
}

/// The token ids of `names`, a character each, that are there.
std::string present(Store& store, const std::string& names) {
  std::string found;
  for (const char name : names) {
    if (store.staffSessions().find(std::string(1, name))) found += name;
  }
  return found;
}

void unknownOneIsNotThere(Store& store) {
  StaffSessions& sessions = store.staffSessions();
  for (const std::string& token : {std::string(), std::string("a"), std::string("a\0", 2)}) {
    BOOST_TEST(!sessions.find(token).has_value());
    BOOST_TEST(!sessions.touch(token, at(200)));
    BOOST_TEST(!sessions.remove(token));
    BOOST_TEST(!sessions.find(token).has_value());
  }
  BOOST_TEST(sessions.removeAllOf(1) == 0U);
  BOOST_TEST(sessions.removeIdle(at(1'000)) == 0U);
  BOOST_TEST(sessions.removeOld(at(1'000)) == 0U);
}

void addedOneIsFoundWhole(Store& store) {
  const StaffSession a = staffSession("a", member(store, "li.na"));
  const StaffSession b = staffSession("b", member(store, "wang"));
  store.staffSessions().add(a);
  store.staffSessions().add(b);
  BOOST_TEST((store.staffSessions().find("a") == a));
  BOOST_TEST((store.staffSessions().find("b") == b));
  for (const char* other : {"A", "a ", "", "%", a.csrf.c_str()}) {
    BOOST_TEST(!store.staffSessions().find(other).has_value(), other);
  }
}

void senselessOnesAreRefused(Store& store) {
  const std::int64_t id = member(store, "li.na");
  StaffMember away = staffMember("wang");
  away.active = false;
  const std::int64_t away_id = store.staff().add(away);
  store.staffSessions().add(staffSession("a", id));
  std::vector<StaffSession> senseless = {
      staffSession("a", id),      staffSession("", id),  staffSession("b", 0),
      staffSession("b", id + 77), staffSession("b", -1), staffSession("b", away_id),
  };
  senseless.push_back(staffSession("b", id));
  senseless.back().csrf = "";
  senseless.push_back(staffSession("b", id));
  senseless.back().csrf = std::string("c\0d", 3);
  senseless.push_back(staffSession(std::string("b\0", 2), id));
  for (const StaffSession& session : senseless) {
    BOOST_CHECK_EXCEPTION(
        store.staffSessions().add(session), StoreError,
        [](const StoreError& error) { return error.kind() == StoreError::Kind::kConstraint; });
  }
  BOOST_TEST(present(store, "ab") == "a");
  BOOST_TEST(store.staffSessions().removeAllOf(away_id) == 0U);
}

void touchingMovesTheTimeForward(Store& store) {
  StaffSession session = staffSession("a", member(store, "li.na"));
  const StaffSession other = staffSession("b", session.staff_id);
  store.staffSessions().add(session);
  store.staffSessions().add(other);
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

void removedOneIsGone(Store& store) {
  const std::int64_t id = member(store, "li.na");
  store.staffSessions().add(staffSession("a", id));
  store.staffSessions().add(staffSession("b", id));
  BOOST_TEST(store.staffSessions().remove("a"));
  BOOST_TEST(!store.staffSessions().remove("a"));
  BOOST_TEST(!store.staffSessions().touch("a", at(200)));
  BOOST_TEST(present(store, "ab") == "b");
}

void allOfOneMemberAreRemoved(Store& store) {
  const std::int64_t li = member(store, "li.na");
  const std::int64_t wang = member(store, "wang");
  for (const char* token : {"a", "b", "c"}) store.staffSessions().add(staffSession(token, li));
  store.staffSessions().add(staffSession("d", wang));
  BOOST_TEST(store.staffSessions().removeAllOf(li) == 3U);
  BOOST_TEST(store.staffSessions().removeAllOf(li) == 0U);
  BOOST_TEST(present(store, "abcd") == "d");
}

void onlyTheIdleAndTheOldAreCleared(Store& store) {
  const std::int64_t id = member(store, "li.na");
  for (const int second : {199, 200, 201}) {
    StaffSession session = staffSession("seen " + std::to_string(second), id);
    session.last_seen_at = at(second);
    store.staffSessions().add(session);
    session = staffSession("begun " + std::to_string(second), id);
    session.created_at = at(second);
    session.last_seen_at = at(900);
    store.staffSessions().add(session);
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
void passwordsAndDisablingEndSessions(Store& store) {
  StaffMembers& staff = store.staff();
  StaffMember li = staffMember("li.na");
  li.id = staff.add(li);
  store.staffSessions().add(staffSession("z", member(store, "wang")));
  const auto log_in = [&](const std::string& tokens) {
    for (const char token : tokens) {
      store.staffSessions().add(staffSession(std::string(1, token), li.id));
    }
  };
  log_in("ab");
  BOOST_TEST(staff.setPassword(li.id, "one time", true));
  BOOST_TEST(present(store, "abz") == "z");
  log_in("cd");
  BOOST_TEST(!staff.changePassword(li.id, "hash of li.na", "own"));
  BOOST_TEST(present(store, "cdz") == "cdz");
  BOOST_TEST(staff.changePassword(li.id, "one time", "own"));
  BOOST_TEST(present(store, "cdz") == "z");
  log_in("ef");
  li.role = "supervisor";
  BOOST_TEST((staff.update(li, 1) == Change::kDone));
  BOOST_TEST(present(store, "efz") == "efz");
  li.active = false;
  BOOST_TEST((staff.update(li, 1) == Change::kOtherRevision));
  BOOST_TEST(present(store, "efz") == "efz");
  BOOST_TEST((staff.update(li, 2) == Change::kDone));
  BOOST_TEST(present(store, "efz") == "z");
  li.active = true;
  BOOST_TEST((staff.update(li, 3) == Change::kDone));
  BOOST_TEST(present(store, "efz") == "z");
}

}  // namespace

StaffSession staffSession(const std::string& token_id, std::int64_t staff_id) {
  return {token_id, staff_id, "csrf of " + token_id, at(100), at(110)};
}

const std::vector<StaffCase>& staffSessionsContract() {
  static const std::vector<StaffCase> matters = {
      {"unknown_one_is_not_there", unknownOneIsNotThere},
      {"added_one_is_found_whole", addedOneIsFoundWhole},
      {"senseless_ones_are_refused", senselessOnesAreRefused},
      {"touching_moves_the_time_forward", touchingMovesTheTimeForward},
      {"removed_one_is_gone", removedOneIsGone},
      {"all_of_one_member_are_removed", allOfOneMemberAreRemoved},
      {"only_the_idle_and_the_old_are_cleared", onlyTheIdleAndTheOldAreCleared},
      {"passwords_and_disabling_end_sessions", passwordsAndDisablingEndSessions},
  };
  return matters;
}

}  // namespace policycalc::store::test
