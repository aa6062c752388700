#include "policycalc/desk/rules/reopening.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

using S = MatterState;
using std::chrono::seconds;

constexpr std::int64_t kMe = 1;
constexpr std::int64_t kOther = 2;
const std::chrono::sys_seconds kEnded{seconds(1'800'000'000)};

struct UndoRow {
  const char* name;
  Role role;
  S state;
  std::int64_t by;
  seconds later;
  bool may;
};
std::ostream& operator<<(std::ostream& out, const UndoRow& row) {
  return out << row.name;
}

const UndoRow kUndo[] = {
    {"at once", Role::kHandler, S::kFulfilled, kMe, seconds(0), true},
    {"in the last second", Role::kHandler, S::kRefused, kMe, seconds(599), true},
    {"after ten minutes", Role::kHandler, S::kRefused, kMe, seconds(600), false},
    {"before it was recorded", Role::kHandler, S::kRefused, kMe, seconds(-1), false},
    {"a colleague's", Role::kHandler, S::kFulfilled, kOther, seconds(1), false},
    {"a colleague's, by a supervisor", Role::kSupervisor, S::kFulfilled, kOther, seconds(1), true},
    {"a clerk's own", Role::kClerk, S::kForwarded, kMe, seconds(1), true},
    {"unreachable", Role::kClerk, S::kUnreachable, kMe, seconds(1), true},
    {"a withdrawal", Role::kSupervisor, S::kWithdrawn, kMe, seconds(1), false},
    {"an authorisation that ran out", Role::kSupervisor, S::kExpired, 0, seconds(1), false},
    {"no end", Role::kSupervisor, S::kInProgress, kMe, seconds(1), false},
    {"an administrator", Role::kAdministrator, S::kFulfilled, kMe, seconds(1), false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Reopening)

BOOST_DATA_TEST_CASE(a_slip_is_undone_for_ten_minutes, kUndo, row) {
  const Seat seat{row.role, kMe, "360702", "gz-finance"};
  BOOST_TEST(mayUndo(seat, {row.state, row.by, kEnded}, kEnded + row.later) == row.may);
}

BOOST_AUTO_TEST_CASE(a_supervisor_reopens_what_is_closed_and_not_expired) {
  for (const Role role : kRoles) {
    std::string states;
    for (const S state : kMatterStates) {
      if (mayReopen({role, kMe, "", ""}, state)) states += std::string(nameOf(state)) + " ";
    }
    BOOST_TEST(
        states ==
            (role == Role::kSupervisor ? "fulfilled refused forwarded unreachable withdrawn " : ""),
        nameOf(role));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
