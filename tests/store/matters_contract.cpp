#include <boost/test/unit_test.hpp>

#include "store/catalogue_versions_contract.h"
#include "store/desk_contract.h"
#include "store/saved_profiles_contract.h"

namespace policycalc::store::test {
namespace {

using Change = Matters::Change;
using Opening = Matters::Opening;

/// As it is kept, which it must be.
MatterFile kept(Store& store, std::int64_t id) {
  auto file = store.matters().find(id);
  BOOST_TEST_REQUIRE(file.has_value());
  return *std::move(file);
}

std::int64_t addFirm(Store& store, std::int64_t staff, const std::string& firm,
                     const std::string& county = "360702") {
  Applicant given = applicant(firm);
  given.firm = firm;
  given.county = county;
  return store.applicants().add(given, actor(staff, 100)).value_or(0);
}

/// A clerk, an applicant and an open matter, each the only one.
struct OneMatter {
  explicit OneMatter(Store& store)
      : staff(addClerk(store)),
        applicant_id(addApplicant(store, staff)),
        id(openMatter(store, staff, hallMatter(applicant_id, "R1"))) {}

  std::int64_t staff;
  std::int64_t applicant_id;
  std::int64_t id;
};

void unknownOneIsNotThere(Store& store) {
  const OneMatter one(store);
  Matters& matters = store.matters();
  for (const std::int64_t id : {std::int64_t{0}, std::int64_t{-1}, one.id + 1, INT64_MAX}) {
    const Actor by = actor(one.staff, 120);
    BOOST_TEST(!matters.find(id).has_value());
    BOOST_TEST((matters.step(id, 1, {"refused", 0, false, ""}, by) == Change::kNone));
    BOOST_TEST((matters.reassign(id, 1, "big_data", 0, by) == Change::kNone));
    BOOST_TEST((matters.tick(id, 1, {0}, by) == Change::kNone));
    BOOST_TEST((matters.addNote(id, "sealed", by) == Change::kNone));
  }
  BOOST_TEST(matters.list({}).size() == 1U);
  BOOST_TEST(trailOf(store, "matter", 0) == trailOf(store, "matter", one.id));
  BOOST_TEST(store.audit().list({}).size() == 2U);
}

void openedOneIsFoundWhole(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t handler = addClerk(store, "wang");
  const std::int64_t applicant_id = addApplicant(store, staff);
  Matter given = hallMatter(applicant_id, "R1");
  given.handler_id = handler;
  given.state = "preparing";
  given.handed_over = true;
  // None of these is taken over.
  given.id = given.revision = given.opened_by = 77;
  given.state_since = given.opened_at = given.changed_at = at(9);
  given.erased = true;
  given.key_by_service = given.sealed_name = "another's";
  const auto opened = store.matters().open(given, {"licence", "statement"}, actor(staff, 110));
  BOOST_TEST((opened.outcome == Opening::kDone));
  Matter expected = given;
  expected.id = opened.id;
  expected.revision = 1;
  expected.opened_by = staff;
  expected.state_since = expected.opened_at = expected.changed_at = at(110);
  expected.erased = false;
  expected.key_by_service = applicant("name").key_by_service;
  expected.sealed_name = applicant("name").sealed_name;
  const MatterFile file = kept(store, opened.id);
  BOOST_TEST(opened.id >= 1);
  BOOST_TEST((file.what == expected));
  BOOST_TEST((file.documents == std::vector<MatterDocument>{{"licence"}, {"statement"}}));
  BOOST_TEST(file.notes.empty());
  const MatterChange first{at(110), staff, "", "preparing", handler, ""};
  BOOST_TEST((file.history == std::vector<MatterChange>{first}));
  const auto listed = store.matters().list({});
  BOOST_TEST_REQUIRE(listed.size() == 1U);
  BOOST_TEST((listed[0] == expected));
  const auto bare =
      store.matters().open(hallMatter(addFirm(store, staff, "f"), "R2"), {}, actor(staff, 110));
  BOOST_TEST(kept(store, bare.id).documents.empty());
}

void firmHasOneOpenMatterForAMeasure(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t here = addFirm(store, staff, "firm");
  const std::int64_t elsewhere = addFirm(store, staff, "firm", "360781");
  const std::int64_t first = openMatter(store, staff, hallMatter(here, "R1"));
  const auto open = [&](const Matter& what) {
    return store.matters().open(what, {}, actor(staff, 120));
  };
  auto again = open(hallMatter(here, "R2"));
  BOOST_TEST((again.outcome == Opening::kOpenAlready));
  BOOST_TEST(again.id == first);
  Matter other_county = hallMatter(elsewhere, "R2");
  other_county.county = "360781";
  again = open(other_county);
  BOOST_TEST((again.outcome == Opening::kOpenAlready));
  BOOST_TEST(again.id == 0);  // another county's is not named
  Matter other_measure = other_county;
  other_measure.measure = "11.1.1b";
  BOOST_TEST((open(other_measure).outcome == Opening::kDone));
  const Matters::Step end{"fulfilled", 0, false, ""};
  BOOST_TEST((store.matters().step(first, 1, end, actor(staff, 130)) == Change::kDone));
  other_county.reference = "R3";
  BOOST_TEST((open(other_county).outcome == Opening::kDone));
}

void withoutAFirmTheApplicantCounts(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t one = addApplicant(store, staff, "one");
  const std::int64_t other = addApplicant(store, staff, "other");
  openMatter(store, staff, hallMatter(one, "R1"));
  const std::int64_t second = openMatter(store, staff, hallMatter(other, "R2"));
  const auto again = store.matters().open(hallMatter(other, "R3"), {}, actor(staff, 120));
  BOOST_TEST((again.outcome == Opening::kOpenAlready));
  BOOST_TEST(again.id == second);
  // A firm that is told later counts from then on, for the matters that are open already too.
  Applicant founded = *store.applicants().find(one, at(120));
  founded.firm = "firm";
  store.applicants().replace(founded, 1, {}, actor(staff, 120));
  const std::int64_t elsewhere = addFirm(store, staff, "firm", "360781");
  const auto of_firm = store.matters().open(hallMatter(elsewhere, "R4"), {}, actor(staff, 130));
  BOOST_TEST((of_firm.outcome == Opening::kOpenAlready));
}

void firmToldLaterDoublesNoMatter(Store& store) {
  using Replacing = Applicants::Change;
  const std::int64_t staff = addClerk(store);
  const std::int64_t founder = addApplicant(store, staff, "founder");
  const std::int64_t elsewhere = addFirm(store, staff, "firm", "360781");
  const std::int64_t mine = openMatter(store, staff, hallMatter(founder, "R1"));
  openMatter(store, staff, hallMatter(elsewhere, "R2"));
  Applicant founded = *store.applicants().find(founder, at(120));
  founded.firm = "firm";
  const auto tell = [&](int seconds) {
    return store.applicants().replace(founded, 1, {}, actor(staff, seconds));
  };
  BOOST_TEST((tell(120) == Replacing::kMatterOpen));
  BOOST_TEST(store.applicants().find(founder, at(120))->firm == "");
  BOOST_TEST(store.applicants().find(founder, at(120))->revision == 1);
  const Matters::Step end{"fulfilled", 0, false, ""};
  BOOST_TEST((store.matters().step(mine, 1, end, actor(staff, 130)) == Change::kDone));
  BOOST_TEST((tell(140) == Replacing::kDone));
  // One's own open matters stand in no way of one's own code.
  founded.firm = "firm";
  BOOST_TEST((store.applicants().replace(founded, 2, {}, actor(staff, 150)) == Replacing::kDone));
}

void leaveThatIsOverIsInNobodysWay(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t over = addFirm(store, staff, "firm");  // until 1000
  openMatter(store, staff, hallMatter(over, "R1"));
  Applicant later = applicantOfFirm("firm", "360781");
  later.authorisation.until = at(2000);
  const auto there = store.applicants().add(later, actor(staff, 100));
  BOOST_TEST_REQUIRE(there.has_value());
  const auto open = [&](int seconds) {
    return store.matters().open(hallMatter(*there, "R2"), {}, actor(staff, seconds)).outcome;
  };
  BOOST_TEST((open(999) == Opening::kOpenAlready));
  BOOST_TEST((open(1000) == Opening::kDone));
}

void openingNeedsAnAuthorisationForMatters(Store& store) {
  const std::int64_t staff = addClerk(store);
  const auto opens = [&](std::int64_t id, int seconds) {
    const auto opened =
        store.matters().open(hallMatter(id, "R" + std::to_string(id)), {}, actor(staff, seconds));
    return opened.outcome != Opening::kNotAuthorised;
  };
  BOOST_TEST(!opens(77, 110));
  Applicant only_help = applicant("only help");
  only_help.authorisation.for_matters = false;
  only_help.id = store.applicants().add(only_help, actor(staff, 100)).value_or(0);
  BOOST_TEST(!opens(only_help.id, 110));
  only_help.authorisation.for_matters = true;
  store.applicants().authorise(only_help.id, only_help.authorisation, actor(staff, 120));
  BOOST_TEST(opens(only_help.id, 120));
  const std::int64_t over = addApplicant(store, staff);  // until at(1000)
  BOOST_TEST(!opens(over, 1000));
  BOOST_TEST(opens(over, 999));
  const std::int64_t withdrawn = addApplicant(store, staff);
  store.applicants().withdraw(withdrawn, actor(staff, 120));
  BOOST_TEST(!opens(withdrawn, 120));
  SavedProfile profile = savedProfile("a");
  profile.may_help = true;
  store.savedProfiles().add(profile);
  Applicant by_code = applicant("by code");
  by_code.authorisation.given = "code";
  by_code.authorisation.lookup = "a";
  by_code.id = store.applicants().add(by_code, actor(staff, 110)).value_or(0);
  BOOST_TEST(!opens(by_code.id, 200));
  store.savedProfiles().replace(savedProfile("a"), 1, at(120));
  BOOST_TEST(!opens(by_code.id, 120));
  BOOST_TEST(store.matters().list({}).size() == 2U);
}

void referencesAreUnique(Store& store) {
  const OneMatter one(store);
  Matter next = hallMatter(addFirm(store, one.staff, "firm"), "R1");
  const auto taken = store.matters().open(next, {}, actor(one.staff, 120));
  BOOST_TEST((taken.outcome == Opening::kReferenceTaken));
  store.applicants().withdraw(one.applicant_id, actor(one.staff, 130));
  const auto still = store.matters().open(next, {}, actor(one.staff, 140));
  BOOST_TEST((still.outcome == Opening::kReferenceTaken));
  next.reference = "r1";
  BOOST_TEST((store.matters().open(next, {}, actor(one.staff, 140)).outcome == Opening::kDone));
}

void senselessOnesAreRefused(Store& store) {
  const OneMatter one(store);
  const std::string nul(1, '\0');
  const Actor by = actor(one.staff, 120);
  Matters& matters = store.matters();
  const std::int64_t other = addFirm(store, one.staff, "firm");
  for (std::string Matter::*text :
       {&Matter::reference, &Matter::measure, &Matter::county, &Matter::unit, &Matter::state}) {
    Matter given = hallMatter(other, "R2");
    (given.*text).clear();
    expectRefused([&] { matters.open(given, {}, by); });
  }
  for (std::string Matter::*text : {&Matter::reference, &Matter::measure, &Matter::catalogue,
                                    &Matter::county, &Matter::unit, &Matter::state}) {
    Matter given = hallMatter(other, "R2");
    given.*text += nul;
    expectRefused([&] { matters.open(given, {}, by); });
  }
  expectRefused([&] { matters.open(hallMatter(other, "R2"), {"fine", "document" + nul}, by); });
  for (const std::string& state : {std::string(), std::string("Received"), std::string("closed"),
                                   "refused" + nul, std::string("refused ")}) {
    expectRefused([&] { matters.step(one.id, 1, {state, 0, false, ""}, by); });
  }
  expectRefused([&] { matters.step(one.id, 1, {"refused", 0, false, "why" + nul}, by); });
  expectRefused([&] { matters.reassign(one.id, 1, "", 0, by); });
  expectRefused([&] { matters.reassign(one.id, 1, "unit" + nul, 0, by); });
  expectRefused([&] { matters.addNote(one.id, "text" + nul, by); });
  expectRefused([&] { matters.tick(one.id, 1, {2}, by); });
  expectRefused([&] { matters.tick(one.id, 1, {0, SIZE_MAX}, by); });
  const MatterFile file = kept(store, one.id);
  BOOST_TEST(file.what.revision == 1);
  BOOST_TEST(file.documents[0].ticked_by == 0);
  BOOST_TEST(file.history.size() == 1U);
  BOOST_TEST(file.notes.empty());
  BOOST_TEST(matters.list({}).size() == 1U);
}

void steppingRestartsTheClock(Store& store) {
  const OneMatter one(store);
  const std::int64_t handler = addClerk(store, "wang");
  Matters& matters = store.matters();
  Matter expected = kept(store, one.id).what;
  const Matters::Step over{"handed_over", handler, true, "sealed reason"};
  BOOST_TEST((matters.step(one.id, 0, over, actor(one.staff, 120)) == Change::kOtherRevision));
  BOOST_TEST((matters.step(one.id, 2, over, actor(one.staff, 120)) == Change::kOtherRevision));
  BOOST_TEST((kept(store, one.id).what == expected));
  BOOST_TEST((matters.step(one.id, 1, over, actor(one.staff, 120)) == Change::kDone));
  expected.state = "handed_over";
  expected.handler_id = handler;
  expected.handed_over = true;
  expected.state_since = expected.changed_at = at(120);
  expected.revision = 2;
  BOOST_TEST((kept(store, one.id).what == expected));
  // Sent back, it has been with the unit all the same.
  const Matters::Step back{"preparing", 0, false, ""};
  BOOST_TEST((matters.step(one.id, 1, back, actor(handler, 130)) == Change::kOtherRevision));
  BOOST_TEST((matters.step(one.id, 2, back, actor(handler, 130)) == Change::kDone));
  const MatterFile file = kept(store, one.id);
  BOOST_TEST(file.what.handed_over);
  BOOST_TEST(file.what.handler_id == 0);
  BOOST_TEST((file.history ==
              std::vector<MatterChange>{
                  {at(110), one.staff, "", "received", 0, ""},
                  {at(120), one.staff, "received", "handed_over", handler, "sealed reason"},
                  {at(130), handler, "handed_over", "preparing", 0, ""}}));
}

void reassigningLetsTheClockGoOn(Store& store) {
  const OneMatter one(store);
  const std::int64_t handler = addClerk(store, "wang");
  Matters& matters = store.matters();
  Matter expected = kept(store, one.id).what;
  const Actor by = actor(one.staff, 120);
  BOOST_TEST((matters.reassign(one.id, 0, "finance", handler, by) == Change::kOtherRevision));
  BOOST_TEST((matters.reassign(one.id, 2, "finance", handler, by) == Change::kOtherRevision));
  BOOST_TEST((matters.reassign(one.id, 1, "finance", handler, by) == Change::kDone));
  expected.unit = "finance";
  expected.handler_id = handler;
  expected.changed_at = at(120);
  expected.revision = 2;
  BOOST_TEST((kept(store, one.id).what == expected));
  const MatterChange last{at(120), one.staff, "received", "received", handler, ""};
  BOOST_TEST((kept(store, one.id).history.back() == last));
  BOOST_TEST((matters.reassign(one.id, 2, "finance", 0, by) == Change::kDone));
  BOOST_TEST(kept(store, one.id).what.handler_id == 0);
}

void tickedDocumentsKeepWhoAndWhen(Store& store) {
  const OneMatter one(store);
  const std::int64_t colleague = addClerk(store, "wang");
  Matters& matters = store.matters();
  const auto documents = [&] { return kept(store, one.id).documents; };
  BOOST_TEST((matters.tick(one.id, 2, {1}, actor(one.staff, 120)) == Change::kOtherRevision));
  BOOST_TEST((matters.tick(one.id, 1, {1}, actor(one.staff, 120)) == Change::kDone));
  const MatterDocument licence{"licence", 0, {}};
  const MatterDocument statement{"statement", one.staff, at(120)};
  BOOST_TEST(documents()[0].ticked_by == 0);
  BOOST_TEST((documents()[1] == statement));
  BOOST_TEST((matters.tick(one.id, 2, {1, 0, 1}, actor(colleague, 130)) == Change::kDone));
  BOOST_TEST((documents()[0] == MatterDocument{"licence", colleague, at(130)}));
  BOOST_TEST((documents()[1] == statement));
  BOOST_TEST((matters.tick(one.id, 3, {0}, actor(one.staff, 140)) == Change::kDone));
  BOOST_TEST(documents()[1].ticked_by == 0);
  BOOST_TEST((matters.tick(one.id, 4, {}, actor(one.staff, 140)) == Change::kDone));
  BOOST_TEST((documents() == std::vector<MatterDocument>{licence, {"statement", 0, {}}}));
  const MatterFile file = kept(store, one.id);
  BOOST_TEST(file.what.revision == 5);
  BOOST_TEST((file.what.changed_at == at(140)));
  BOOST_TEST((file.what.state_since == at(110)));
  BOOST_TEST(file.history.size() == 1U);
}

void notesAreAdded(Store& store) {
  const OneMatter one(store);
  const std::int64_t colleague = addClerk(store, "wang");
  Matters& matters = store.matters();
  BOOST_TEST((matters.addNote(one.id, "first", actor(one.staff, 120)) == Change::kDone));
  BOOST_TEST((matters.addNote(one.id, kHostile, actor(colleague, 130)) == Change::kDone));
  const MatterFile file = kept(store, one.id);
  BOOST_TEST((file.notes == std::vector<MatterNote>{{at(120), one.staff, "first"},
                                                    {at(130), colleague, kHostile}}));
  BOOST_TEST(file.what.revision == 1);
  BOOST_TEST(store.audit().since("matter", one.id, 1).empty());
  store.applicants().withdraw(one.applicant_id, actor(one.staff, 140));
  BOOST_TEST((matters.addNote(one.id, "late", actor(one.staff, 150)) == Change::kNone));
  BOOST_TEST(kept(store, one.id).notes.size() == 2U);
}

/// The references of what `query` gives, in its order.
std::string listed(Store& store, const MatterQuery& query) {
  std::string references;
  for (const Matter& one : store.matters().list(query)) references += one.reference;
  return references;
}

/// Matters A to F of six firms, the last opened with the earliest clock.
struct SixMatters {
  explicit SixMatters(Store& store) : staff(addClerk(store)), handler(addClerk(store, "wang")) {
    for (int i = 0; i < 6; ++i) {
      const std::string reference(1, static_cast<char>('A' + i));
      Matter what = hallMatter(addFirm(store, staff, reference), reference);
      if (i == 1) what.county = "360781";
      if (i == 2) what.unit = "finance";
      if (i == 3) what.handler_id = handler;
      if (i == 4) what.handed_over = true;
      if (i == 5) what.state = "fulfilled";
      applicants.push_back(what.applicant_id);
      openMatter(store, staff, what, 200 - i);
    }
  }
  std::int64_t staff;
  std::int64_t handler;
  std::vector<std::int64_t> applicants;
};

void listsNarrow(Store& store) {
  const SixMatters six(store);
  const auto narrowed = [&](void (*narrow)(MatterQuery&, const SixMatters&)) {
    MatterQuery query;
    narrow(query, six);
    return listed(store, query);
  };
  BOOST_TEST(narrowed([](MatterQuery&, const SixMatters&) {}) == "EDCBA");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.closed = true; }) ==
             "FEDCBA");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.county = "360781"; }) ==
             "B");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.county = "3607%"; }) == "");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.unit = "finance"; }) ==
             "C");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.state = "received"; }) ==
             "EDCBA");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.state = "preparing"; }) ==
             "");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) {
               query.state = "fulfilled";
               query.closed = true;
             }) == "F");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.reference = "C"; }) == "C");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.reference = "c"; }) == "");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters& known) {
               query.applicant_id = known.applicants[0];
             }) == "A");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.most = 1; }) == "E");
  BOOST_TEST(narrowed([](MatterQuery& query, const SixMatters&) { query.most = 5; }) == "EDCBA");
}

