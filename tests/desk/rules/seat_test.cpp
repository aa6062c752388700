#include "policycalc/desk/rules/seat.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

struct CoverRow {
  const char* seat_county;
  const char* seat_unit;
  bool covers;
};
std::ostream& operator<<(std::ostream& out, const CoverRow& row) {
  return out << "`" << row.seat_county << "` `" << row.seat_unit << "`";
}

/// Against the county 360702 and the unit gz-finance.
const CoverRow kCovers[] = {
    {"", "", true},
    {"360702", "", true},
    {"", "gz-finance", true},
    {"360702", "gz-finance", true},
    {"360703", "", false},
    {"", "gz-other", false},
    {"360702", "gz-other", false},
    {"360703", "gz-finance", false},
};

constexpr std::int64_t kAbsent = 2;
const Seat kClerkOf{Role::kClerk, kAbsent, "360702", ""};
const Seat kHandlerOf{Role::kHandler, kAbsent, "", "gz-finance"};
const Seat kSupervisorOf{Role::kSupervisor, kAbsent, "", "gz-finance"};

struct StandInRow {
  const char* name;
  Seat substitute;
  Seat absent;
  bool can;
};
std::ostream& operator<<(std::ostream& out, const StandInRow& row) {
  return out << row.name;
}

const StandInRow kStandIns[] = {
    {"clerk of the county", {Role::kClerk, 1, "360702", ""}, kClerkOf, true},
    {"clerk of another county", {Role::kClerk, 1, "360703", ""}, kClerkOf, false},
    {"the absent one", kClerkOf, kClerkOf, false},
    {"a disabled clerk", {Role::kClerk, 1, "360702", "", false}, kClerkOf, false},
    {"handler for a clerk", {Role::kHandler, 1, "360702", ""}, kClerkOf, false},
    {"supervisor of the county", {Role::kSupervisor, 1, "360702", ""}, kClerkOf, true},
    {"supervisor of a unit for a clerk", {Role::kSupervisor, 1, "", "u"}, kClerkOf, false},
    {"handler of the unit", {Role::kHandler, 1, "", "gz-finance"}, kHandlerOf, true},
    {"handler of another unit", {Role::kHandler, 1, "", "gz-other"}, kHandlerOf, false},
    {"clerk for a handler", {Role::kClerk, 1, "360702", "gz-finance"}, kHandlerOf, false},
    {"supervisor of everything", {Role::kSupervisor, 1, "", ""}, kHandlerOf, true},
    {"supervisor of a county", {Role::kSupervisor, 1, "360702", ""}, kHandlerOf, false},
    {"handler for a supervisor", {Role::kHandler, 1, "", "gz-finance"}, kSupervisorOf, false},
    {"a supervisor's supervisor", {Role::kSupervisor, 1, "", ""}, kSupervisorOf, true},
    {"for an administrator",
     {Role::kSupervisor, 1, "", ""},
     {Role::kAdministrator, kAbsent, "", ""},
     false},
};

using Text = std::optional<std::string_view>;

struct FaultRow {
  const char* name;
  SeatRequest seat;
  const char* faults;  ///< C, U: missing; c, u: unknown
};
std::ostream& operator<<(std::ostream& out, const FaultRow& row) {
  return out << row.name;
}

const FaultRow kFaults[] = {
    {"clerk", {Role::kClerk, Text("360702"), {}}, ""},
    {"clerk without a county", {Role::kClerk, {}, {}}, "C"},
    {"clerk with an empty county", {Role::kClerk, Text(""), {}}, "c"},
    {"clerk of an unknown county", {Role::kClerk, Text("999999"), {}}, "c"},
    {"clerk of a unit, too", {Role::kClerk, Text("360702"), Text("gz-finance")}, ""},
    {"handler", {Role::kHandler, {}, Text("gz-finance")}, ""},
    {"handler without a unit", {Role::kHandler, Text("360702"), {}}, "U"},
    {"handler of an unknown unit", {Role::kHandler, {}, Text("gz-nowhere")}, "u"},
    {"supervisor of everything", {Role::kSupervisor, {}, {}}, ""},
    {"supervisor of nothing known", {Role::kSupervisor, Text("x"), Text("y")}, "cu"},
    {"administrator", {Role::kAdministrator, {}, {}}, ""},
    {"clerk with a fault of each kind", {Role::kClerk, {}, Text("y")}, "Cu"},
    {"no known role", {{}, Text("x"), {}}, "c"},
    {"nothing", {}, ""},
};

std::string lettersOf(const std::vector<SeatFault>& faults) {
  std::string letters;
  for (const SeatFault fault : faults) letters += "CUcu"[static_cast<std::size_t>(fault)];
  return letters;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Seats)

BOOST_DATA_TEST_CASE(a_part_that_the_seat_lacks_restricts_nothing, kCovers, row) {
  const Seat seat{Role::kSupervisor, 1, row.seat_county, row.seat_unit};
  BOOST_TEST(covers(seat, "360702", "gz-finance") == row.covers);
}

BOOST_AUTO_TEST_CASE(only_a_seat_without_a_county_covers_every_county) {
  BOOST_TEST(covers({Role::kSupervisor, 1, "", ""}, "", "gz-finance"));
  BOOST_TEST(!covers({Role::kSupervisor, 1, "360702", ""}, "", "gz-finance"));
}

BOOST_DATA_TEST_CASE(every_fault_of_a_seat_is_found, kFaults, row) {
  const KnownPlaces known{[](std::string_view code) { return code == "360702"; },
                          [](std::string_view id) { return id == "gz-finance"; }};
  BOOST_TEST(lettersOf(faultsOf(row.seat, known)) == row.faults);
}

BOOST_AUTO_TEST_CASE(the_policies_are_not_asked_about_a_seat_without_codes) {
  BOOST_TEST(faultsOf({Role::kSupervisor, {}, {}}, KnownPlaces{}).empty());
}

BOOST_DATA_TEST_CASE(a_substitute_reaches_what_the_absent_reaches, kStandIns, row) {
  BOOST_TEST(canStandInFor(row.substitute, row.absent) == row.can);
}

BOOST_AUTO_TEST_CASE(the_work_of_those_one_stands_in_for_is_ones_own) {
  Seat seat{Role::kHandler, 1, "", "gz-finance"};
  BOOST_TEST(actsFor(seat, 1));
  BOOST_TEST(!actsFor(seat, 2));
  seat.stands_in_for = {2, 3};
  BOOST_TEST(actsFor(seat, 3));
  BOOST_TEST(!actsFor(seat, 4));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
