#include "store/staff_contract.h"

#include <functional>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/catalogue_versions_contract.h"

namespace policycalc::store::test {
namespace {

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

void unknownOneIsNotThere(Store& store) {
  StaffMembers& staff = store.staff();
  for (const std::int64_t id : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1}, INT64_MAX}) {
    BOOST_TEST(!staff.find(id).has_value());
    StaffMember next = staffMember("li");
    next.id = id;
    BOOST_TEST((staff.update(next, 1) == Change::kNone));
    BOOST_TEST(!staff.setPassword(id, "h", true));
    BOOST_TEST(!staff.changePassword(id, "hash", "h"));
    BOOST_TEST(!staff.rehash(id, "hash", "h"));
  }
  BOOST_TEST(!staff.findByLogin("li").has_value());
  BOOST_TEST(staff.list().empty());
}

void addedOneIsFoundWhole(Store& store) {
  StaffMember member = staffMember("li.na");
  member.id = 77;        // ignored
  member.revision = 77;  // ignored
  member.id = store.staff().add(member);
  member.revision = 1;
  BOOST_TEST(member.id >= 1);
  BOOST_TEST((store.staff().find(member.id) == member));
  BOOST_TEST((store.staff().findByLogin("li.na") == member));
  BOOST_TEST(!store.staff().find(member.id + 1).has_value());

  StaffMember other = staffMember("wang");
  other.role = "administrator";
  other.county = "";
  other.unit = "";
  other.must_change = false;
  other.active = false;
  other.created_at = at(-5);
  other.id = store.staff().add(other);
  BOOST_TEST(other.id != member.id);
  BOOST_TEST((store.staff().find(other.id) == other));
  BOOST_TEST((store.staff().find(member.id) == member));
}