void handlersSeeTheirsAndTheUnits(Store& store) {
  const SixMatters six(store);
  MatterQuery query;
  query.handler_id = six.handler;
  query.handler_unit = "finance";  // where nothing was handed over
  BOOST_TEST(listed(store, query) == "D");
  query.handler_unit = "big_data";
  BOOST_TEST(listed(store, query) == "ED");
  query.county = "360781";
  BOOST_TEST(listed(store, query) == "");
  query = {};
  query.handler_id = six.staff;
  BOOST_TEST(listed(store, query) == "");
}

void everyChangeIsInTheTrail(Store& store) {
  const OneMatter one(store);
  Matters& matters = store.matters();
  const Actor by = actor(one.staff, 120);
  matters.step(one.id, 1, {"preparing", 0, false, ""}, by);
  matters.reassign(one.id, 2, "finance", one.staff, by);
  matters.tick(one.id, 3, {0}, by);
  matters.addNote(one.id, "sealed", by);
  // What was not done leaves no entry.
  matters.step(one.id, 1, {"refused", 0, false, ""}, by);
  matters.reassign(one.id, 1, "big_data", 0, by);
  matters.tick(one.id, 1, {}, by);
  const auto later = store.audit().since("matter", one.id, 1);
  BOOST_TEST_REQUIRE(later.size() == 3U);
  for (std::size_t i = 0; i < later.size(); ++i) {
    BOOST_TEST(later[i].revision == static_cast<std::int64_t>(i) + 2);
    BOOST_TEST(later[i].county == "360702");
    BOOST_TEST(later[i].actor.staff_id == one.staff);
    BOOST_TEST(later[i].actor.address == "192.0.2.1");
    BOOST_TEST((later[i].actor.at == at(120)));
    BOOST_TEST(!later[i].fields.empty());
  }
  AuditQuery query;
  query.object = "matter";
  BOOST_TEST(store.audit().list(query).size() == 5U);
}

