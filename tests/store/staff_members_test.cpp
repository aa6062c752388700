
#include <functional>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreStaff)

using Change = StaffMembers::Change;

void refused(const std::function<void()>& call) {
  BOOST_CHECK_EXCEPTION(call(), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  });
}

/// The one that is kept, which must be there.
StaffMember kept(Store& store, std::int64_t id) {
  const auto member = store.staff().find(id);
  BOOST_TEST_REQUIRE(member.has_value());
  return *member;
}

BOOST_FIXTURE_TEST_CASE(unknown_one_is_not_there, FreshStore) {
  StaffMembers& staff = store.staff();
  for (const std::int64_t id : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, INT64_MAX}) {
    BOOST_TEST(!staff.find(id).has_value());
    StaffMember next = staffMember("li");
    next.id = id;
    BOOST_TEST((staff.update(next, 1, actor(0, 120)) == Change::kNone));
    BOOST_TEST(!staff.setPassword(id, "h", true, actor(0, 120)));
    BOOST_TEST(!staff.changePassword(staffSession("s", id), "hash", "h", actor(id, 120)));
    BOOST_TEST(!staff.rehash(id, "hash", "h"));
  }
  BOOST_TEST(!staff.findByLogin("li").has_value());
  BOOST_TEST(staff.list().empty());
}

BOOST_FIXTURE_TEST_CASE(added_one_is_found_whole, FreshStore) {
  StaffMember member = staffMember("li.na");
  member.id = 77;        // ignored
  member.revision = 77;  // ignored
  member.id = store.staff().add(member, actor(0, 100));
  member.revision = 1;
  BOOST_TEST(member.id >= 1);
  BOOST_TEST((store.staff().find(member.id) == member));
  BOOST_TEST((store.staff().findByLogin("li.na") == member));
  BOOST_TEST(!store.staff().find(member.id + 1).has_value());

  StaffMember other = staffMember("wang");
  other.role = desk::Role::kAdministrator;
  other.county = "";
  other.unit = "";
  other.must_change = false;
  other.active = false;
  other.created_at = at(-5);
  other.id = store.staff().add(other, actor(0, 100));
  BOOST_TEST(other.id != member.id);
  BOOST_TEST((store.staff().find(other.id) == other));
  BOOST_TEST((store.staff().find(member.id) == member));
}

BOOST_FIXTURE_TEST_CASE(log_ins_have_one_spelling, FreshStore) {
  const std::int64_t id = store.staff().add(staffMember("li.na"), actor(0, 100));
  for (const char* typed : {"LI.NA", "Li.Na", " li.na\n"}) {
    BOOST_TEST_REQUIRE(store.staff().findByLogin(typed).has_value(), typed);
    BOOST_TEST(store.staff().findByLogin(typed)->id == id);
  }
  for (const std::string& typed :
       {std::string(), std::string("li"), std::string("li.na2"), std::string("li%"),
        std::string("li_na"), std::string("' OR 1=1 --"), std::string("li.na\0", 6),
        std::string("ｌｉ.na"), std::string(1U << 20U, 'a')}) {
    BOOST_TEST(!store.staff().findByLogin(typed).has_value(), typed.substr(0, 40));
  }
}

BOOST_FIXTURE_TEST_CASE(taken_and_misspelled_log_ins_are_refused, FreshStore) {
  store.staff().add(staffMember("li.na"), actor(0, 100));
  for (const std::string& login :
       {std::string("li.na"), std::string("LI.NA"), std::string("Wang"), std::string(" wang"),
        std::string(), std::string("w"), std::string("wang fang"), std::string("王芳"),
        std::string("wang\0", 5), std::string(65, 'a')}) {
    refused([&] { store.staff().add(staffMember(login), actor(0, 100)); });
  }
  BOOST_TEST(!store.staff().addIfFree(staffMember("li.na"), actor(0, 100)).has_value());
  BOOST_TEST(store.staff().list().size() == 1U);
  BOOST_TEST(store.audit().list({}).size() == 1U);
  store.staff().add(staffMember(std::string(64, 'a')), actor(0, 100));
}

