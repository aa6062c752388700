#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreMatterLists)

base::Date day(int number) {
  return base::Date(std::chrono::sys_days(std::chrono::days(20'000 + number)));
}

/// Of the unit big_data.
std::int64_t addHandler(Store& store) {
  StaffMember handler = staffMember("wang");
  handler.role = desk::Role::kHandler;
  handler.county = "";
  handler.unit = "big_data";
  return store.staff().add(handler, actor(0, 100));
}

/// The references of what `query` gives, in its order.
std::string listed(Store& store, const MatterQuery& query) {
  std::string references;
  for (const Matter& one : store.matters().list(query, at(150))) references += one.reference;
  return references;
}

/// Matters A to F of six firms, the first of them due last; F is closed.
struct SixMatters {
  explicit SixMatters(Store& store) : staff(addClerk(store)), handler(addHandler(store)) {
    for (int i = 0; i < 6; ++i) {
      const std::string reference(1, static_cast<char>('A' + i));
      Matter what = receivedMatter(addFirm(store, staff, reference), reference);
      what.due_days = desk::DueDays{day(100 - i), day(90 - i)};
      if (i == 1) what.county = "360781";
      if (i == 2) what.unit = "finance";
      if (i == 3) what.handler_id = handler;
      if (i == 4) what.handed_over = true;
      if (i == 5) what.state = desk::MatterState::kFulfilled;
      applicants.push_back(what.applicant_id);
      openMatter(store, staff, what, 200 - i);
    }
  }
  std::int64_t staff;
  std::int64_t handler;
  std::vector<std::int64_t> applicants;
};

BOOST_FIXTURE_TEST_CASE(lists_narrow, FreshStore) {
  const SixMatters six(store);
  const auto narrowed = [&](void (*narrow)(MatterQuery&, const SixMatters&)) {
    MatterQuery query;
    narrow(query, six);
    return listed(store, query);
  };
  BOOST_TEST(narrowed([](MatterQuery&, const SixMatters&) {}) == "EDCBA");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) {
               query.scope = MatterScope::kAll;
             }) == "EDCBAF");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.county = "360781"; }) ==
             "B");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.county = "3607%"; }) == "");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.unit = "finance"; }) ==
             "C");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) {
               query.state = desk::MatterState::kReceived;
             }) == "EDCBA");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) {
               query.state = desk::MatterState::kPreparing;
             }) == "");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) {
               query.state = desk::MatterState::kFulfilled;
               query.scope = MatterScope::kAll;
             }) == "F");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) {
               query.search = MatterSearch{.reference = "C"};
             }) == "C");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) {
               query.search = MatterSearch{.reference = "c"};
             }) == "");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters& known) {
               query.applicant_id = known.applicants[0];
             }) == "A");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.most = 1; }) == "E");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.most = 5; }) == "EDCBA");
}

BOOST_FIXTURE_TEST_CASE(handlers_see_theirs_and_the_units, FreshStore) {
  const SixMatters six(store);
  const auto seen = [&](std::int64_t id, const std::string& unit, const std::string& county = {}) {
    MatterQuery query;
    query.seat = desk::Seat{desk::Role::kHandler, id, county, unit};
    return listed(store, query);
  };
  BOOST_TEST(seen(six.handler, "finance") == "D");  // where nothing was handed over
  BOOST_TEST(seen(six.handler, "big_data") == "ED");
  BOOST_TEST(seen(six.handler, "big_data", "360781") == "D");
  BOOST_TEST(seen(six.staff, "finance") == "");
  // Once the account cannot act, the unit has its matters.
  StaffMember gone = *store.staff().find(six.handler);
  gone.active = false;
  BOOST_TEST((store.staff().update(gone, 1, actor(0, 130)) == StaffMembers::Change::kDone));
  BOOST_TEST(seen(six.handler, "finance") == "");
  BOOST_TEST(seen(six.staff, "big_data") == "E");  // D was never handed over
}

BOOST_FIXTURE_TEST_CASE(an_expired_authorisation_ends_the_matter_at_once, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t over = addFirm(store, staff, "A");  // until 1000
  Applicant longer = applicantOfFirm("B");
  longer.authorisation.until = at(1001);
  const std::int64_t alive = store.applicants().add(longer, actor(staff, 100)).value_or(0);
  const std::int64_t open = openMatter(store, staff, receivedMatter(over, "A"), 110);
  openMatter(store, staff, receivedMatter(alive, "B"), 120);
  Matter done = receivedMatter(over, "C");
  done.measure = "another";
  done.state = desk::MatterState::kFulfilled;
  openMatter(store, staff, done, 130);
  store.matters().addNote(open, "sealed note", actor(staff, 140));
  const auto found = [&](int seconds, std::optional<desk::MatterState> state, bool closed) {
    MatterQuery query;
    query.state = state;
    query.scope = closed ? MatterScope::kAll : MatterScope::kOpen;
    std::string references;
    for (const Matter& one : store.matters().list(query, at(seconds))) references += one.reference;
    return references;
  };
  BOOST_TEST(found(999, {}, false) == "AB");
  BOOST_TEST(found(1000, {}, false) == "B");
  BOOST_TEST(found(1000, {}, true) == "BCA");
  BOOST_TEST(found(1000, desk::MatterState::kReceived, true) == "B");
  BOOST_TEST(found(1000, desk::MatterState::kExpired, true) == "A");
  BOOST_TEST(found(1000, desk::MatterState::kWithdrawn, true) == "");
  BOOST_TEST(found(1000, desk::MatterState::kFulfilled, true) == "C");
  const MatterFile file = keptMatter(store, open, 1000);
  BOOST_TEST((file.matter.state == desk::MatterState::kExpired));
  BOOST_TEST(file.matter.erased);
  BOOST_TEST(!file.matter.taken_back);
  BOOST_TEST(file.matter.key_by_service.empty());
  BOOST_TEST(file.matter.sealed_name.empty());
  BOOST_TEST(file.notes.at(0).sealed_text.empty());
  BOOST_TEST(!keptMatter(store, open, 999).matter.erased);
  // Nothing was written, but no change is taken any more either.
  BOOST_TEST(
      (store.matters().tick(open, 1, {0}, actor(staff, 1000)) == Matters::Change::kOtherRevision));
  BOOST_TEST((store.matters().addNote(open, "late", actor(staff, 1000)) == Matters::Change::kNone));
  BOOST_TEST(store.applicants().endOver(at(1000)) == 1U);
  BOOST_TEST(found(1000, desk::MatterState::kExpired, true) == "A");
  BOOST_TEST((keptMatter(store, open, 1000).matter.state == desk::MatterState::kExpired));
  BOOST_TEST(!keptMatter(store, open, 1000).matter.taken_back);
  BOOST_TEST(keptMatter(store, open, 1000).matter.revision == 2);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
