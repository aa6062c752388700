#include "policycalc/desk/rules/turn.h"

#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace policycalc::desk;

namespace {

using S = MatterState;

constexpr std::int64_t kMe = 1;
constexpr std::int64_t kOther = 2;

struct Row {
  const char* name;
  Seat seat;
  MatterState state;
  std::int64_t responsible;
  Turn turn;
  std::int64_t window_task_of = 0;
  bool completing = false;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.name;
}

const Seat kClerk{Role::kClerk, kMe, "360702", ""};
const Seat kHandler{Role::kHandler, kMe, "", "gz-finance"};
const Seat kOfCity{Role::kSupervisor, kMe, "", ""};
const Seat kOfUnit{Role::kSupervisor, kMe, "", "gz-finance"};

const Row kRows[] = {
    {"clerk, own", kClerk, S::kReceived, kMe, Turn::kMine},
    {"clerk, a colleague's", kClerk, S::kPreparing, kOther, Turn::kColleagues},
    {"clerk, at the unit", kClerk, S::kHandedOver, kOther, Turn::kUnit},
    {"clerk, at the unit without a handler", kClerk, S::kHandedOver, 0, Turn::kNobody},
    {"clerk, at the window without an owner", kClerk, S::kReceived, 0, Turn::kNobody},
    {"handler, own", kHandler, S::kInProgress, kMe, Turn::kMine},
    {"handler, a colleague's", kHandler, S::kInProgress, kOther, Turn::kColleagues},
    {"handler, back at the window", kHandler, S::kPreparing, kOther, Turn::kWindow},
    {"handler, without a handler", kHandler, S::kHandedOver, 0, Turn::kNobody},
    {"supervisor of the city, at the window", kOfCity, S::kReceived, kOther, Turn::kColleagues},
    {"supervisor of the city, own at the window", kOfCity, S::kReceived, kMe, Turn::kMine},
    {"supervisor of the city, at the unit", kOfCity, S::kInProgress, kOther, Turn::kUnit},
    {"supervisor of the unit, at the window", kOfUnit, S::kPreparing, kOther, Turn::kWindow},
    {"supervisor of the unit, a handler's", kOfUnit, S::kInProgress, kOther, Turn::kColleagues},
    {"supervisor of the unit, own", kOfUnit, S::kInProgress, kMe, Turn::kMine},
    {"own, with its company", kHandler, S::kInProgress, kMe, Turn::kCompany, 0, true},
    {"another's, with its company", kClerk, S::kInProgress, kOther, Turn::kCompany, 0, true},
    {"with its company, without a handler", kClerk, S::kHandedOver, 0, Turn::kNobody, 0, true},
    {"a task of the window, own", kClerk, S::kInProgress, kOther, Turn::kMine, kMe, true},
    {"a task of the window, without a handler", kClerk, S::kHandedOver, 0, Turn::kMine, kMe},
    {"a task of the window, a colleague's", kClerk, S::kInProgress, kOther, Turn::kUnit, kOther},
    {"a task of the window, at the unit", kHandler, S::kInProgress, kMe, Turn::kMine, kOther},
};

struct Owner {
  const char* name;
  Seat seat;
  bool can;
};
std::ostream& operator<<(std::ostream& out, const Owner& row) {
  return out << row.name;
}

const Owner kOwners[] = {
    {"clerk of the county", {Role::kClerk, 1, "360702", ""}, true},
    {"clerk of another county", {Role::kClerk, 1, "360703", ""}, false},
    {"disabled clerk", {Role::kClerk, 1, "360702", "", false}, false},
    {"supervisor of the city", {Role::kSupervisor, 1, "", ""}, true},
    {"supervisor of another county", {Role::kSupervisor, 1, "360703", ""}, false},
    {"supervisor of the unit", {Role::kSupervisor, 1, "", "gz-finance"}, true},
    {"supervisor of another unit", {Role::kSupervisor, 1, "", "gz-other"}, false},
    {"disabled supervisor", {Role::kSupervisor, 1, "", "", false}, false},
    {"handler", {Role::kHandler, 1, "360702", "gz-finance"}, false},
    {"administrator", {Role::kAdministrator, 1, "", ""}, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(TurnOfAMatter)

BOOST_DATA_TEST_CASE(whose_turn_it_is, kRows, row) {
  BOOST_TEST(nameOf(turnOf(row.seat, {row.state, row.responsible, row.window_task_of,
                                      row.completing})) == nameOf(row.turn));
}

BOOST_DATA_TEST_CASE(who_can_own_a_matter, kOwners, row) {
  BOOST_TEST(canOwn(row.seat, "360702", "gz-finance") == row.can);
}

BOOST_AUTO_TEST_CASE(the_unit_has_it_in_two_states) {
  for (const S state : kMatterStates) {
    const bool there = state == S::kHandedOver || state == S::kInProgress;
    BOOST_TEST(isAtUnit(state) == there, nameOf(state));
  }
}

BOOST_AUTO_TEST_CASE(names_are_read_back) {
  for (const Turn turn : kTurns) BOOST_TEST((turnNamed(nameOf(turn)) == turn), nameOf(turn));
  for (const char* other : {"", "Mine", "mine ", "all"}) BOOST_TEST(!turnNamed(other), other);
}

BOOST_AUTO_TEST_SUITE_END()