void everyTextSurvives(Store& store) {
  const std::int64_t staff = addClerk(store);
  Matter given = hallMatter(addApplicant(store, staff), kHostile);
  given.measure = given.catalogue = given.county = given.unit = kHostile;
  const auto opened = store.matters().open(given, {kHostile}, actor(staff, 110));
  const Matters::Step step{"refused", 0, false, kHostile};
  BOOST_TEST((store.matters().step(opened.id, 1, step, actor(staff, 120)) == Change::kDone));
  const MatterFile file = kept(store, opened.id);
  for (std::string Matter::*text :
       {&Matter::reference, &Matter::measure, &Matter::catalogue, &Matter::county, &Matter::unit}) {
    BOOST_TEST((file.what.*text == kHostile));
  }
  BOOST_TEST(file.documents.at(0).name == kHostile);
  BOOST_TEST(file.history.back().sealed_reason == kHostile);
  MatterQuery query;
  query.county = query.unit = query.reference = kHostile;
  query.closed = true;
  BOOST_TEST(store.matters().list(query).size() == 1U);
}

}  // namespace

Matter hallMatter(std::int64_t applicant_id, const std::string& reference) {
  Matter what;
  what.reference = reference;
  what.applicant_id = applicant_id;
  what.measure = "11.1.1a";
  what.catalogue = "hash";
  what.county = "360702";
  what.unit = "big_data";
  return what;
}