BOOST_FIXTURE_TEST_CASE(senseless_ones_are_refused, FreshStore) {
  StaffMembers& staff = store.staff();
  const std::int64_t id = staff.add(staffMember("li.na"), actor(0, 100));
  const StaffMember before = kept(store, id);
  const auto refuse_both = [&](const StaffMember& changed) {
    StaffMember added = changed;
    added.login = "wang";
    refused([&] { staff.add(added, actor(0, 100)); });
    refused([&] { staff.update(changed, 1, actor(0, 120)); });
  };
  for (std::string StaffMember::*text :
       {&StaffMember::name, &StaffMember::county, &StaffMember::unit}) {
    StaffMember changed = before;
    changed.*text += std::string(1, '\0');
    refuse_both(changed);
  }
  StaffMember changed = before;
  changed.name = "";
  refuse_both(changed);
  StaffSession without_csrf = staffSession("s", id);
  without_csrf.csrf = "";
  refused(
      [&] { staff.changePassword(without_csrf, before.password_hash, "next", actor(id, 120)); });
  for (const std::string& hash : {std::string(), std::string("a\0b", 3)}) {
    StaffMember added = staffMember("wang");
    added.password_hash = hash;
    refused([&] { staff.add(added, actor(0, 100)); });
    refused([&] { staff.setPassword(id, hash, false, actor(0, 120)); });
    refused([&] {
      staff.changePassword(staffSession("s", id), before.password_hash, hash, actor(id, 120));
    });
    refused([&] { staff.rehash(id, before.password_hash, hash); });
  }
  BOOST_TEST(staff.list().size() == 1U);
  BOOST_TEST((staff.find(id) == before));
}

BOOST_FIXTURE_TEST_CASE(list_is_by_login, FreshStore) {
  for (const char* login : {"wang", "chen", "li.na", "li-na", "9lives"}) {
    store.staff().add(staffMember(login), actor(0, 100));
  }
  std::string logins;
  for (const StaffMember& member : store.staff().list()) {
    logins += member.login + " ";
    BOOST_TEST((store.staff().find(member.id) == member));
  }
  BOOST_TEST(logins == "9lives chen li-na li.na wang ");
}

BOOST_FIXTURE_TEST_CASE(updating_counts_the_revision, FreshStore) {
  StaffMembers& staff = store.staff();
  const std::int64_t other = staff.add(staffMember("wang"), actor(0, 100));
  StaffMember member = staffMember("li.na");
  member.id = staff.add(member, actor(0, 100));
  StaffMember next = member;
  next.name = "李娜 (主管)";
  next.role = desk::Role::kSupervisor;
  next.county = "";
  next.unit = "big_data";
  // None of these is taken over.
  next.login = "somebody.else";
  next.password_hash = "another";
  next.must_change = !member.must_change;
  next.revision = 77;
  next.created_at = at(9);
  BOOST_TEST((staff.update(next, 0, actor(0, 120)) == Change::kOtherRevision));
  BOOST_TEST((staff.update(next, 2, actor(0, 120)) == Change::kOtherRevision));
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST((staff.update(next, 1, actor(0, 120)) == Change::kDone));
  member.name = next.name;
  member.role = next.role;
  member.county = next.county;
  member.unit = next.unit;
  member.revision = 2;
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST((staff.update(next, 1, actor(0, 120)) == Change::kOtherRevision));
  BOOST_TEST((staff.update(next, 2, actor(0, 120)) == Change::kDone));
  BOOST_TEST(kept(store, member.id).revision == 3);
  BOOST_TEST(kept(store, other).revision == 1);
  BOOST_TEST(kept(store, other).name == staffMember("wang").name);
}

BOOST_FIXTURE_TEST_CASE(passwords_are_set_and_changed, FreshStore) {
  StaffMembers& staff = store.staff();
  const std::int64_t other = staff.add(staffMember("wang"), actor(0, 100));
  StaffMember member = staffMember("li.na");
  member.id = staff.add(member, actor(0, 100));
  BOOST_TEST(staff.setPassword(member.id, "one time", true, actor(0, 120)));
  member.password_hash = "one time";
  member.must_change = true;
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(!staff.changePassword(staffSession("s", member.id), "hash of li.na", "own",
                                   actor(member.id, 130)));
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(
      staff.changePassword(staffSession("s", member.id), "one time", "own", actor(member.id, 130)));
  member.password_hash = "own";
  member.must_change = false;
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(staff.setPassword(member.id, "next", false, actor(0, 120)));
  BOOST_TEST(!kept(store, member.id).must_change);
  BOOST_TEST(kept(store, other).password_hash == "hash of wang");
}

