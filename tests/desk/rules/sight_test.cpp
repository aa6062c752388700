#include "policycalc/desk/rules/sight.h"

#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace policycalc::desk;

namespace {

struct Row {
  const char* name;
  Seat seat;
  MatterPlace place;
  bool seen;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.name;
}

const Seat kClerk{Role::kClerk, 1, "360702", ""};
const Seat kHandler{Role::kHandler, 2, "", "gz-finance"};
const Seat kOfCity{Role::kSupervisor, 3, "", ""};
const Seat kOfCounty{Role::kSupervisor, 4, "360702", ""};
const Seat kOfUnit{Role::kSupervisor, 5, "", "gz-finance"};
const Seat kAdministrator{Role::kAdministrator, 6, "", ""};

const Row kRows[] = {
    {"clerk, own county", kClerk, {"360702", "gz-finance", 0, false}, true},
    {"clerk, own county, handed over", kClerk, {"360702", "gz-finance", 2, true}, true},
    {"clerk, other county", kClerk, {"360703", "gz-finance", 0, false}, false},
    {"clerk without a county", {Role::kClerk, 1, "", ""}, {"", "gz-finance", 0, false}, false},
    {"handler, by name", kHandler, {"360702", "gz-other", 2, true}, true},
    {"handler, unit, no handler", kHandler, {"360702", "gz-finance", 0, true}, true},
    {"handler, unit, not yet handed over", kHandler, {"360702", "gz-finance", 0, false}, false},
    {"handler, unit, a colleague's", kHandler, {"360702", "gz-finance", 9, true}, false},
    {"handler, other unit", kHandler, {"360702", "gz-other", 0, true}, false},
    {"handler of a county, unit, no handler",
     {Role::kHandler, 2, "360703", "gz-finance"},
     {"360703", "gz-finance", 0, true},
     true},
    {"handler of another county, unit, no handler",
     {Role::kHandler, 2, "360703", "gz-finance"},
     {"360702", "gz-finance", 0, true},
     false},
    {"handler of another county, by name",
     {Role::kHandler, 2, "360703", "gz-finance"},
     {"360702", "gz-finance", 2, true},
     true},
    {"handler without a unit", {Role::kHandler, 2, "", ""}, {"360702", "", 0, true}, false},
    {"supervisor of all", kOfCity, {"360703", "gz-other", 9, true}, true},
    {"supervisor of the county", kOfCounty, {"360702", "gz-other", 9, true}, true},
    {"supervisor of another county", kOfCounty, {"360703", "gz-other", 9, true}, false},
    {"supervisor of the unit", kOfUnit, {"360703", "gz-finance", 0, false}, true},
    {"supervisor of another unit", kOfUnit, {"360703", "gz-other", 0, false}, false},
    {"administrator", kAdministrator, {"360702", "gz-finance", 6, true}, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Sight)

BOOST_DATA_TEST_CASE(a_matter_is_seen_by_the_seats_it_concerns, kRows, row) {
  BOOST_TEST(sees(row.seat, row.place) == row.seen);
}

BOOST_AUTO_TEST_CASE(applicants_are_seen_at_the_windows_of_their_county) {
  BOOST_TEST(seesApplicantsOf(kClerk, "360702"));
  BOOST_TEST(!seesApplicantsOf(kClerk, "360703"));
  BOOST_TEST(!seesApplicantsOf({Role::kClerk, 1, "", ""}, ""));
  BOOST_TEST(seesApplicantsOf(kOfCity, "360703"));
  BOOST_TEST(seesApplicantsOf(kOfCounty, "360702"));
  BOOST_TEST(!seesApplicantsOf(kOfCounty, "360703"));
  BOOST_TEST(!seesApplicantsOf(kOfUnit, "360702"));
  BOOST_TEST(!seesApplicantsOf({Role::kSupervisor, 7, "360702", "gz-finance"}, "360702"));
  BOOST_TEST(!seesApplicantsOf(kHandler, "360702"));
  BOOST_TEST(!seesApplicantsOf(kAdministrator, "360702"));
}

BOOST_AUTO_TEST_SUITE_END()
