#include "policycalc/desk/rules/reminder.h"

#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace policycalc::desk;

namespace {

constexpr std::int64_t kMe = 1;
constexpr std::int64_t kOther = 2;
constexpr std::int64_t kAway = 3;

struct Row {
  const char* name;
  RemindedMatter matter;
  std::optional<ReminderFault> fault;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.name;
}

const Row kRows[] = {
    {"another's", {true, false, kOther, false}, std::nullopt},
    {"closed and told", {false, false, kOther, false}, ReminderFault::kClosed},
    {"with its company", {true, true, kOther, false}, ReminderFault::kCompleting},
    {"with no one", {true, false, 0, false}, ReminderFault::kNobody},
    {"own", {true, false, kMe, false}, ReminderFault::kOwn},
    {"of an absent colleague", {true, false, kAway, false}, ReminderFault::kOwn},
    {"twice a day", {true, false, kOther, true}, ReminderFault::kToday},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Reminders)

BOOST_DATA_TEST_CASE(a_reminder_needs_another_person_who_has_to_act, kRows, row) {
  const Seat seat{Role::kSupervisor, kMe, "", "", true, {kAway}};
  BOOST_TEST((faultOfReminder(seat, row.matter) == row.fault));
}

BOOST_AUTO_TEST_SUITE_END()
