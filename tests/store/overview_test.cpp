#include <algorithm>
#include <map>
#include <tuple>

#include <boost/test/unit_test.hpp>

#include "store/many_matters.h"

// Every number of the overview is that of the list behind it.

namespace policycalc::store::test {
namespace {

using desk::MatterState;
using desk::Role;
using desk::Seat;

constexpr int kMatters = 3'000;

MatterQuery queryOf(const std::optional<Seat>& seat) {
  MatterQuery query;
  query.seat = seat;
  query.permit_horizon = ManyMatters::now() + std::chrono::hours(24 * 12);
  return query;
}

/// Each matter was opened a number of days before its state began that follows from its id.
constexpr const char* kOpenings = "UPDATE matter SET opened_at = state_since - id % 90 * 86400";

std::int64_t daysOf(const PlainMatter& matter) {
  return matter.id % 90;
}

base::Date dayAt(std::int64_t seconds) {
  return base::dayInChina(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
}

const base::Date kFrom = dayAt(ManyMatters::kNow - 40 * 86'400);
const base::Date kTo = dayAt(ManyMatters::kNow - 2 * 86'400);

bool isIn(std::int64_t seconds) {
  return kFrom <= dayAt(seconds) && dayAt(seconds) <= kTo;
}

/// One of each kind that watches over matters, and all of it.
const std::vector<std::optional<Seat>> kSeats{
    std::nullopt,
    Seat{Role::kSupervisor, 2, "", ""},
    Seat{Role::kSupervisor, 2, "360703", ""},
    Seat{Role::kSupervisor, 2, "", "u2"},
    Seat{Role::kSupervisor, 2, "360704", "u1"},
};

void compare(Store& store, const std::vector<PlaceNumbers>& places, const MatterQuery& of,
             std::string MatterQuery::*column) {
  std::size_t open = 0;
  for (const PlaceNumbers& each : places) {
    const auto found = [&](void (*narrow)(MatterQuery&)) {
      MatterQuery query = of;
      query.*column = each.place;
      query.most = 1;
      narrow(query);
      return store.matters().page(query, ManyMatters::now()).counts.found;
    };
    BOOST_TEST(each.open == found([](MatterQuery&) {}), each.place);
    BOOST_TEST(
        each.overdue == found([](MatterQuery& query) { query.urgency = desk::Urgency::kOverdue; }),
        each.place);
    BOOST_TEST(each.nobody == found([](MatterQuery& query) { query.turn = desk::Turn::kNobody; }),
               each.place);
    BOOST_TEST(each.returned_twice == found([](MatterQuery& query) { query.returned_times = 2; }),
               each.place);
    BOOST_TEST(each.inactive == found([](MatterQuery& query) { query.inactive = true; }),
               each.place);
    BOOST_TEST(each.permit_ends == found([](MatterQuery& query) { query.permit_ends = true; }),
               each.place);
    BOOST_TEST(each.company == found([](MatterQuery& query) { query.turn = desk::Turn::kCompany; }),
               each.place);
    BOOST_TEST(each.measure_moved == found([](MatterQuery& query) { query.measure_moved = true; }),
               each.place);
    BOOST_TEST(each.to_tell == found([](MatterQuery& query) { query.turn = desk::Turn::kToTell; }),
               each.place);
    MatterQuery query = of;
    query.*column = each.place;
    const auto all = store.matters().list(query, ManyMatters::now());
    const auto oldest = std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) {
      return std::tie(a.opened_at, a.id) < std::tie(b.opened_at, b.id);
    });
    BOOST_TEST(each.oldest_id == oldest->id, each.place);
    BOOST_TEST(each.oldest_reference == oldest->reference, each.place);
    BOOST_TEST((each.oldest_at == oldest->opened_at), each.place);
    open += each.open;
  }
  MatterQuery query = of;
  query.most = 1;
  BOOST_TEST(open == store.matters().page(query, ManyMatters::now()).counts.open);
}

bool isSeen(const std::optional<Seat>& seat, const PlainMatter& matter) {
  return !seat || covers(*seat, matter.county, matter.unit);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreOverview)

BOOST_AUTO_TEST_CASE(each_number_of_a_place_is_that_of_its_list) {
  const ManyMatters many(kMatters);
  many.run(kOpenings);
  for (const auto& seat : kSeats) {
    const MatterQuery query = queryOf(seat);
    const auto units = many.store.overview().byUnit(query, ManyMatters::now());
    BOOST_TEST(units.size() == (seat && !seat->unit.empty() ? 1U : 3U));
    compare(many.store, units, query, &MatterQuery::unit);
    const auto counties = many.store.overview().byCounty(query, ManyMatters::now());
    BOOST_TEST(counties.size() == (seat && !seat->county.empty() ? 1U : 3U));
    compare(many.store, counties, query, &MatterQuery::county);
  }
}

BOOST_AUTO_TEST_CASE(weeks_count_what_was_opened_and_what_ended) {
  const ManyMatters many(kMatters);
  many.run(kOpenings);
  for (const auto& seat : kSeats) {
    std::size_t opened = 0;
    std::size_t closed = 0;
    std::map<std::string, std::size_t> opened_in;
    for (const PlainMatter& matter : many.matters()) {
      const std::int64_t begin = matter.since - daysOf(matter) * 86'400;
      if (!isSeen(seat, matter)) continue;
      if (isIn(begin)) {
        ++opened;
        const auto day = dayAt(begin).days();
        const auto since_monday = std::chrono::weekday(day) - std::chrono::Monday;
        ++opened_in[base::Date(day - since_monday).toString()];
      }
      if (!isOpen(matter.state) && isIn(matter.since)) ++closed;
    }
    const auto weeks = many.store.overview().weeks(queryOf(seat), kFrom, kTo);
    BOOST_TEST(weeks.size() >= 6U);
    std::size_t opened_there = 0;
    std::size_t closed_there = 0;
    for (const WeekNumbers& week : weeks) {
      BOOST_TEST(week.opened == opened_in[week.monday.toString()], week.monday.toString());
      opened_there += week.opened;
      closed_there += week.closed;
    }
    BOOST_TEST(opened_there == opened);
    BOOST_TEST(closed_there == closed);
    BOOST_TEST(opened > 0U);
    BOOST_TEST(closed > 0U);
  }
}

BOOST_AUTO_TEST_CASE(ages_are_those_of_the_open_matters) {
  const ManyMatters many(kMatters);
  many.run(kOpenings);
  for (const auto& seat : kSeats) {
    const MatterQuery query = queryOf(seat);
    std::map<MatterState, std::array<std::size_t, kAgeBounds.size() + 1>> expected;
    const auto today = dayAt(ManyMatters::kNow).days();
    for (const Matter& matter : many.store.matters().list(query, ManyMatters::now())) {
      const auto age = (today - base::dayInChina(matter.opened_at).days()).count();
      const auto bound = std::find_if(kAgeBounds.begin(), kAgeBounds.end(),
                                      [age](int most) { return age <= most; });
      ++expected[matter.state].at(static_cast<std::size_t>(bound - kAgeBounds.begin()));
    }
    const auto ages = many.store.overview().ages(query, ManyMatters::now());
    BOOST_TEST(ages.size() == 4U);
    for (const AgeNumbers& each : ages) {
      BOOST_TEST((each.by_age == expected[each.state]), nameOf(each.state));
    }
  }
}

BOOST_AUTO_TEST_CASE(ends_have_their_median_and_their_ninetieth_percentile) {
  const ManyMatters many(kMatters);
  many.run(kOpenings);
  for (const auto& seat : kSeats) {
    std::map<MatterState, std::vector<std::int64_t>> took;
    for (const PlainMatter& matter : many.matters()) {
      if (!isOpen(matter.state) && isIn(matter.since) && isSeen(seat, matter)) {
        took[matter.state].push_back(daysOf(matter));
      }
    }
    for (const EndNumbers& end : many.store.overview().ends(queryOf(seat), kFrom, kTo)) {
      auto& days = took[end.state];
      std::sort(days.begin(), days.end());
      BOOST_TEST(end.number == days.size());
      if (days.empty()) continue;
      BOOST_TEST(end.median_days == days[(days.size() + 1) / 2 - 1]);
      BOOST_TEST(end.most_days == days[(days.size() * 9 + 9) / 10 - 1]);
    }
  }
}

BOOST_AUTO_TEST_CASE(without_matters_there_are_weeks_and_no_places) {
  const ManyMatters none(1);
  none.run("DELETE FROM matter");
  Overview& overview = none.store.overview();
  BOOST_TEST(overview.byUnit({}, ManyMatters::now()).empty());
  const auto weeks = overview.weeks({}, kFrom, kFrom);
  BOOST_TEST(weeks.size() == 1U);
  BOOST_TEST(weeks.front().opened == 0U);
  for (const EndNumbers& end : overview.ends({}, kFrom, kTo)) BOOST_TEST(end.number == 0U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
