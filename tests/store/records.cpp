#include "store/records.h"

#include <algorithm>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

namespace policycalc::store {

std::ostream& operator<<(std::ostream& out, const AuditEntry& entry) {
  return out << nameOf(entry.action) << ' ' << nameOf(entry.object) << ' ' << entry.object_id;
}

}  // namespace policycalc::store

namespace policycalc::store::test {

std::chrono::sys_seconds at(int seconds) {
  using namespace std::chrono;
  return sys_days(year(2026) / January / 1) + std::chrono::seconds(seconds);
}

Actor actor(std::int64_t staff_id, int seconds) {
  return {staff_id, "192.0.2.1", at(seconds)};
}

StaffMember staffMember(const std::string& login) {
  StaffMember member;
  member.login = login;
  member.name = "李娜";
  member.role = desk::Role::kClerk;
  member.county = "360702";
  member.unit = "administrative_approval";
  member.password_hash = "hash of " + login;
  member.created_at = at(100);
  return member;
}

std::int64_t addClerk(Store& store, const std::string& login) {
  return store.staff().add(staffMember(login), actor(0, 100));
}

StaffSession staffSession(const std::string& token_id, std::int64_t staff_id) {
  return {token_id, staff_id, "csrf of " + token_id, at(100), at(110)};
}

bool logIn(Store& store, const StaffSession& session) {
  const auto member = store.staff().find(session.staff_id);
  return store.staffSessions().logIn(session, member ? member->password_hash : "none",
                                     actor(session.staff_id, 100));
}

SavedProfile savedProfile(const std::string& lookup, const std::string& sealed) {
  SavedProfile profile;
  profile.lookup = lookup;
  profile.saved_at = at(100);
  profile.expires_at = at(200);
  profile.sealed = sealed;
  profile.key_by_code = "by code";
  return profile;
}

FeedbackEntry feedbackEntry(const std::string& reference, int received) {
  return {reference,        "lookup of " + reference,
          "objection",      "11.1.1a",
          "sha256:abc",     at(received),
          "received",       at(received),
          "sealed message", "sealed contact"};
}

Applicant applicant(const std::string& name) {
  Applicant given;
  given.county = "360702";
  given.key_by_service = "key of " + name;
  given.sealed_name = "sealed " + name;
  given.sealed = "sealed profile of " + name;
  given.authorisation.given = desk::AuthorisationWay::kPaper;
  given.authorisation.for_matters = true;
  given.authorisation.until = at(1000);
  given.authorisation.sealed_by = "sealed giver of " + name;
  return given;
}

Applicant applicantOfFirm(const std::string& firm, const std::string& county) {
  Applicant given = applicant("name of " + firm);
  given.firm = firm;
  given.county = county;
  return given;
}

Applicant applicantByCode(const std::string& lookup) {
  Applicant given = applicant("by code");
  given.authorisation.given = desk::AuthorisationWay::kCode;
  given.authorisation.lookup = lookup;
  return given;
}

void expectGone(Store& store, std::int64_t id, int seconds) {
  Applicants& applicants = store.applicants();
  const Actor late = actor(0, seconds);
  BOOST_TEST(!applicants.find(id, at(seconds)).has_value());
  for (const Applicant& one : applicants.list("", at(seconds))) BOOST_TEST(one.id != id);
  Applicant next = applicant("next");
  next.id = id;
  for (std::int64_t revision = 0; revision < 4; ++revision) {
    BOOST_TEST((applicants.replace(next, revision, {}, late) == Applicants::Change::kNone));
  }
  Authorisation again = next.authorisation;
  again.until = at(seconds + 1000);
  BOOST_TEST(!applicants.authorise(id, again, late));
  BOOST_TEST(!applicants.withdraw(id, late));
}

std::int64_t addApplicant(Store& store, std::int64_t staff_id, const std::string& name) {
  const auto id = store.applicants().add(applicant(name), actor(staff_id, 100));
  BOOST_TEST_REQUIRE(id.has_value());
  return *id;
}

std::int64_t addFirm(Store& store, std::int64_t staff_id, const std::string& firm,
                     const std::string& county) {
  Applicant given = applicant(firm);
  given.firm = firm;
  given.county = county;
  return store.applicants().add(given, actor(staff_id, 100)).value_or(0);
}

Matter receivedMatter(std::int64_t applicant_id, const std::string& reference) {
  Matter matter;
  matter.reference = reference;
  matter.applicant_id = applicant_id;
  matter.measure = "11.1.1a";
  matter.catalogue = "hash";
  matter.county = "360702";
  matter.unit = "big_data";
  return matter;
}

std::int64_t openMatter(Store& store, std::int64_t staff_id, const Matter& matter, int seconds) {
  const auto opened =
      store.matters().open(matter, {"licence", "statement"}, actor(staff_id, seconds));
  BOOST_TEST_REQUIRE((opened.outcome == Matters::Opening::kDone));
  return opened.id;
}

OneMatter::OneMatter(Store& store)
    : staff(addClerk(store)),
      applicant_id(addApplicant(store, staff)),
      id(openMatter(store, staff, receivedMatter(applicant_id, "R1"))) {}

MatterFile keptMatter(Store& store, std::int64_t id, int seconds) {
  auto file = store.matters().find(id, at(seconds));
  BOOST_TEST_REQUIRE(file.has_value());
  return *std::move(file);
}

void expectRefused(const std::function<void()>& call) {
  BOOST_CHECK_EXCEPTION(call(), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  });
}

std::vector<AuditEntry> deskTrail(Store& store) {
  std::vector<AuditEntry> entries = store.audit().list({});
  std::erase_if(entries, [](const AuditEntry& entry) {
    return entry.object == desk::AuditObject::kStaff || entry.object == desk::AuditObject::kSession;
  });
  return entries;
}

std::string trailOf(Store& store, desk::AuditObject object, std::int64_t object_id) {
  AuditQuery query;
  query.object = object;
  query.object_id = object_id;
  std::string trail;
  for (const AuditEntry& entry : store.audit().list(query)) {
    std::string line;
    line.append(nameOf(entry.action)).append(" ").append(nameOf(entry.object));
    line += " " + std::to_string(entry.revision);
    for (const std::string& field : entry.fields) line += " " + field;
    trail.insert(0, line + "; ");
  }
  return trail;
}

}  // namespace policycalc::store::test
