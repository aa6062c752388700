#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

using desk::MatterState;
using Change = StaffMembers::Change;

base::Date day(const char* text) {
  return *base::Date::parse(text);
}

/// Two clerks of 360702, two handlers of big_data, one of finance; a matter at the window and one
/// in the unit, of two firms.
struct Hall : FreshStore {
  std::int64_t clerk = addClerk(store, "clerk");
  std::int64_t colleague = addClerk(store, "colleague");
  std::int64_t handler = addHandler("handler", "big_data");
  std::int64_t other = addHandler("other", "big_data");
  std::int64_t stranger = addHandler("stranger", "finance");
  std::int64_t at_window = open("W", 0);
  std::int64_t in_unit = open("U", handler);

  std::int64_t addHandler(const std::string& login, const std::string& unit) {
    StaffMember member = staffMember(login);
    member.role = desk::Role::kHandler;
    member.county = "";
    member.unit = unit;
    return store.staff().add(member, actor(0, 100));
  }
  std::int64_t open(const std::string& reference, std::int64_t handler_id) {
    Matter matter = receivedMatter(addFirm(store, clerk, reference), reference);
    const std::int64_t id = openMatter(store, clerk, matter);
    if (handler_id != 0) handOver(id, handler_id);
    return id;
  }
  void handOver(std::int64_t id, std::int64_t handler_id) {
    const std::int64_t revision = keptMatter(store, id).matter.revision;
    store.matters().step(id, revision,
                         {.to = MatterState::kHandedOver,
                          .handler_id = handler_id,
                          .handed_over = true,
                          .sealed_reason = {}},
                         actor(clerk, 120));
  }
  StaffMembers::Updated disable(std::int64_t id, const HandOn& hand_on) {
    StaffMember member = *store.staff().find(id);
    member.active = false;
    return store.staff().update(member, member.revision, hand_on, actor(0, 130));
  }
  Matter matter(std::int64_t id) { return keptMatter(store, id).matter; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(StorePeople)

BOOST_FIXTURE_TEST_CASE(disabling_asks_where_the_matters_go, Hall) {
  const auto asked = disable(handler, {.asks = true, .to = 0});
  BOOST_TEST((asked.change == Change::kHoldsMatters));
  BOOST_TEST(asked.matters.left == 1U);
  BOOST_TEST(store.staff().find(handler)->active);
  BOOST_TEST(store.staff().find(handler)->revision == 1);
  const auto done = disable(handler, {.asks = false, .to = other});
  BOOST_TEST((done.change == Change::kDone));
  BOOST_TEST((done.matters == HandedOn{1, 0}));
  BOOST_TEST(matter(in_unit).handler_id == other);
  BOOST_TEST(matter(in_unit).revision == 3);
  BOOST_TEST(matter(at_window).revision == 1);
  const MatterFile file = keptMatter(store, in_unit);
  BOOST_TEST(file.history.back().handler_id == other);
  BOOST_TEST((file.history.back().from == MatterState::kHandedOver));
  BOOST_TEST(
      trailOf(store, desk::AuditObject::kMatter, in_unit).find("reassigned matter 3 handler") !=
      std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(nobody_is_asked_who_has_nothing_to_hand_on, Hall) {
  BOOST_TEST((disable(other, {.asks = true, .to = 0}).change == Change::kDone));
  StaffMember renamed = *store.staff().find(handler);
  renamed.name = "Wang";
  const auto done = store.staff().update(renamed, 1, {.asks = true, .to = 0}, actor(0, 130));
  BOOST_TEST((done.change == Change::kDone));
  BOOST_TEST(matter(in_unit).handler_id == handler);
}

BOOST_FIXTURE_TEST_CASE(moving_to_another_unit_is_leaving_too, Hall) {
  StaffMember moved = *store.staff().find(handler);
  moved.unit = "finance";
  const auto update = [&](const HandOn& hand_on) {
    return store.staff().update(moved, 1, hand_on, actor(0, 130));
  };
  BOOST_TEST((update({.asks = true, .to = 0}).change == Change::kHoldsMatters));
  BOOST_TEST((update({.asks = false, .to = other}).matters == HandedOn{1, 0}));
  BOOST_TEST(matter(in_unit).handler_id == other);
}

BOOST_FIXTURE_TEST_CASE(a_clerk_hands_on_what_is_at_the_unit_too, Hall) {
  const auto done = disable(clerk, {.asks = false, .to = colleague});
  BOOST_TEST((done.matters == HandedOn{2, 0}));
  BOOST_TEST(matter(at_window).owner_id == colleague);
  BOOST_TEST(matter(in_unit).owner_id == colleague);
  BOOST_TEST(matter(in_unit).handler_id == handler);
}

BOOST_FIXTURE_TEST_CASE(who_cannot_act_takes_nothing_and_the_duty_handler_does, Hall) {
  BOOST_TEST((disable(handler, {.asks = false, .to = stranger}).matters == HandedOn{0, 1}));
  BOOST_TEST(matter(in_unit).handler_id == handler);
  BOOST_TEST(responsibleFor(matter(in_unit)) == 0);
  // Once there is one, what waits for nobody is the duty handler's.
  BOOST_TEST(store.dutyHandlers().set({"big_data", other}, 0, actor(0, 140)).value_or(99) == 1U);
  BOOST_TEST(matter(in_unit).handler_id == other);
  // Who comes next goes there at once.
  const std::int64_t next = addHandler("next", "big_data");
  const std::int64_t third = open("T", next);
  BOOST_TEST((disable(next, {.asks = false, .to = 0}).matters == HandedOn{1, 0}));
  BOOST_TEST(matter(third).handler_id == other);
  // A duty handler who leaves takes nothing over.
  BOOST_TEST((disable(other, {.asks = false, .to = 0}).matters == HandedOn{0, 2}));
}

BOOST_FIXTURE_TEST_CASE(a_duty_handler_is_named_by_who_knows_the_present_one, Hall) {
  DutyHandlers& duty = store.dutyHandlers();
  BOOST_TEST(duty.find("big_data") == 0);
  BOOST_TEST(!duty.set({"big_data", other}, handler, actor(0, 140)));
  BOOST_TEST(duty.set({"big_data", other}, 0, actor(0, 140)).value_or(99) == 0U);
  BOOST_TEST(matter(in_unit).handler_id == handler);  // who has one keeps it
  BOOST_TEST(duty.find("big_data") == other);
  BOOST_TEST(duty.find("finance") == 0);
  BOOST_TEST((duty.list() == std::vector<DutyHandler>{{"big_data", other}}));
  disable(other, {});
  BOOST_TEST(duty.find("big_data") == 0);
  BOOST_TEST(duty.set({"big_data", 0}, other, actor(0, 150)).has_value());
  BOOST_TEST(duty.list().empty());
  expectRefused([&] { duty.set({"", other}, 0, actor(0, 150)); });
  expectRefused([&] { duty.set({"big_data", 999}, 0, actor(0, 150)); });
  BOOST_TEST(trailOf(store, desk::AuditObject::kHandler, other) ==
             "named handler 0 duty unit:big_data; removed handler 0 duty unit:big_data; ");
}

BOOST_FIXTURE_TEST_CASE(a_substitute_acts_on_the_days_of_the_absence, Hall) {
  Absences& absences = store.absences();
  const Absence absence{handler, other, day("2026-12-01"), day("2026-12-04")};
  BOOST_TEST((absences.set(absence, 0, actor(0, 100)) == HandedOn{}));
  const auto acts = [&](const char* on) { return absences.standsInFor(other, day(on)); };
  BOOST_TEST(acts("2026-11-30").empty());
  BOOST_TEST(acts("2026-12-01") == std::vector<std::int64_t>{handler});
  BOOST_TEST(acts("2026-12-04") == std::vector<std::int64_t>{handler});
  BOOST_TEST(acts("2026-12-05").empty());
  BOOST_TEST(absences.standsInFor(handler, day("2026-12-01")).empty());
  BOOST_TEST(absences.list(day("2026-12-04")).size() == 1U);
  BOOST_TEST(absences.list(day("2026-12-05")).empty());
  BOOST_TEST(matter(in_unit).handler_id == handler);
  BOOST_TEST(absences.remove(handler, actor(0, 110)));
  BOOST_TEST(!absences.remove(handler, actor(0, 110)));
  BOOST_TEST(acts("2026-12-01").empty());
}

BOOST_FIXTURE_TEST_CASE(substitutes_of_substitutes_act_and_none_is_away_when_named, Hall) {
  Absences& absences = store.absences();
  const std::int64_t third = addHandler("third", "big_data");
  const auto away = [&](std::int64_t who, std::int64_t substitute, const char* from,
                        const char* to) {
    return absences.set({who, substitute, day(from), day(to)}, 0, actor(0, 100)).has_value();
  };
  BOOST_TEST(away(handler, other, "2026-12-01", "2026-12-10"));
  BOOST_TEST(away(other, third, "2026-12-05", "2026-12-06"));
  BOOST_TEST((absences.standsInFor(third, day("2026-12-05")) ==
              std::vector<std::int64_t>{handler, other}));
  BOOST_TEST(absences.standsInFor(third, day("2026-12-04")).empty());
  BOOST_TEST(!away(third, other, "2026-12-06", "2026-12-07"));
  BOOST_TEST(!away(third, handler, "2026-12-10", "2026-12-11"));
  BOOST_TEST(away(third, other, "2026-12-07", "2026-12-07"));
  expectRefused([&] { away(third, third, "2027-01-01", "2027-01-02"); });
  expectRefused([&] { away(third, other, "2027-01-02", "2027-01-01"); });
  expectRefused([&] { away(third, 999, "2027-01-01", "2027-01-02"); });
}

BOOST_FIXTURE_TEST_CASE(an_absence_can_hand_the_open_matters_on, Hall) {
  const Absence absence{handler, other, day("2026-12-01"), day("2026-12-04")};
  BOOST_TEST((store.absences().set(absence, other, actor(0, 130)) == HandedOn{1, 0}));
  BOOST_TEST(matter(in_unit).handler_id == other);
}

BOOST_FIXTURE_TEST_CASE(lists_change_their_version_with_duties_and_absences, Hall) {
  const auto version = [&] { return store.matters().versionFor("360702", at(150)); };
  const std::string first = version();
  store.absences().set({handler, other, day("2026-12-01"), day("2026-12-04")}, 0, actor(0, 100));
  const std::string second = version();
  BOOST_TEST(second != first);
  store.absences().remove(handler, actor(0, 100));
  BOOST_TEST(version() != second);
}

BOOST_FIXTURE_TEST_CASE(open_matters_are_counted_by_the_one_they_wait_for, Hall) {
  const auto open = store.overview().openByPerson(at(150));
  BOOST_TEST(open.size() == 2U);
  BOOST_TEST(open.at(clerk) == 1U);
  BOOST_TEST(open.at(handler) == 1U);
  BOOST_TEST(store.overview().openByPerson(at(1000)).empty());  // the authorisations are over
}

BOOST_FIXTURE_TEST_CASE(a_matter_that_is_over_holds_nobody, Hall) {
  StaffMember member = *store.staff().find(handler);
  member.active = false;
  const auto done = store.staff().update(member, 1, {.asks = true, .to = 0}, actor(0, 1000));
  BOOST_TEST((done.change == Change::kDone));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
