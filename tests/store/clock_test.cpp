#include "policycalc/store/clock.h"

#include <optional>
#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

namespace data = boost::unit_test::data;
using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr sys_seconds kConfirmed{hours(490'000)};
constexpr seconds kSecond{1};

struct Row {
  const char* what;
  seconds past;  ///< the confirmed time
  seconds awake;
  ClockSense sense;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.what;
}

const Row kRows[] = {
    {"the confirmed time itself", seconds(0), {}, ClockSense::kBelieved},
    {"72 hours less a second", hours(72) - kSecond, {}, ClockSense::kBelieved},
    {"72 hours", hours(72), {}, ClockSense::kBelieved},
    {"72 hours and a second", hours(72) + kSecond, {}, ClockSense::kAhead},
    {"half a year", hours(24 * 188), {}, ClockSense::kAhead},
    {"five days of sleep", hours(120), hours(120), ClockSense::kBelieved},
    {"72 hours past the sleep", hours(192), hours(120), ClockSense::kBelieved},
    {"a second more", hours(192) + kSecond, hours(120), ClockSense::kAhead},
    {"an hour less a second before", kSecond - hours(1), {}, ClockSense::kBelieved},
    {"an hour before", -hours(1), {}, ClockSense::kBelieved},
    {"an hour and a second before", -hours(1) - kSecond, {}, ClockSense::kBehind},
    {"the year 2020", -hours(24 * 2200), {}, ClockSense::kBehind},
};

/// A profile that is kept until `at(200)` and an applicant until `at(1000)`.
struct Kept : FreshStore {
  Kept() {
    store.savedProfiles().add(savedProfile("lookup"));
    staff = addClerk(store);
    id = addFirm(store, staff, "firm");
    matter = openMatter(store, staff, receivedMatter(id, "R1"));
  }

  std::int64_t staff = 0;
  std::int64_t id = 0;
  std::int64_t matter = 0;
};

constexpr int kYear = 365 * 24 * 3600;
constexpr int kLimit = 72 * 3600;

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreClock)

BOOST_DATA_TEST_CASE(a_clock_is_judged_by_the_confirmed_time, data::make(kRows), row) {
  const sys_seconds now = kConfirmed + row.past;
  BOOST_TEST((judgeClock(now, kConfirmed, row.awake) == row.sense));
  BOOST_TEST((judgeClock(now, std::nullopt, row.awake) == ClockSense::kBelieved));
}

BOOST_DATA_TEST_CASE(terms_end_and_begin_so_that_nothing_ends_too_early, data::make(kRows), row) {
  const sys_seconds now = kConfirmed + row.past;
  const bool ahead = row.past > hours(72);
  BOOST_TEST((endingTime(now, kConfirmed) == (ahead ? kConfirmed : now)));
  BOOST_TEST((startingTime(now, kConfirmed) == (row.past < seconds(0) ? kConfirmed : now)));
  BOOST_TEST((endingTime(now, std::nullopt) == now));
  BOOST_TEST((startingTime(now, std::nullopt) == now));
}

BOOST_FIXTURE_TEST_CASE(the_confirmed_time_only_grows_by_what_is_believed, FreshStore) {
  Clock& clock = store.clock();
  BOOST_TEST(!clock.confirmed().has_value());
  BOOST_TEST((clock.observe(kConfirmed, {}) == ClockSense::kBelieved));
  for (const Row& row : kRows) {
    clock.confirm(kConfirmed);
    const sys_seconds now = kConfirmed + row.past;
    BOOST_TEST((clock.observe(now, row.awake) == row.sense), row.what);
    const bool kept = row.sense == ClockSense::kBelieved && row.past > seconds(0);
    BOOST_TEST((*clock.confirmed() == (kept ? now : kConfirmed)), row.what);
  }
  clock.confirm(kConfirmed - hours(100));  // a person may also set it back
  BOOST_TEST((*clock.confirmed() == kConfirmed - hours(100)));
  owned.reset();
  BOOST_TEST((*openStore({folder.database()})->clock().confirmed() == kConfirmed - hours(100)));
}

BOOST_FIXTURE_TEST_CASE(a_clock_too_far_ahead_ends_and_removes_nothing, Kept) {
  store.clock().confirm(at(150));
  const auto far = at(kYear);
  BOOST_TEST(store.savedProfiles().removeExpired(far) == 0U);
  BOOST_TEST(store.applicants().endOver(far) == 0U);
  BOOST_TEST(store.savedProfiles().find("lookup", far).has_value());
  BOOST_TEST(store.applicants().find(id, far).has_value());
  BOOST_TEST(store.applicants().findByFirm("firm", "360702", far).has_value());
  BOOST_TEST(store.applicants().list("360702", far).size() == 1U);
  BOOST_TEST((keptMatter(store, matter, kYear).matter.state == desk::MatterState::kReceived));
  // A new applicant of the firm would end one that is over.
  BOOST_TEST(!store.applicants().add(applicantOfFirm("firm"), actor(staff, 151)).has_value());
  BOOST_TEST(store.applicants().find(id, at(151)).has_value());
}

BOOST_FIXTURE_TEST_CASE(what_had_ended_by_the_confirmed_time_has_ended, Kept) {
  store.clock().confirm(at(200));
  BOOST_TEST(!store.savedProfiles().find("lookup", at(kYear)).has_value());
  BOOST_TEST(store.applicants().find(id, at(kYear)).has_value());
}

BOOST_FIXTURE_TEST_CASE(the_limit_is_72_hours_in_the_database_too, Kept) {
  store.clock().confirm(at(150));
  BOOST_TEST(store.savedProfiles().find("lookup", at(150 + kLimit + 1)).has_value());
  BOOST_TEST(store.savedProfiles().removeExpired(at(150 + kLimit + 1)) == 0U);
  BOOST_TEST(!store.savedProfiles().find("lookup", at(150 + kLimit)).has_value());
  BOOST_TEST(store.savedProfiles().removeExpired(at(150 + kLimit)) == 1U);
  BOOST_TEST(store.counters().expired_profiles == 1U);
}

BOOST_FIXTURE_TEST_CASE(people_still_remove_and_withdraw_under_such_a_clock, Kept) {
  store.clock().confirm(at(150));
  BOOST_TEST(store.savedProfiles().remove("lookup", at(kYear)));
  BOOST_TEST(store.applicants().withdraw(id, actor(staff, kYear)));
  BOOST_TEST(!store.applicants().find(id, at(151)).has_value());
}

BOOST_FIXTURE_TEST_CASE(a_confirmed_clock_ends_again, Kept) {
  store.clock().confirm(at(150));
  store.clock().confirm(at(kYear));
  BOOST_TEST(!store.savedProfiles().find("lookup", at(kYear)).has_value());
  BOOST_TEST(store.savedProfiles().removeExpired(at(kYear)) == 1U);
  BOOST_TEST(store.applicants().endOver(at(kYear)) == 1U);
  BOOST_TEST(store.counters().ended_applicants == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
