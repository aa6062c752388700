#include "policycalc/desk/rules/completion.h"

#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "desk/rules/small_workdays.h"

namespace policycalc::desk::test {
namespace {

using S = MatterState;

struct DayRow {
  const char* until;
  bool taken;
};
std::ostream& operator<<(std::ostream& out, const DayRow& row) {
  return out << row.until;
}

// Ten workdays after Wednesday 2026-11-25 is 2026-12-09.
const DayRow kDays[] = {
    {"2026-11-24", false}, {"2026-11-25", false}, {"2026-11-26", true},
    {"2026-11-28", true},  {"2026-12-09", true},  {"2026-12-10", false},
};

struct RestRow {
  const char* due;
  const char* last;
  std::int64_t workdays;
};
std::ostream& operator<<(std::ostream& out, const RestRow& row) {
  return out << row.due << " through " << row.last;
}

// From Wednesday 2026-11-25.
const RestRow kRests[] = {
    {"2026-12-01", "2026-11-25", 0},  // done on the same day
    {"2026-12-01", "2026-11-26", 1},  {"2026-12-01", "2026-11-27", 2},
    {"2026-12-01", "2026-11-29", 2},  // over a weekend
    {"2026-12-01", "2026-12-09", 10}, {"2026-11-25", "2026-11-27", 2},
    {"2026-11-24", "2026-11-27", 0},  // overdue before
};

}  // namespace

BOOST_AUTO_TEST_SUITE(CompletionOfPapers)

BOOST_DATA_TEST_CASE(papers_are_awaited_for_some_workdays, kDays, row) {
  const Deadlines deadlines = deadlinesOf(kSmallWorkdays);
  BOOST_TEST(isCompletionDay(day(row.until), day("2026-11-25"), deadlines.longestCompletion(),
                             deadlines.workdays()) == row.taken);
}

BOOST_DATA_TEST_CASE(the_clock_rests_but_not_once_overdue, kRests, row) {
  const Deadlines deadlines = deadlinesOf(kSmallWorkdays);
  BOOST_TEST(restOf(day(row.due), day("2026-11-25"), day(row.last), deadlines.workdays()) ==
             row.workdays);
}

BOOST_AUTO_TEST_CASE(the_side_that_has_the_matter_awaits_papers) {
  const Seat clerk{Role::kClerk, 1, "360702", ""};
  const Seat handler{Role::kHandler, 1, "", "gz-finance"};
  const Seat supervisor{Role::kSupervisor, 1, "", ""};
  const Seat administrator{Role::kAdministrator, 1, "", ""};
  for (const S state : kMatterStates) {
    const bool at_unit = state == S::kHandedOver || state == S::kInProgress;
    BOOST_TEST(mayAwaitPapers(clerk, state) == (state == S::kPreparing), nameOf(state));
    BOOST_TEST(mayAwaitPapers(handler, state) == at_unit, nameOf(state));
    BOOST_TEST(mayAwaitPapers(supervisor, state) == (at_unit || state == S::kPreparing));
    BOOST_TEST(!mayAwaitPapers(administrator, state));
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
