#include "policycalc/desk/rules/handling.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

constexpr const char* kHere = "360702";
constexpr const char* kThere = "360703";
constexpr const char* kUnit = "gz-finance";
constexpr const char* kOther = "gz-other";

/// Against the matters of kUnit in kHere, and in every county.
struct HandleRow {
  const char* name;
  Seat seat;
  bool any;
  bool here;
  bool everywhere;
};
std::ostream& operator<<(std::ostream& out, const HandleRow& row) {
  return out << row.name;
}

const HandleRow kHandle[] = {
    {"clerk", {Role::kClerk, 1, kHere, ""}, false, false, false},
    {"clerk with the unit", {Role::kClerk, 1, kHere, kUnit}, false, false, false},
    {"administrator", {Role::kAdministrator, 1, "", ""}, false, false, false},
    {"handler of the unit", {Role::kHandler, 1, "", kUnit}, true, true, true},
    {"handler of the unit, other county", {Role::kHandler, 1, kThere, kUnit}, true, true, true},
    {"handler of another unit", {Role::kHandler, 1, kHere, kOther}, true, false, false},
    {"disabled handler", {Role::kHandler, 1, "", kUnit, false}, false, false, false},
    {"supervisor of everything", {Role::kSupervisor, 1, "", ""}, true, true, true},
    {"supervisor of the county", {Role::kSupervisor, 1, kHere, ""}, true, true, false},
    {"supervisor of another county", {Role::kSupervisor, 1, kThere, ""}, true, false, false},
    {"supervisor of the unit", {Role::kSupervisor, 1, "", kUnit}, true, true, true},
    {"supervisor of another unit", {Role::kSupervisor, 1, "", kOther}, true, false, false},
    {"supervisor of county and unit", {Role::kSupervisor, 1, kHere, kUnit}, true, true, false},
    {"disabled supervisor", {Role::kSupervisor, 1, "", "", false}, false, false, false},
};

struct NameRow {
  const char* name;
  Seat seat;
  bool here;
  bool everywhere;
};
std::ostream& operator<<(std::ostream& out, const NameRow& row) {
  return out << row.name;
}

const NameRow kNames[] = {
    {"administrator", {Role::kAdministrator, 1, "", ""}, true, true},
    {"administrator with a place", {Role::kAdministrator, 1, kThere, kOther}, true, true},
    {"supervisor of everything", {Role::kSupervisor, 1, "", ""}, true, true},
    {"supervisor of the county", {Role::kSupervisor, 1, kHere, ""}, true, false},
    {"supervisor of another county", {Role::kSupervisor, 1, kThere, ""}, false, false},
    {"supervisor of the unit", {Role::kSupervisor, 1, "", kUnit}, true, true},
    {"supervisor of another unit", {Role::kSupervisor, 1, "", kOther}, false, false},
    {"clerk", {Role::kClerk, 1, kHere, ""}, false, false},
    {"handler", {Role::kHandler, 1, "", kUnit}, false, false},
};

constexpr std::int64_t kTaker = 1;
constexpr std::int64_t kPresent = 2;
constexpr std::int64_t kNamed = 3;
constexpr std::int64_t kUnable = 9;

/// Everyone but kUnable can handle the matter.
HandlerLookup people(std::int64_t named) {
  return {[](std::int64_t id) { return id != kUnable; }, [named] { return named; }};
}

using S = MatterState;
using F = MoveFault;
using Asked = std::optional<std::int64_t>;

struct StepRow {
  const char* name;
  Role taker;
  S from;
  StepRequest request;
  std::int64_t present;
  std::int64_t named;
  std::optional<F> fault;
  std::int64_t next = 0;
};
std::ostream& operator<<(std::ostream& out, const StepRow& row) {
  return out << row.name;
}

constexpr Role kClerk = Role::kClerk;
constexpr Role kHandler = Role::kHandler;
constexpr Role kChief = Role::kSupervisor;

