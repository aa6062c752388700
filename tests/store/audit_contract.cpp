#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/catalogue_versions_contract.h"
#include "store/desk_contract.h"
#include "store/staff_contract.h"

namespace policycalc::store::test {
namespace {

AuditEntry entryOf(std::int64_t staff_id, int seconds, const std::string& action = "opened") {
  AuditEntry entry;
  entry.actor = actor(staff_id, seconds);
  entry.action = action;
  entry.object = "applicant";
  entry.object_id = 7;
  entry.revision = 3;
  entry.county = "360702";
  entry.fields = {"name", "staff"};
  return entry;
}

/// The actions of what `query` gives, in its order.
std::string actionsOf(Store& store, const AuditQuery& query) {
  std::string actions;
  for (const AuditEntry& entry : store.audit().list(query)) actions += entry.action;
  return actions;
}

void expectSame(const AuditEntry& entry, const AuditEntry& expected) {
  BOOST_TEST(entry.id == expected.id);
  BOOST_TEST(entry.actor.staff_id == expected.actor.staff_id);
  BOOST_TEST(entry.actor.address == expected.actor.address);
  BOOST_TEST((entry.actor.at == expected.actor.at));
  BOOST_TEST(entry.action == expected.action);
  BOOST_TEST(entry.object == expected.object);
  BOOST_TEST(entry.object_id == expected.object_id);
  BOOST_TEST(entry.revision == expected.revision);
  BOOST_TEST(entry.county == expected.county);
  BOOST_TEST(entry.fields == expected.fields);
}

void appendedOneIsListedWhole(Store& store) {
  BOOST_TEST(store.audit().list({}).empty());
  AuditEntry entry = entryOf(addClerk(store), 100);
  entry.id = 77;  // ignored
  entry.id = store.audit().append(entry);
  AuditEntry bare;
  bare.actor = {0, "", at(-5)};
  bare.action = "ended";
  bare.object = "session";
  bare.id = store.audit().append(bare);
  BOOST_TEST(entry.id >= 1);
  BOOST_TEST(bare.id > entry.id);
  const auto entries = store.audit().list({});
  BOOST_TEST_REQUIRE(entries.size() == 2U);
  expectSame(entries[0], bare);
  expectSame(entries[1], entry);
}

void senselessOnesAreRefused(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::string nul(1, '\0');
  const auto refuse_it = [&](void (*spoil)(AuditEntry&, const std::string&)) {
    AuditEntry entry = entryOf(staff, 100);
    spoil(entry, nul);
    expectRefused([&] { store.audit().append(entry); });
  };
  refuse_it([](AuditEntry& entry, const std::string&) { entry.action = ""; });
  refuse_it([](AuditEntry& entry, const std::string&) { entry.object = ""; });
  refuse_it([](AuditEntry& entry, const std::string& text) { entry.action += text; });
  refuse_it([](AuditEntry& entry, const std::string& text) { entry.object += text; });
  refuse_it([](AuditEntry& entry, const std::string& text) { entry.county += text; });
  refuse_it([](AuditEntry& entry, const std::string& text) { entry.actor.address += text; });
  refuse_it([](AuditEntry& entry, const std::string& text) { entry.fields[1] += text; });
  refuse_it([](AuditEntry& entry, const std::string&) { entry.fields[1] = "two words"; });
  BOOST_TEST(store.audit().list({}).empty());
  // The trail of a change is refused with the change.
  const std::int64_t id = addApplicant(store, staff);
  Applicant next = applicant("next");
  next.id = id;
  expectRefused([&] { store.applicants().replace(next, 1, {"two words"}, actor(staff, 110)); });
  BOOST_TEST(store.applicants().find(id, at(110))->revision == 1);
  BOOST_TEST(store.audit().list({}).size() == 1U);
}

void queriesNarrow(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t other = addClerk(store, "wang");
  AuditEntry entry = entryOf(staff, 100, "a");
  store.audit().append(entry);
  entry = entryOf(other, 110, "b");
  store.audit().append(entry);
  entry = entryOf(staff, 120, "c");
  entry.object_id = 8;
  store.audit().append(entry);
  entry = entryOf(staff, 130, "d");
  entry.object = "matter";
  store.audit().append(entry);
  entry = entryOf(0, 140, "e");
  entry.county = "";
  const std::int64_t last = store.audit().append(entry);

  const auto actions = [&](void (*narrow)(AuditQuery&)) {
    AuditQuery query;
    narrow(query);
    return actionsOf(store, query);
  };
  BOOST_TEST(actions([](AuditQuery&) {}) == "edcba");
  BOOST_TEST(actions([](AuditQuery& query) { query.object = "applicant"; }) == "ecba");
  BOOST_TEST(actions([](AuditQuery& query) { query.object = "APPLICANT"; }) == "");
  BOOST_TEST(actions([](AuditQuery& query) { query.object_id = 8; }) == "c");
  BOOST_TEST(actions([](AuditQuery& query) { query.county = "360702"; }) == "dcba");
  BOOST_TEST(actions([](AuditQuery& query) { query.county = "3607%"; }) == "");
  BOOST_TEST(actions([](AuditQuery& query) { query.from = at(119); }) == "edc");
  BOOST_TEST(actions([](AuditQuery& query) { query.from = at(120); }) == "edc");
  BOOST_TEST(actions([](AuditQuery& query) { query.from = at(121); }) == "ed");
  BOOST_TEST(actions([](AuditQuery& query) { query.before = at(119); }) == "ba");
  BOOST_TEST(actions([](AuditQuery& query) { query.before = at(120); }) == "ba");
  BOOST_TEST(actions([](AuditQuery& query) { query.before = at(121); }) == "cba");
  BOOST_TEST(actions([](AuditQuery& query) { query.most = 1; }) == "e");
  BOOST_TEST(actions([](AuditQuery& query) { query.most = 5; }) == "edcba");
  BOOST_TEST(actions([](AuditQuery& query) {
               query.object = "applicant";
               query.object_id = 7;
               query.from = at(101);
             }) == "eb");
  AuditQuery query;
  query.staff_id = staff;
  BOOST_TEST(actionsOf(store, query) == "dca");
  query = {};
  query.below = last;
  query.most = 2;
  BOOST_TEST(actionsOf(store, query) == "dc");
  query.below = last - 3;
  BOOST_TEST(actionsOf(store, query) == "a");
}

void sinceGivesWhatSomebodyHasNotSeen(Store& store) {
  const std::int64_t staff = addClerk(store);
  for (int revision = 1; revision <= 4; ++revision) {
    AuditEntry entry = entryOf(staff, 100 + revision, std::to_string(revision));
    entry.revision = revision;
    store.audit().append(entry);
    entry.object_id = 8;
    store.audit().append(entry);
    entry.object = "matter";
    entry.object_id = 7;
    store.audit().append(entry);
  }
  AuditEntry looked = entryOf(staff, 110, "looked");
  looked.revision = 0;
  store.audit().append(looked);
  const auto actions = [&](std::int64_t revision) {
    std::string found;
    for (const AuditEntry& entry : store.audit().since("applicant", 7, revision)) {
      found += entry.action;
    }
    return found;
  };
  BOOST_TEST(actions(1) == "234");
  BOOST_TEST(actions(3) == "4");
  BOOST_TEST(actions(4) == "");
  BOOST_TEST(actions(INT64_MAX) == "");
  const auto entries = store.audit().since("applicant", 7, 3);
  BOOST_TEST_REQUIRE(entries.size() == 1U);
  BOOST_TEST(entries[0].actor.staff_id == staff);
  BOOST_TEST((entries[0].fields == std::vector<std::string>{"name", "staff"}));
  BOOST_TEST(store.audit().since("applicant", 9, 0).empty());
}

void everyTextSurvives(Store& store) {
  AuditEntry entry = entryOf(addClerk(store), 100);
  entry.action = entry.object = entry.county = entry.actor.address = kHostile;
  entry.fields = {"';DROP--", "\"\\%:x", "<b>𠮷", "a\tb\r\nc"};
  entry.object_id = INT64_MAX;
  entry.id = store.audit().append(entry);
  AuditQuery query;
  query.object = query.county = kHostile;
  const auto entries = store.audit().list(query);
  BOOST_TEST_REQUIRE(entries.size() == 1U);
  expectSame(entries[0], entry);
  BOOST_TEST(store.audit().since(kHostile, INT64_MAX, 0).size() == 1U);
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const DeskCase& contract_case) {
  return out << contract_case.name;
}

std::int64_t addClerk(Store& store, const std::string& login) {
  return store.staff().add(staffMember(login));
}

Actor actor(std::int64_t staff_id, int seconds) {
  return {staff_id, "192.0.2.1", at(seconds)};
}

void expectRefused(const std::function<void()>& call) {
  BOOST_CHECK_EXCEPTION(call(), StoreError, [](const StoreError& error) {
    return error.kind() == StoreError::Kind::kConstraint;
  });
}

std::string trailOf(Store& store, const std::string& object, std::int64_t object_id) {
  AuditQuery query;
  query.object = object;
  query.object_id = object_id;
  std::string trail;
  for (const AuditEntry& entry : store.audit().list(query)) {
    std::string line = entry.action + " " + entry.object + " " + std::to_string(entry.revision);
    for (const std::string& field : entry.fields) line += " " + field;
    trail.insert(0, line + "; ");
  }
  return trail;
}

const std::vector<DeskCase>& auditContract() {
  static const std::vector<DeskCase> matters = {
      {"appended_one_is_listed_whole", appendedOneIsListedWhole},
      {"senseless_ones_are_refused", senselessOnesAreRefused},
      {"queries_narrow", queriesNarrow},
      {"since_gives_what_somebody_has_not_seen", sinceGivesWhatSomebodyHasNotSeen},
      {"every_text_survives", everyTextSurvives},
  };
  return matters;
}

}  // namespace policycalc::store::test
