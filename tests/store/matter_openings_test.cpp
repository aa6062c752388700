#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreMatterOpenings)

using Change = Matters::Change;
using Opening = Matters::Opening;

BOOST_FIXTURE_TEST_CASE(opened_one_is_found_whole, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t handler = addClerk(store, "wang");
  const std::int64_t applicant_id = addApplicant(store, staff);
  Matter given = receivedMatter(applicant_id, "R1");
  given.handler_id = handler;
  given.state = desk::MatterState::kPreparing;
  given.handed_over = true;
  const base::Date due(std::chrono::sys_days(std::chrono::days(20'000)));
  given.due_days = desk::DueDays{due.next(), due};
  // None of these is taken over.
  given.id = given.revision = given.opened_by = 77;
  given.state_since = given.opened_at = given.changed_at = at(9);
  given.erased = given.owner_can = given.handler_can = true;
  given.owner_id = given.returns = 77;
  given.permit_until = at(9);
  given.key_by_service = given.sealed_name = "another's";
  const auto opened = store.matters().open(given, {"licence", "statement"}, actor(staff, 110));
  BOOST_TEST((opened.outcome == Opening::kDone));
  Matter expected = given;
  expected.id = opened.id;
  expected.revision = 1;
  expected.opened_by = staff;
  expected.state_since = expected.opened_at = expected.changed_at = at(110);
  expected.owner_id = staff;
  expected.owner_can = true;
  expected.erased = expected.handler_can = false;
  expected.returns = 0;
  expected.permit_until = at(1000);
  expected.key_by_service = applicant("name").key_by_service;
  expected.sealed_name = applicant("name").sealed_name;
  const MatterFile file = keptMatter(store, opened.id);
  BOOST_TEST(opened.id >= 1);
  BOOST_TEST((file.matter == expected));
  BOOST_TEST((file.documents == std::vector<MatterDocument>{{"licence"}, {"statement"}}));
  BOOST_TEST(file.notes.empty());
  const MatterChange first{at(110), staff, std::nullopt, desk::MatterState::kPreparing,
                           handler, ""};
  BOOST_TEST((file.history == std::vector<MatterChange>{first}));
  const auto listed = store.matters().list({}, at(150));
  BOOST_TEST_REQUIRE(listed.size() == 1U);
  BOOST_TEST((listed[0] == expected));
  const auto bare =
      store.matters().open(receivedMatter(addFirm(store, staff, "f"), "R2"), {}, actor(staff, 110));
  BOOST_TEST(keptMatter(store, bare.id).documents.empty());
}

BOOST_FIXTURE_TEST_CASE(firm_has_one_open_matter_for_a_measure, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t here = addFirm(store, staff, "firm");
  const std::int64_t elsewhere = addFirm(store, staff, "firm", "360781");
  const std::int64_t first = openMatter(store, staff, receivedMatter(here, "R1"));
  const auto open = [&](const Matter& what) {
    return store.matters().open(what, {}, actor(staff, 120));
  };
  auto again = open(receivedMatter(here, "R2"));
  BOOST_TEST((again.outcome == Opening::kOpenAlready));
  BOOST_TEST(again.id == first);
  Matter other_county = receivedMatter(elsewhere, "R2");
  other_county.county = "360781";
  again = open(other_county);
  BOOST_TEST((again.outcome == Opening::kOpenAlready));
  BOOST_TEST(again.id == 0);  // another county's is not named
  Matter other_measure = other_county;
  other_measure.measure = "11.1.1b";
  BOOST_TEST((open(other_measure).outcome == Opening::kDone));
  const Matters::Step end{desk::MatterState::kFulfilled, 0, false, ""};
  BOOST_TEST((store.matters().step(first, 1, end, actor(staff, 130)) == Change::kDone));
  other_county.reference = "R3";
  BOOST_TEST((open(other_county).outcome == Opening::kDone));
}

BOOST_FIXTURE_TEST_CASE(without_a_firm_the_applicant_counts, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t one = addApplicant(store, staff, "one");
  const std::int64_t other = addApplicant(store, staff, "other");
  openMatter(store, staff, receivedMatter(one, "R1"));
  const std::int64_t second = openMatter(store, staff, receivedMatter(other, "R2"));
  const auto again = store.matters().open(receivedMatter(other, "R3"), {}, actor(staff, 120));
  BOOST_TEST((again.outcome == Opening::kOpenAlready));
  BOOST_TEST(again.id == second);
  // A firm that is told later counts from then on, for the matters that are open already too.
  Applicant founded = *store.applicants().find(one, at(120));
  founded.firm = "firm";
  store.applicants().replace(founded, 1, {}, actor(staff, 120));
  const std::int64_t elsewhere = addFirm(store, staff, "firm", "360781");
  const auto of_firm = store.matters().open(receivedMatter(elsewhere, "R4"), {}, actor(staff, 130));
  BOOST_TEST((of_firm.outcome == Opening::kOpenAlready));
}

BOOST_FIXTURE_TEST_CASE(a_firm_added_later_cannot_double_a_matter, FreshStore) {
  using Replacing = Applicants::Change;
  const std::int64_t staff = addClerk(store);
  const std::int64_t founder = addApplicant(store, staff, "founder");
  const std::int64_t elsewhere = addFirm(store, staff, "firm", "360781");
  const std::int64_t mine = openMatter(store, staff, receivedMatter(founder, "R1"));
  openMatter(store, staff, receivedMatter(elsewhere, "R2"));
  Applicant founded = *store.applicants().find(founder, at(120));
  founded.firm = "firm";
  const auto tell = [&](int seconds) {
    return store.applicants().replace(founded, 1, {}, actor(staff, seconds));
  };
  BOOST_TEST((tell(120) == Replacing::kMatterOpen));
  BOOST_TEST(store.applicants().find(founder, at(120))->firm == "");
  BOOST_TEST(store.applicants().find(founder, at(120))->revision == 1);
  const Matters::Step end{desk::MatterState::kFulfilled, 0, false, ""};
  BOOST_TEST((store.matters().step(mine, 1, end, actor(staff, 130)) == Change::kDone));
  BOOST_TEST((tell(140) == Replacing::kDone));
  // An applicant's own open matters do not block its own code.
  founded.firm = "firm";
  BOOST_TEST((store.applicants().replace(founded, 2, {}, actor(staff, 150)) == Replacing::kDone));
}

BOOST_FIXTURE_TEST_CASE(expired_authorisations_block_no_matter, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t over = addFirm(store, staff, "firm");  // until 1000
  openMatter(store, staff, receivedMatter(over, "R1"));
  Applicant later = applicantOfFirm("firm", "360781");
  later.authorisation.until = at(2000);
  const auto there = store.applicants().add(later, actor(staff, 100));
  BOOST_TEST_REQUIRE(there.has_value());
  const auto open = [&](int seconds) {
    return store.matters().open(receivedMatter(*there, "R2"), {}, actor(staff, seconds)).outcome;
  };
  BOOST_TEST((open(999) == Opening::kOpenAlready));
  BOOST_TEST((open(1000) == Opening::kDone));
}

BOOST_FIXTURE_TEST_CASE(opening_needs_an_authorisation_for_matters, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const auto opens = [&](std::int64_t id, int seconds) {
    const auto opened = store.matters().open(receivedMatter(id, "R" + std::to_string(id)), {},
                                             actor(staff, seconds));
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
  by_code.authorisation.given = desk::AuthorisationWay::kCode;
  by_code.authorisation.lookup = "a";
  by_code.id = store.applicants().add(by_code, actor(staff, 110)).value_or(0);
  BOOST_TEST(!opens(by_code.id, 200));
  store.savedProfiles().replace(savedProfile("a"), 1, at(120));
  BOOST_TEST(!opens(by_code.id, 120));
  BOOST_TEST(store.matters().list({}, at(150)).size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(references_are_unique, FreshStore) {
  const OneMatter one(store);
  Matter next = receivedMatter(addFirm(store, one.staff, "firm"), "R1");
  const auto taken = store.matters().open(next, {}, actor(one.staff, 120));
  BOOST_TEST((taken.outcome == Opening::kReferenceTaken));
  store.applicants().withdraw(one.applicant_id, actor(one.staff, 130));
  const auto still = store.matters().open(next, {}, actor(one.staff, 140));
  BOOST_TEST((still.outcome == Opening::kReferenceTaken));
  next.reference = "r1";
  BOOST_TEST((store.matters().open(next, {}, actor(one.staff, 140)).outcome == Opening::kDone));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