const StepRow kSteps[] = {
    {"no such step", kChief, S::kReceived, {S::kFulfilled, false, {}}, 0, 0, F::kNoSuchStep},
    {"from a closed state", kChief, S::kRefused, {S::kWithdrawn, false, {}}, 0, 0, F::kNoSuchStep},
    {"another role's step",
     kHandler,
     S::kReceived,
     {S::kPreparing, false, {}},
     0,
     0,
     F::kNotForRole},
    {"refusal without a reason",
     kHandler,
     S::kInProgress,
     {S::kRefused, false, {}},
     2,
     0,
     F::kReasonMissing},
    {"refusal with a reason", kHandler, S::kInProgress, {S::kRefused, true, {}}, 2, 0, {}, 2},
    {"return without a reason",
     kHandler,
     S::kHandedOver,
     {S::kPreparing, false, {}},
     2,
     0,
     F::kReasonMissing},
    {"unreachable without enough attempts",
     kClerk,
     S::kReceived,
     {S::kUnreachable, false, {}},
     0,
     0,
     F::kNotTried},
    {"unreachable after enough attempts",
     kClerk,
     S::kReceived,
     {S::kUnreachable, false, {}, true},
     0,
     0,
     {}},
    {"expired, to which no step leads",
     kChief,
     S::kReceived,
     {S::kExpired, false, {}},
     0,
     0,
     F::kNoSuchStep},
    {"a handler where none is taken",
     kClerk,
     S::kReceived,
     {S::kPreparing, false, Asked(kNamed)},
     0,
     0,
     F::kTakesNoHandler},
    {"no handler, said where none is taken",
     kClerk,
     S::kReceived,
     {S::kPreparing, false, Asked(0)},
     0,
     0,
     F::kTakesNoHandler},
    {"a step without a handler keeps the present one, able or not",
     kClerk,
     S::kHandedOver,
     {S::kWithdrawn, false, {}},
     kUnable,
     kNamed,
     {},
     kUnable},
    {"handed over to the one who is asked for",
     kClerk,
     S::kPreparing,
     {S::kHandedOver, false, Asked(5)},
     kPresent,
     kNamed,
     {},
     5},
    {"handed over to one who cannot handle it",
     kClerk,
     S::kPreparing,
     {S::kHandedOver, false, Asked(kUnable)},
     kPresent,
     kNamed,
     F::kCannotHandle},
    {"handed over to the unit on purpose",
     kClerk,
     S::kPreparing,
     {S::kHandedOver, false, Asked(0)},
     kPresent,
     kNamed,
     {},
     0},
    {"handed over to the present handler",
     kClerk,
     S::kPreparing,
     {S::kHandedOver, false, {}},
     kPresent,
     kNamed,
     {},
     kPresent},
    {"handed over by the table, as the present handler no longer can",
     kClerk,
     S::kPreparing,
     {S::kHandedOver, false, {}},
     kUnable,
     kNamed,
     {},
     kNamed},
    {"handed over with nobody named", kClerk, S::kPreparing, {S::kHandedOver, false, {}}, 0, 0, {}},
    {"taken on by a handler",
     kHandler,
     S::kHandedOver,
     {S::kInProgress, false, {}},
     0,
     kNamed,
     {},
     kTaker},
    {"taken on for the present handler",
     kChief,
     S::kHandedOver,
     {S::kInProgress, false, {}},
     kPresent,
     kNamed,
     {},
     kPresent},
    {"taken on by a supervisor, for the one whom the table names",
     kChief,
     S::kHandedOver,
     {S::kInProgress, false, {}},
     0,
     kNamed,
     {},
     kNamed},
    {"taken on with nobody",
     kChief,
     S::kHandedOver,
     {S::kInProgress, false, {}},
     0,
     0,
     F::kHandlerMissing},
    {"taken on with nobody on purpose",
     kChief,
     S::kHandedOver,
     {S::kInProgress, false, Asked(0)},
     kPresent,
     kNamed,
     F::kHandlerMissing},
};

struct ReassignRow {
  S state;
  std::int64_t next;
  std::optional<F> fault;
};
std::ostream& operator<<(std::ostream& out, const ReassignRow& row) {
  return out << nameOf(row.state) << " to " << row.next;
}

const ReassignRow kReassign[] = {
    {S::kReceived, 0, {}},
    {S::kReceived, kNamed, {}},
    {S::kPreparing, kUnable, F::kCannotHandle},
    {S::kHandedOver, 0, {}},
    {S::kInProgress, kNamed, {}},
    {S::kInProgress, kUnable, F::kCannotHandle},
    {S::kInProgress, 0, F::kHandlerMissing},
    {S::kFulfilled, kNamed, F::kClosed},
    {S::kRefused, kUnable, F::kClosed},
    {S::kForwarded, 0, F::kClosed},
    {S::kWithdrawn, 0, F::kClosed},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Handling)

BOOST_DATA_TEST_CASE(seats_that_can_handle_matters, kHandle, row) {
  BOOST_TEST(canHandleAny(row.seat) == row.any);
  BOOST_TEST(canHandle(row.seat, kHere, kUnit) == row.here);
  BOOST_TEST(canHandle(row.seat, "", kUnit) == row.everywhere);
}

BOOST_DATA_TEST_CASE(seats_that_name_handlers, kNames, row) {
  BOOST_TEST(namesHandlersOf(row.seat, kHere, kUnit) == row.here);
  BOOST_TEST(namesHandlersOf(row.seat, "", kUnit) == row.everywhere);
}

BOOST_DATA_TEST_CASE(a_step_is_refused_or_has_its_handler, kSteps, row) {
  const Seat taker{row.taker, kTaker, "", kUnit};
  const auto next = decideStep(taker, row.from, row.present, row.request, people(row.named));
  BOOST_TEST(next.ok() == !row.fault.has_value());
  if (next.ok()) {
    BOOST_TEST(next->handler_id == row.next);
    BOOST_TEST((next->step == findStep(row.from, row.request.to)));
  } else {
    BOOST_TEST((next.error() == row.fault));
  }
}

BOOST_DATA_TEST_CASE(a_matter_is_reassigned_while_it_is_open, kReassign, row) {
  BOOST_TEST((faultOfReassignment(row.state, row.next, people(0).can_handle) == row.fault));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