BOOST_FIXTURE_TEST_CASE(rehashing_changes_only_the_hash, FreshStore) {
  StaffMembers& staff = store.staff();
  StaffMember member = staffMember("li.na");
  member.id = staff.add(member, actor(0, 100));
  logIn(store, staffSession("a", member.id));
  BOOST_TEST(!staff.rehash(member.id, "another", "dearer"));
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(staff.rehash(member.id, "hash of li.na", "dearer"));
  member.password_hash = "dearer";
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(store.staffSessions().find("a").has_value());
}

BOOST_FIXTURE_TEST_CASE(every_text_survives, FreshStore) {
  const std::string hostile = "'; DROP TABLE staff_member -- \"\\%:x ?\r\n\t<b>𠮷\u202e";
  StaffMember member = staffMember("li.na");
  member.name = hostile;
  member.county = hostile;
  member.unit = hostile;
  member.password_hash = hostile;
  member.id = store.staff().add(member, actor(0, 100));
  BOOST_TEST((store.staff().find(member.id) == member));
  StaffSession session = staffSession(hostile, member.id);
  session.csrf = hostile;
  logIn(store, session);
  BOOST_TEST((store.staffSessions().find(hostile) == session));
  BOOST_TEST(store.staffSessions().remove(hostile));
}

BOOST_FIXTURE_TEST_CASE(one_administrator_remains, FreshStore) {
  StaffMember first = staffMember("first");
  first.role = desk::Role::kAdministrator;
  first.id = store.staff().add(first, actor(0, 100));
  StaffMember second = staffMember("second");
  second.role = desk::Role::kAdministrator;
  second.active = false;  // counts for nothing
  second.id = store.staff().add(second, actor(0, 100));
  StaffMember closed = first;
  closed.active = false;
  StaffMember demoted = first;
  demoted.role = desk::Role::kClerk;
  BOOST_TEST((store.staff().update(closed, 1, actor(0, 120)) == Change::kLastAdministrator));
  BOOST_TEST((store.staff().update(demoted, 1, actor(0, 120)) == Change::kLastAdministrator));
  BOOST_TEST((store.staff().find(first.id) == first));
  first.name = "another name";
  BOOST_TEST((store.staff().update(first, 1, actor(0, 120)) == Change::kDone));
  second.active = true;
  BOOST_TEST((store.staff().update(second, 1, actor(0, 120)) == Change::kDone));
  BOOST_TEST((store.staff().update(closed, 2, actor(0, 120)) == Change::kDone));
  second.role = desk::Role::kClerk;
  BOOST_TEST((store.staff().update(second, 2, actor(0, 120)) == Change::kLastAdministrator));
}

BOOST_FIXTURE_TEST_CASE(every_change_is_on_the_trail, FreshStore) {
  StaffMembers& staff = store.staff();
  StaffMember member = staffMember("li.na");
  member.id = staff.add(member, actor(7, 100));
  StaffMember next = member;
  next.name = "another name";
  next.role = desk::Role::kSupervisor;
  staff.update(next, 1, actor(7, 110));
  staff.update(next, 1, actor(7, 111));  // not done
  staff.setPassword(member.id, "one time", true, actor(7, 120));
  staff.setPassword(member.id + 1, "one time", true, actor(7, 121));  // not done
  staff.rehash(member.id, "one time", "dearer");                      // changes no password
  BOOST_TEST(trailOf(store, desk::AuditObject::kStaff, member.id) ==
             "added staff 1; changed staff 2 name role; password_reset staff 2; ");
  const StaffSession session = staffSession("s", member.id);
  staff.changePassword(session, "hash of li.na", "own", actor(member.id, 130));  // not done
  staff.changePassword(session, "dearer", "own", actor(member.id, 131));
  BOOST_TEST(trailOf(store, desk::AuditObject::kSession, member.id) ==
             "password_changed session 0; ");
  const AuditEntry last = store.audit().list({}).front();
  BOOST_TEST(last.county == member.county);
  BOOST_TEST(last.actor.staff_id == member.id);
  BOOST_TEST(last.actor.address == "192.0.2.1");
  BOOST_TEST((last.actor.at == at(131)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
