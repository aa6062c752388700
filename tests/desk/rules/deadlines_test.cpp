#include "policycalc/desk/rules/deadlines.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/rules/small_workdays.h"

namespace policycalc::desk::test {
namespace {

const Deadlines& small() {
  static const Deadlines deadlines = deadlinesOf(kSmallWorkdays);
  return deadlines;
}

struct DueRow {
  MatterState state;
  const char* since;
  const char* due;
  bool provisional;
};
std::ostream& operator<<(std::ostream& out, const DueRow& row) {
  return out << nameOf(row.state) << " since " << row.since;
}

const DueRow kDue[] = {
    {MatterState::kReceived, "2026-11-23", "2026-11-25", false},
    {MatterState::kReceived, "2026-11-20", "2026-11-24", false},    // from a Friday
    {MatterState::kReceived, "2026-11-21", "2026-11-24", false},    // from a Saturday
    {MatterState::kReceived, "2026-02-12", "2026-02-14", false},    // onto a make-up Saturday
    {MatterState::kReceived, "2026-02-13", "2026-02-24", false},    // over the spring festival
    {MatterState::kReceived, "2025-12-31", "2026-01-05", false},    // over New Year
    {MatterState::kReceived, "2026-12-29", "2026-12-31", false},    // the table's last day
    {MatterState::kReceived, "2026-12-30", "2027-01-01", true},     // the day after it
    {MatterState::kHandedOver, "2026-11-23", "2026-11-24", false},  // each state has its own
    {MatterState::kPreparing, "2026-11-23", "2026-12-07", false},
    {MatterState::kInProgress, "2026-11-23", "2026-12-21", false},
};

/// A matter received on `since`, looked at on `today`.
struct StandingRow {
  const char* since;
  const char* today;
  const char* urgency;
  int left;
};
std::ostream& operator<<(std::ostream& out, const StandingRow& row) {
  return out << row.since << " on " << row.today;
}

const StandingRow kStandings[] = {
    // Due on a Wednesday, and due soon from the workday before.
    {"2026-11-23", "2026-11-23", "calm", 2},
    {"2026-11-23", "2026-11-24", "due_soon", 1},
    {"2026-11-23", "2026-11-25", "due_soon", 0},
    {"2026-11-23", "2026-11-26", "overdue", -1},
    {"2026-11-23", "2026-11-22", "calm", 3},  // the clock was set back
    // Due on a Monday: the count stays the same over the weekend.
    {"2026-11-19", "2026-11-19", "calm", 2},
    {"2026-11-19", "2026-11-20", "due_soon", 1},
    {"2026-11-19", "2026-11-22", "due_soon", 1},
    {"2026-11-19", "2026-11-23", "due_soon", 0},
    {"2026-11-19", "2026-11-24", "overdue", -1},
    // Due on a Friday: late from Saturday on, although no workday has passed.
    {"2026-11-18", "2026-11-20", "due_soon", 0},
    {"2026-11-18", "2026-11-21", "overdue", 0},
    {"2026-11-18", "2026-11-23", "overdue", -1},
    // Due on a make-up Saturday, with the spring festival after it.
    {"2026-02-12", "2026-02-13", "due_soon", 1},
    {"2026-02-12", "2026-02-14", "due_soon", 0},
    {"2026-02-12", "2026-02-15", "overdue", 0},
    {"2026-02-12", "2026-02-24", "overdue", -1},
};

Standing received(const char* since, const char* today) {
  return small().standing(MatterState::kReceived, day(since), day(today));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(MatterDeadlines)

BOOST_DATA_TEST_CASE(a_matter_is_due_after_the_workdays_of_its_state, kDue, row) {
  const auto due = small().dueDate(row.state, day(row.since));
  BOOST_REQUIRE(due.has_value());
  BOOST_TEST(due->day.toString() == row.due);
  BOOST_TEST(due->provisional == row.provisional);
}

BOOST_DATA_TEST_CASE(urgency_turns_on_the_day, kStandings, row) {
  const Standing standing = received(row.since, row.today);
  BOOST_TEST(nameOf(standing.urgency) == row.urgency);
  BOOST_TEST(standing.workdays_left == row.left);
}

BOOST_AUTO_TEST_CASE(a_state_without_a_day_before_is_due_soon_on_the_due_day) {
  const auto on = [](const char* today) {
    return small().standing(MatterState::kHandedOver, day("2026-11-23"), day(today)).urgency;
  };
  BOOST_TEST((on("2026-11-23") == Urgency::kCalm));
  BOOST_TEST((on("2026-11-24") == Urgency::kDueSoon));
  BOOST_TEST((on("2026-11-25") == Urgency::kOverdue));
}

BOOST_AUTO_TEST_CASE(a_closed_matter_has_no_clock) {
  for (const MatterState state : kMatterStates) {
    BOOST_TEST(small().dueDate(state, day("2020-01-01")).has_value() == isOpen(state));
    const Standing standing = small().standing(state, day("2020-01-01"), day("2026-11-25"));
    BOOST_TEST((standing.urgency == Urgency::kOverdue) == isOpen(state), nameOf(state));
  }
}

BOOST_AUTO_TEST_CASE(the_urgency_follows_from_two_days) {
  for (const MatterState state : kMatterStates) {
    for (base::Date since = day("2026-01-25"); since < day("2026-03-05"); since = since.next()) {
      const auto days = small().dueDays(state, since);
      BOOST_TEST_REQUIRE(days.has_value() == isOpen(state));
      for (base::Date today = since; days && today < day("2026-04-01"); today = today.next()) {
        const Urgency expected = days->due < today     ? Urgency::kOverdue
                                 : days->soon <= today ? Urgency::kDueSoon
                                                       : Urgency::kCalm;
        BOOST_TEST((small().standing(state, since, today).urgency == expected),
                   nameOf(state) << " since " << since.toString() << " on " << today.toString());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_clock_that_has_rested_is_due_later) {
  const base::Date since = day("2026-11-23");
  BOOST_TEST(small().dueDate(MatterState::kReceived, since, 3)->day.toString() == "2026-11-30");
  BOOST_TEST(small().dueDays(MatterState::kReceived, since, 3)->soon.toString() == "2026-11-27");
  const Standing standing = small().standing(MatterState::kReceived, since, day("2026-11-26"), 3);
  BOOST_TEST((standing.urgency == Urgency::kCalm));
  BOOST_TEST(standing.workdays_left == 2);
}

BOOST_AUTO_TEST_CASE(the_whole_target_is_that_of_all_states_together) {
  // 2 + 10 + 1 + 20 workdays.
  BOOST_TEST(small().wholeTarget(day("2026-03-02")).day.toString() == "2026-04-16");
  BOOST_TEST(small().wholeTarget(day("2026-12-01")).provisional);
}

BOOST_AUTO_TEST_CASE(an_authorisation_warns_at_three_days) {
  const auto warning = [](const char* today) {
    return small().permissionWarning(day("2026-12-25"), day(today)).value_or(0);
  };
  BOOST_TEST(warning("2026-12-10") == 0);
  BOOST_TEST(warning("2026-12-11") == 10);
  BOOST_TEST(warning("2026-12-17") == 10);
  BOOST_TEST(warning("2026-12-18") == 5);
  BOOST_TEST(warning("2026-12-23") == 5);
  BOOST_TEST(warning("2026-12-24") == 1);
  BOOST_TEST(warning("2026-12-25") == 1);
}

BOOST_AUTO_TEST_CASE(a_target_names_the_document_that_sets_it_or_is_the_desks_own) {
  std::string text = kSmallWorkdays;
  const std::string own = R"("workdays": 20, "due_soon": 5)";
  text.replace(text.find(own), own.size(),
               own + R"(, "source": { "title": "rules", "number": "No. 7" })");
  const Deadlines deadlines = deadlinesOf(text);
  BOOST_TEST(deadlines.source(MatterState::kInProgress) == "rules（No. 7）");
  BOOST_TEST(deadlines.source(MatterState::kReceived) == "");
  text.replace(text.find("\"No. 7\""), 7, "7");
  BOOST_TEST(!Deadlines::read(text, "x.json").ok());
}

BOOST_AUTO_TEST_CASE(another_text_is_another_version) {
  BOOST_TEST(small().version() == Deadlines::read(kSmallWorkdays, "x.json")->version());
  BOOST_TEST(small().version() != Deadlines::read(kSmallWorkdays + "\n", "x.json")->version());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