std::int64_t openMatter(Store& store, std::int64_t staff_id, const Matter& what, int seconds) {
  const auto opened =
      store.matters().open(what, {"licence", "statement"}, actor(staff_id, seconds));
  BOOST_TEST_REQUIRE((opened.outcome == Opening::kDone));
  return opened.id;
}

const std::vector<DeskCase>& mattersContract() {
  static const std::vector<DeskCase> matters = {
      {"unknown_one_is_not_there", unknownOneIsNotThere},
      {"opened_one_is_found_whole", openedOneIsFoundWhole},
      {"firm_has_one_open_matter_for_a_measure", firmHasOneOpenMatterForAMeasure},
      {"without_a_firm_the_applicant_counts", withoutAFirmTheApplicantCounts},
      {"firm_told_later_doubles_no_matter", firmToldLaterDoublesNoMatter},
      {"leave_that_is_over_is_in_nobodys_way", leaveThatIsOverIsInNobodysWay},
      {"opening_needs_an_authorisation_for_matters", openingNeedsAnAuthorisationForMatters},
      {"references_are_unique", referencesAreUnique},
      {"senseless_ones_are_refused", senselessOnesAreRefused},
      {"stepping_restarts_the_clock", steppingRestartsTheClock},
      {"reassigning_lets_the_clock_go_on", reassigningLetsTheClockGoOn},
      {"ticked_documents_keep_who_and_when", tickedDocumentsKeepWhoAndWhen},
      {"notes_are_added", notesAreAdded},
      {"lists_narrow", listsNarrow},
      {"handlers_see_theirs_and_the_units", handlersSeeTheirsAndTheUnits},
      {"every_change_is_in_the_trail", everyChangeIsInTheTrail},
      {"every_text_survives", everyTextSurvives},
  };
  return matters;
}

}  // namespace policycalc::store::test
