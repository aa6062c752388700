#include <string>

#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

using Change = Matters::Change;

base::Date day(const char* text) {
  return *base::Date::parse(text);
}

constexpr int kDay = 86'400;

/// A matter of 2026-01-01 at the window, which is authorised for a month.
struct Watched : FreshStore {
  std::int64_t staff = addClerk(store);
  std::int64_t id = open();
  Matters& matters = store.matters();

  std::int64_t open() {
    Applicant firm = applicant("name");
    firm.authorisation.until = at(30 * kDay);
    const std::int64_t applicant_id = store.applicants().add(firm, actor(staff, 100)).value();
    Matter matter = receivedMatter(applicant_id, "R1");
    matter.due_days = desk::DueDays{day("2026-01-05"), day("2026-01-02")};
    return openMatter(store, staff, matter);
  }
  Matters::Rest untilThe(const char* last) {
    Matters::Rest rest;
    rest.completion = {day("2026-01-01"), day(last)};
    rest.rested = 2;
    rest.due_days = desk::DueDays{day("2026-01-07"), day("2026-01-06")};
    rest.sealed = "sealed";
    return rest;
  }
  Matter matter(int seconds) { return keptMatter(store, id, seconds).matter; }
  std::string deeds(int seconds) {
    std::string words;
    for (const MatterDeed& deed : keptMatter(store, id, seconds).deeds) {
      words += std::string(nameOf(deed.deed)) + " " + std::to_string(deed.staff_id) + "; ";
    }
    return words;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreMatterWatch)

BOOST_FIXTURE_TEST_CASE(the_clock_rests_until_the_last_day_and_no_longer, Watched) {
  const auto since = matter(150).state_since;
  BOOST_TEST((matters.rest(id, 1, untilThe("2026-01-03"), actor(staff, 200)) == Change::kDone));
  const Matter resting = matter(250);
  BOOST_TEST_REQUIRE(resting.completion.has_value());
  BOOST_TEST(resting.completion->until.toString() == "2026-01-03");
  BOOST_TEST(resting.completions == 1);
  BOOST_TEST(resting.rested == 2);
  BOOST_TEST(resting.revision == 2);
  BOOST_TEST((resting.state_since == since));  // never reset
  BOOST_TEST(resting.due_days->due.toString() == "2026-01-07");
  expectRefused([&] { matters.rest(id, 2, untilThe("2026-01-04"), actor(staff, 260)); });
  // 2026-01-04 begins at UTC+8 sixteen hours into the third day.
  const int over = 2 * kDay + 16 * 3600;
  BOOST_TEST(matter(over - 1).completion.has_value());
  BOOST_TEST(!matter(over).completion.has_value());
  BOOST_TEST(matters.endCompletions(at(over - 1)) == 0U);
  BOOST_TEST(matters.endCompletions(at(over)) == 1U);
  BOOST_TEST(matters.endCompletions(at(over)) == 0U);
  const Matter after = matter(over);
  BOOST_TEST(after.revision == 3);
  BOOST_TEST(after.completions == 1);
  BOOST_TEST(after.rested == 2);
  BOOST_TEST((after.state_since == since));
  BOOST_TEST(deeds(over) == "awaited " + std::to_string(staff) + "; resumed 0; ");
  BOOST_TEST(trailOf(store, desk::AuditObject::kMatter, id) ==
             "opened matter 1 measure unit state; awaited matter 2 completion; resumed matter 3 "
             "completion; ");
}

BOOST_FIXTURE_TEST_CASE(a_change_after_the_last_day_records_the_return_first, Watched) {
  matters.rest(id, 1, untilThe("2026-01-02"), actor(staff, 200));
  Matters::Step step;
  step.to = desk::MatterState::kPreparing;
  BOOST_TEST((matters.step(id, 2, step, actor(staff, 5 * kDay)) == Change::kDone));
  BOOST_TEST(deeds(5 * kDay) == "awaited " + std::to_string(staff) + "; resumed 0; ");
  BOOST_TEST(matters.endCompletions(at(5 * kDay)) == 0U);
  BOOST_TEST(matter(5 * kDay).rested == 0);  // of the new state
  BOOST_TEST(matter(5 * kDay).completions == 1);
}

BOOST_FIXTURE_TEST_CASE(papers_that_are_complete_early_let_it_go_on, Watched) {
  expectRefused([&] { matters.rest(id, 1, {}, actor(staff, 190)); });
  matters.rest(id, 1, untilThe("2026-01-09"), actor(staff, 200));
  Matters::Rest done;
  done.rested = 1;
  done.due_days = desk::DueDays{day("2026-01-06"), day("2026-01-05")};
  BOOST_TEST((matters.rest(id, 2, done, actor(staff, 300)) == Change::kDone));
  BOOST_TEST(!matter(350).completion);
  BOOST_TEST(matter(350).rested == 1);
  BOOST_TEST(matter(350).due_days->due.toString() == "2026-01-06");
}

BOOST_FIXTURE_TEST_CASE(an_authorisation_that_ends_ends_the_rest, Watched) {
  matters.rest(id, 1, untilThe("2026-03-01"), actor(staff, 200));
  BOOST_TEST(!matter(31 * kDay).completion);
  BOOST_TEST(store.applicants().endOver(at(31 * kDay)) == 1U);
  BOOST_TEST(matters.endCompletions(at(90 * kDay)) == 0U);
}

BOOST_FIXTURE_TEST_CASE(a_reminder_says_to_whom_and_when_it_was_seen, Watched) {
  const std::int64_t other = addClerk(store, "other");
  const std::string before = matters.versionFor("360702", at(200));
  BOOST_TEST((matters.remind(id, other, actor(staff, 200)) == Change::kDone));
  BOOST_TEST(matters.versionFor("360702", at(200)) != before);
  BOOST_TEST(matter(250).reminders == 1);
  BOOST_TEST(matter(250).reminded_id == other);
  BOOST_TEST((matter(250).reminded_at == at(200)));
  BOOST_TEST(matter(250).revision == 1);  // it overwrites nothing
  matters.see(id, {staff}, at(210));
  BOOST_TEST((keptMatter(store, id).deeds.at(0).seen_at == std::chrono::sys_seconds()));
  matters.see(id, {other}, at(220));
  matters.see(id, {other}, at(230));
  const MatterDeed deed = keptMatter(store, id).deeds.at(0);
  BOOST_TEST((deed.seen_at == at(220)));
  BOOST_TEST(deed.to_id == other);
  Matters::Step step;
  step.to = desk::MatterState::kPreparing;
  matters.step(id, 1, step, actor(staff, 300));
  BOOST_TEST(matter(350).reminders == 0);  // of the new state
  BOOST_TEST((matters.remind(99, other, actor(staff, 400)) == Change::kNone));
}

BOOST_FIXTURE_TEST_CASE(a_measure_that_moved_is_marked_until_it_is_read, Watched) {
  const auto mark = [&](bool moved) {
    return matters.markMovedMeasures(
        [&](const Matters::KnownMeasure& known) { return moved && known.measure == "11.1.1a"; });
  };
  BOOST_TEST(matters.openMeasures().size() == 1U);
  BOOST_TEST(matters.openMeasures().at(0).second == "11.1.1a");
  BOOST_TEST(mark(false) == 0U);
  BOOST_TEST(mark(true) == 1U);
  BOOST_TEST(mark(true) == 0U);
  BOOST_TEST(matter(150).measure_moved);
  expectRefused([&] { matters.readMeasure(id, 1, std::string("a\0", 2), actor(staff, 200)); });
  BOOST_TEST((matters.readMeasure(id, 1, "newer", actor(staff, 200)) == Change::kDone));
  BOOST_TEST(!matter(250).measure_moved);
  BOOST_TEST(matter(250).catalogue == "newer");
  expectRefused([&] { matters.readMeasure(id, 2, "newer", actor(staff, 300)); });
}

BOOST_FIXTURE_TEST_CASE(a_measure_is_known_since_the_opening_or_the_last_reading, Watched) {
  std::chrono::sys_seconds known{};
  const auto mark = [&] {
    matters.markMovedMeasures([&](const Matters::KnownMeasure& each) {
      known = each.at;
      return true;
    });
  };
  mark();
  BOOST_TEST((known == matter(150).opened_at));
  matters.readMeasure(id, 1, "newer", actor(staff, 200));
  mark();
  BOOST_TEST((known == at(200)));
  matters.readMeasure(id, 2, "newer", actor(staff, 300));
  mark();
  BOOST_TEST((known == at(300)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
