#include <boost/test/unit_test.hpp>

#include "policycalc/store/error.h"

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreAudit)

using Action = desk::AuditAction;
using Object = desk::AuditObject;

AuditEntry entryOf(std::int64_t staff_id, int seconds, Action action = Action::kOpened) {
  AuditEntry entry;
  entry.actor = actor(staff_id, seconds);
  entry.action = action;
  entry.object_id = 7;
  entry.revision = 3;
  entry.county = "360702";
  entry.fields = {"name", "staff"};
  return entry;
}

/// A letter for the action of each entry that `query` gives, in its order; none for accounts.
std::string actionsOf(Store& store, const AuditQuery& query) {
  std::string actions;
  for (const AuditEntry& entry : store.audit().list(query)) {
    if (entry.object != Object::kStaff)
      actions += static_cast<char>('a' + static_cast<int>(entry.action));
  }
  return actions;
}

void expectSame(const AuditEntry& entry, const AuditEntry& expected) {
  BOOST_TEST(entry.id == expected.id);
  BOOST_TEST(entry.actor.staff_id == expected.actor.staff_id);
  BOOST_TEST(entry.actor.address == expected.actor.address);
  BOOST_TEST((entry.actor.at == expected.actor.at));
  BOOST_TEST((entry.action == expected.action));
  BOOST_TEST((entry.object == expected.object));
  BOOST_TEST(entry.object_id == expected.object_id);
  BOOST_TEST(entry.revision == expected.revision);
  BOOST_TEST(entry.county == expected.county);
  BOOST_TEST(entry.fields == expected.fields);
}

BOOST_FIXTURE_TEST_CASE(appended_one_is_listed_whole, FreshStore) {
  BOOST_TEST(deskTrail(store).empty());
  AuditEntry entry = entryOf(addClerk(store), 100);
  entry.id = 77;  // ignored
  entry.id = store.audit().append(entry);
  AuditEntry bare;
  bare.actor = {0, "", at(-5)};
  bare.action = Action::kEnded;
  bare.object = Object::kHandler;
  bare.id = store.audit().append(bare);
  BOOST_TEST(entry.id >= 1);
  BOOST_TEST(bare.id > entry.id);
  const auto entries = deskTrail(store);
  BOOST_TEST_REQUIRE(entries.size() == 2U);
  expectSame(entries[0], bare);
  expectSame(entries[1], entry);
}

BOOST_FIXTURE_TEST_CASE(senseless_ones_are_refused, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::string nul(1, '\0');
  const auto refuse_it = [&](void (*spoil)(AuditEntry&, const std::string&)) {
    AuditEntry entry = entryOf(staff, 100);
    spoil(entry, nul);
    expectRefused([&] { store.audit().append(entry); });
  };
  refuse_it([](AuditEntry& entry, const std::string& text) { entry.county += text; });
  refuse_it([](AuditEntry& entry, const std::string& text) { entry.actor.address += text; });
  refuse_it([](AuditEntry& entry, const std::string& text) { entry.fields[1] += text; });
  refuse_it([](AuditEntry& entry, const std::string&) { entry.fields[1] = "two words"; });
  BOOST_TEST(deskTrail(store).empty());
  // The trail of a change is refused with the change.
  const std::int64_t id = addApplicant(store, staff);
  Applicant next = applicant("next");
  next.id = id;
  expectRefused([&] { store.applicants().replace(next, 1, {"two words"}, actor(staff, 110)); });
  BOOST_TEST(store.applicants().find(id, at(110))->revision == 1);
  BOOST_TEST(deskTrail(store).size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(queries_narrow, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t other = addClerk(store, "wang");
  AuditEntry entry = entryOf(staff, 100, Action::kAdded);
  store.audit().append(entry);
  entry = entryOf(other, 110, Action::kChanged);
  store.audit().append(entry);
  entry = entryOf(staff, 120, Action::kOpened);
  entry.object_id = 8;
  store.audit().append(entry);
  entry = entryOf(staff, 130, Action::kViewed);
  entry.object = Object::kMatter;
  store.audit().append(entry);
  entry = entryOf(0, 140, Action::kMatched);
  entry.county = "";
  const std::int64_t last = store.audit().append(entry);

  const auto actions = [&](void (*narrow)(AuditQuery&)) {
    AuditQuery query;
    narrow(query);
    return actionsOf(store, query);
  };
  BOOST_TEST(actions([](AuditQuery&) {}) == "edcba");
  BOOST_TEST(actions([](AuditQuery& query) { query.object = Object::kApplicant; }) == "ecba");
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
               query.object = Object::kApplicant;
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

BOOST_FIXTURE_TEST_CASE(since_gives_the_later_changes, FreshStore) {
  const std::int64_t staff = addClerk(store);
  for (int revision = 1; revision <= 4; ++revision) {
    AuditEntry entry = entryOf(staff, 100 + revision);
    entry.revision = revision;
    store.audit().append(entry);
    entry.object_id = 8;
    store.audit().append(entry);
    entry.object = Object::kMatter;
    entry.object_id = 7;
    store.audit().append(entry);
  }
  AuditEntry looked = entryOf(staff, 110, Action::kViewed);
  looked.revision = 0;
  store.audit().append(looked);
  const auto revisions = [&](std::int64_t revision) {
    std::string found;
    for (const AuditEntry& entry :
         store.audit().since(desk::AuditObject::kApplicant, 7, revision)) {
      found += std::to_string(entry.revision);
    }
    return found;
  };
  BOOST_TEST(revisions(1) == "234");
  BOOST_TEST(revisions(3) == "4");
  BOOST_TEST(revisions(4) == "");
  BOOST_TEST(revisions(INT64_MAX) == "");
  const auto entries = store.audit().since(desk::AuditObject::kApplicant, 7, 3);
  BOOST_TEST_REQUIRE(entries.size() == 1U);
  BOOST_TEST(entries[0].actor.staff_id == staff);
  BOOST_TEST((entries[0].fields == std::vector<std::string>{"name", "staff"}));
  BOOST_TEST(store.audit().since(desk::AuditObject::kApplicant, 9, 0).empty());
}

BOOST_FIXTURE_TEST_CASE(every_text_survives, FreshStore) {
  AuditEntry entry = entryOf(addClerk(store), 100);
  entry.county = entry.actor.address = kHostile;
  entry.fields = {"';DROP--", "\"\\%:x", "<b>𠮷", "a\tb\r\nc"};
  entry.object_id = INT64_MAX;
  entry.id = store.audit().append(entry);
  AuditQuery query;
  query.county = kHostile;
  const auto entries = store.audit().list(query);
  BOOST_TEST_REQUIRE(entries.size() == 1U);
  expectSame(entries[0], entry);
  BOOST_TEST(store.audit().since(Object::kApplicant, INT64_MAX, 0).size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(every_action_and_object_comes_back, FreshStore) {
  for (std::size_t i = 0; i < desk::kAuditActionCount; ++i) {
    for (const Object object : desk::kAuditObjects) {
      AuditEntry entry = entryOf(0, 100, static_cast<Action>(i));
      entry.object = object;
      entry.id = store.audit().append(entry);
      AuditQuery query;
      query.most = 1;
      expectSame(store.audit().list(query).at(0), entry);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