void logInsHaveOneSpelling(Store& store) {
  const std::int64_t id = store.staff().add(staffMember("li.na"));
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

void takenAndMisspelledLogInsAreRefused(Store& store) {
  store.staff().add(staffMember("li.na"));
  for (const std::string& login :
       {std::string("li.na"), std::string("LI.NA"), std::string("Wang"), std::string(" wang"),
        std::string(), std::string("w"), std::string("wang fang"), std::string("王芳"),
        std::string("wang\0", 5), std::string(65, 'a')}) {
    refused([&] { store.staff().add(staffMember(login)); });
  }
  BOOST_TEST(store.staff().list().size() == 1U);
  store.staff().add(staffMember(std::string(64, 'a')));
}

void senselessOnesAreRefused(Store& store) {
  StaffMembers& staff = store.staff();
  const std::int64_t id = staff.add(staffMember("li.na"));
  const StaffMember before = kept(store, id);
  const auto refuse_both = [&](const StaffMember& changed) {
    StaffMember added = changed;
    added.login = "wang";
    refused([&] { staff.add(added); });
    refused([&] { staff.update(changed, 1); });
  };
  for (std::string StaffMember::*text :
       {&StaffMember::name, &StaffMember::role, &StaffMember::county, &StaffMember::unit}) {
    StaffMember changed = before;
    changed.*text += std::string(1, '\0');
    refuse_both(changed);
  }
  StaffMember changed = before;
  changed.name = "";
  refuse_both(changed);
  for (const char* role : {"", "root", "Clerk", "clerk "}) {
    changed = before;
    changed.role = role;
    refuse_both(changed);
  }
  for (const std::string& hash : {std::string(), std::string("a\0b", 3)}) {
    StaffMember added = staffMember("wang");
    added.password_hash = hash;
    refused([&] { staff.add(added); });
    refused([&] { staff.setPassword(id, hash, false); });
    refused([&] { staff.changePassword(id, before.password_hash, hash); });
    refused([&] { staff.rehash(id, before.password_hash, hash); });
  }
  BOOST_TEST(staff.list().size() == 1U);
  BOOST_TEST((staff.find(id) == before));
}

void listIsByLogin(Store& store) {
  for (const char* login : {"wang", "chen", "li.na", "li-na", "9lives"}) {
    store.staff().add(staffMember(login));
  }
  std::string logins;
  for (const StaffMember& member : store.staff().list()) {
    logins += member.login + " ";
    BOOST_TEST((store.staff().find(member.id) == member));
  }
  BOOST_TEST(logins == "9lives chen li-na li.na wang ");
}

void updatingCountsTheRevision(Store& store) {
  StaffMembers& staff = store.staff();
  const std::int64_t other = staff.add(staffMember("wang"));
  StaffMember member = staffMember("li.na");
  member.id = staff.add(member);
  StaffMember next = member;
  next.name = "李娜 (主管)";
  next.role = "supervisor";
  next.county = "";
  next.unit = "big_data";
  // None of these is taken over.
  next.login = "somebody.else";
  next.password_hash = "another";
  next.must_change = !member.must_change;
  next.revision = 77;
  next.created_at = at(9);
  BOOST_TEST((staff.update(next, 0) == Change::kOtherRevision));
  BOOST_TEST((staff.update(next, 2) == Change::kOtherRevision));
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST((staff.update(next, 1) == Change::kDone));
  member.name = next.name;
  member.role = next.role;
  member.county = next.county;
  member.unit = next.unit;
  member.revision = 2;
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST((staff.update(next, 1) == Change::kOtherRevision));
  BOOST_TEST((staff.update(next, 2) == Change::kDone));
  BOOST_TEST(kept(store, member.id).revision == 3);
  BOOST_TEST(kept(store, other).revision == 1);
  BOOST_TEST(kept(store, other).name == staffMember("wang").name);
}

void passwordsAreSetAndChanged(Store& store) {
  StaffMembers& staff = store.staff();
  const std::int64_t other = staff.add(staffMember("wang"));
  StaffMember member = staffMember("li.na");
  member.id = staff.add(member);
  BOOST_TEST(staff.setPassword(member.id, "one time", true));
  member.password_hash = "one time";
  member.must_change = true;
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(!staff.changePassword(member.id, "hash of li.na", "own"));
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(staff.changePassword(member.id, "one time", "own"));
  member.password_hash = "own";
  member.must_change = false;
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(staff.setPassword(member.id, "next", false));
  BOOST_TEST(!kept(store, member.id).must_change);
  BOOST_TEST(kept(store, other).password_hash == "hash of wang");
}

void rehashingChangesTheHashAlone(Store& store) {
  StaffMembers& staff = store.staff();
  StaffMember member = staffMember("li.na");
  member.id = staff.add(member);
  store.staffSessions().add(staffSession("a", member.id));
  BOOST_TEST(!staff.rehash(member.id, "another", "dearer"));
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(staff.rehash(member.id, "hash of li.na", "dearer"));
  member.password_hash = "dearer";
  BOOST_TEST((staff.find(member.id) == member));
  BOOST_TEST(store.staffSessions().find("a").has_value());
}

void everyTextSurvives(Store& store) {
  const std::string hostile = "'; DROP TABLE staff_member -- \"\\%:x ?\r\n\t<b>𠮷\u202e";
  StaffMember member = staffMember("li.na");
  member.name = hostile;
  member.county = hostile;
  member.unit = hostile;
  member.password_hash = hostile;
  member.id = store.staff().add(member);
  BOOST_TEST((store.staff().find(member.id) == member));
  StaffSession session = staffSession(hostile, member.id);
  session.csrf = hostile;
  store.staffSessions().add(session);
  BOOST_TEST((store.staffSessions().find(hostile) == session));
  BOOST_TEST(store.staffSessions().remove(hostile));
}

void oneAdministratorRemains(Store& store) {
  StaffMember first = staffMember("first");
  first.role = "administrator";
  first.id = store.staff().add(first);
  StaffMember second = staffMember("second");
  second.role = "administrator";
  second.active = false;  // counts for nothing
  second.id = store.staff().add(second);
  StaffMember closed = first;
  closed.active = false;
  StaffMember demoted = first;
  demoted.role = "clerk";
  BOOST_TEST((store.staff().update(closed, 1) == Change::kLastAdministrator));
  BOOST_TEST((store.staff().update(demoted, 1) == Change::kLastAdministrator));
  BOOST_TEST((store.staff().find(first.id) == first));
  first.name = "another name";
  BOOST_TEST((store.staff().update(first, 1) == Change::kDone));
  second.active = true;
  BOOST_TEST((store.staff().update(second, 1) == Change::kDone));
  BOOST_TEST((store.staff().update(closed, 2) == Change::kDone));
  second.role = "clerk";
  BOOST_TEST((store.staff().update(second, 2) == Change::kLastAdministrator));
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const StaffCase& contract_case) {
  return out << contract_case.name;
}

StaffMember staffMember(const std::string& login) {
  StaffMember member;
  member.login = login;
  member.name = "李娜";
  member.role = "clerk";
  member.county = "360702";
  member.unit = "administrative_approval";
  member.password_hash = "hash of " + login;
  member.created_at = at(100);
  return member;
}

const std::vector<StaffCase>& staffContract() {
  static const std::vector<StaffCase> matters = {
      {"unknown_one_is_not_there", unknownOneIsNotThere},
      {"added_one_is_found_whole", addedOneIsFoundWhole},
      {"log_ins_have_one_spelling", logInsHaveOneSpelling},
      {"taken_and_misspelled_log_ins_are_refused", takenAndMisspelledLogInsAreRefused},
      {"senseless_ones_are_refused", senselessOnesAreRefused},
      {"list_is_by_login", listIsByLogin},
      {"updating_counts_the_revision", updatingCountsTheRevision},
      {"passwords_are_set_and_changed", passwordsAreSetAndChanged},
      {"rehashing_changes_the_hash_alone", rehashingChangesTheHashAlone},
      {"one_administrator_remains", oneAdministratorRemains},
      {"every_text_survives", everyTextSurvives},
  };
  return matters;
}

}  // namespace policycalc::store::test
