#include <boost/test/unit_test.hpp>

#include "store/catalogue_versions_contract.h"
#include "store/desk_contract.h"
#include "store/saved_profiles_contract.h"

// What begins and ends an authorisation, and what goes with it.

namespace policycalc::store::test {
namespace {

/// As it is kept by that time, which it must be.
Applicant kept(Store& store, std::int64_t id, int seconds = 150) {
  const auto found = store.applicants().find(id, at(seconds));
  BOOST_TEST_REQUIRE(found.has_value());
  return *found;
}

void senselessAuthorisationsAreRefused(Store& store) {
  const std::int64_t staff = addClerk(store);
  store.savedProfiles().add([] {
    SavedProfile profile = savedProfile("lookup");
    profile.may_help = true;
    return profile;
  }());
  const std::int64_t id = addApplicant(store, staff);
  const Applicant before = kept(store, id);
  const auto refuse_both = [&](const Authorisation& authorisation) {
    Applicant given = applicant("new");
    given.authorisation = authorisation;
    expectRefused([&] { store.applicants().add(given, actor(staff, 110)); });
    expectRefused([&] { store.applicants().authorise(id, authorisation, actor(staff, 110)); });
  };
  for (const std::string& given : {std::string(), std::string("Paper"), std::string("phone"),
                                   std::string("paper "), std::string("paper\0", 6)}) {
    Authorisation authorisation = before.authorisation;
    authorisation.given = given;
    refuse_both(authorisation);
  }
  for (const int until : {-1, 109, 110}) {
    Authorisation authorisation = before.authorisation;
    authorisation.until = at(until);
    refuse_both(authorisation);
  }
  for (std::string Authorisation::*text : {&Authorisation::lookup, &Authorisation::sealed_by}) {
    Authorisation authorisation = applicantByCode("lookup").authorisation;
    authorisation.*text += std::string(1, '\0');
    refuse_both(authorisation);
  }
  Authorisation without_code = applicantByCode("").authorisation;
  refuse_both(without_code);
  BOOST_TEST((kept(store, id) == before));
  Authorisation shortest = before.authorisation;
  shortest.until = at(111);
  BOOST_TEST(store.applicants().authorise(id, shortest, actor(staff, 110)));
}

void timeEndsIt(Store& store) {
  const std::int64_t staff = addClerk(store);
  const auto id = store.applicants().add(applicantOfFirm("firm"), actor(staff, 100));
  BOOST_TEST_REQUIRE(id.has_value());
  BOOST_TEST(store.applicants().find(*id, at(999)).has_value());
  BOOST_TEST(store.applicants().findByFirm("firm", "", at(999)).has_value());
  for (const int seconds : {1000, 1001}) {
    BOOST_TEST(!store.applicants().findByFirm("firm", "", at(seconds)).has_value());
    BOOST_TEST(store.applicants().list("", at(seconds)).empty());
    expectGone(store, *id, seconds);
  }
  // Nothing has run that would have ended it for good: the clock alone did.
  BOOST_TEST(store.applicants().find(*id, at(999)).has_value());
}

void codeNeedsItsOwnersConsent(Store& store) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  const auto refuse_it = [&](int seconds) {
    expectRefused([&] { applicants.add(applicantByCode("a"), actor(staff, seconds)); });
  };
  refuse_it(110);
  SavedProfile profile = savedProfile("a");  // expires at 200
  store.savedProfiles().add(profile);
  refuse_it(110);
  profile.may_help = true;
  store.savedProfiles().replace(profile, 1, at(120));
  refuse_it(200);
  const auto id = applicants.add(applicantByCode("a"), actor(staff, 199));
  BOOST_TEST_REQUIRE(id.has_value());
  BOOST_TEST(kept(store, *id, 199).authorisation.lookup == "a");
  BOOST_TEST(applicants.findByLookup("a", at(199))->id == *id);
  BOOST_TEST(!applicants.findByLookup("A", at(199)).has_value());
  expectGone(store, *id, 200);
  BOOST_TEST(!applicants.findByLookup("a", at(200)).has_value());
}

void takingConsentBackEndsItAtOnce(Store& store) {
  const std::int64_t staff = addClerk(store);
  for (const char* lookup : {"a", "b"}) {
    SavedProfile profile = savedProfile(lookup);
    profile.may_help = true;
    store.savedProfiles().add(profile);
  }
  const auto first = store.applicants().add(applicantByCode("a"), actor(staff, 110));
  const auto second = store.applicants().add(applicantByCode("b"), actor(staff, 110));
  BOOST_TEST_REQUIRE((first && second));
  store.savedProfiles().replace(savedProfile("a"), 1, at(120));  // may_help no more
  expectGone(store, *first, 120);
  BOOST_TEST(store.applicants().find(*second, at(120)).has_value());
  store.savedProfiles().remove("b", at(120));
  expectGone(store, *second, 120);
  BOOST_TEST(!store.applicants().findByLookup("b", at(120)).has_value());
  BOOST_TEST(store.applicants().endOver(at(120)) == 2U);
}

void oneAuthorisationIsInForce(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t colleague = addClerk(store, "wang");
  const std::int64_t id = addApplicant(store, staff);
  const Applicant before = kept(store, id);
  Authorisation next = before.authorisation;
  next.given = "screen";
  next.for_matters = false;
  next.until = at(500);  // sooner than the one before
  next.sealed_by = "somebody else";
  BOOST_TEST(store.applicants().authorise(id, next, actor(colleague, 200)));
  Applicant expected = before;
  expected.authorisation = next;
  expected.authorisation.id = kept(store, id).authorisation.id;
  expected.authorisation.recorded_at = at(200);
  expected.authorisation.recorded_by = colleague;
  BOOST_TEST((kept(store, id, 300) == expected));
  BOOST_TEST(expected.authorisation.id != before.authorisation.id);
  BOOST_TEST(store.applicants().list("", at(300)).size() == 1U);
  expectGone(store, id, 500);  // the former one does not come back
  next.until = at(5000);
  BOOST_TEST(store.applicants().authorise(id, next, actor(staff, 499)));
  BOOST_TEST((kept(store, id, 4999).authorisation.until == at(5000)));
  BOOST_TEST(store.applicants().endOver(at(4999)) == 0U);
  BOOST_TEST(trailOf(store, "applicant", id) ==
             "added applicant 1; authorised applicant 1 authorisation; "
             "authorised applicant 1 authorisation; ");
}

void withdrawingIsForGood(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t other = addApplicant(store, staff);
  const auto id = store.applicants().add(applicantOfFirm("firm"), actor(staff, 100));
  BOOST_TEST_REQUIRE(id.has_value());
  BOOST_TEST(store.applicants().withdraw(*id, actor(staff, 150)));
  for (const int seconds : {100, 149, 150, 151}) expectGone(store, *id, seconds);
  BOOST_TEST(!store.applicants().findByFirm("firm", "", at(150)).has_value());
  BOOST_TEST(store.applicants().find(other, at(150)).has_value());
  const AuditEntry last = store.audit().list({}).front();
  BOOST_TEST(last.action == "withdrawn");
  BOOST_TEST(last.object_id == *id);
  BOOST_TEST(last.county == "360702");
  BOOST_TEST(last.actor.staff_id == staff);
  BOOST_TEST((last.actor.at == at(150)));
  // The firm may come again, as somebody new.
  const auto again = store.applicants().add(applicantOfFirm("firm"), actor(staff, 160));
  BOOST_TEST_REQUIRE(again.has_value());
  BOOST_TEST(*again != *id);
  BOOST_TEST(store.applicants().findByFirm("firm", "", at(160))->id == *again);
}

void withdrawingEndsTheMatters(Store& store) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t clerk = addClerk(store, "wang");
  const auto id = store.applicants().add(applicantOfFirm("firm"), actor(staff, 100));
  BOOST_TEST_REQUIRE(id.has_value());
  const std::int64_t open = openMatter(store, staff, hallMatter(*id, "R1"));
  Matter second = hallMatter(*id, "R2");
  second.measure = "another";
  const std::int64_t closed = openMatter(store, staff, second);
  store.matters().addNote(open, "sealed note", actor(staff, 120));
  const Matters::Step back{"preparing", clerk, false, "sealed reason"};
  BOOST_TEST((store.matters().step(open, 1, back, actor(staff, 130)) == Matters::Change::kDone));
  const Matters::Step refusal{"refused", 0, false, "sealed reason"};
  BOOST_TEST(
      (store.matters().step(closed, 1, refusal, actor(staff, 130)) == Matters::Change::kDone));
  const Matter before = store.matters().find(open)->what;
  BOOST_TEST(store.applicants().withdraw(*id, actor(staff, 150)));

  Matter expected = before;
  expected.state = "withdrawn";
  expected.state_since = expected.changed_at = at(150);
  expected.revision = 3;
  expected.erased = true;
  expected.key_by_service = "";
  expected.sealed_name = "";
  const auto file = store.matters().find(open);
  BOOST_TEST_REQUIRE(file.has_value());
  BOOST_TEST((file->what == expected));
  BOOST_TEST_REQUIRE(file->notes.size() == 1U);
  BOOST_TEST((file->notes[0] == MatterNote{at(120), staff, ""}));
  BOOST_TEST_REQUIRE(file->history.size() == 3U);
  BOOST_TEST(
      (file->history[1] == MatterChange{at(130), staff, "received", "preparing", clerk, ""}));
  BOOST_TEST(
      (file->history[2] == MatterChange{at(150), staff, "preparing", "withdrawn", clerk, ""}));
  const auto other = store.matters().find(closed);
  BOOST_TEST_REQUIRE(other.has_value());
  BOOST_TEST(other->what.state == "refused");
  BOOST_TEST(other->what.revision == 2);
  BOOST_TEST(other->what.erased);
  BOOST_TEST(other->history.back().sealed_reason == "");
  BOOST_TEST(trailOf(store, "matter", closed).find("withdrawn") == std::string::npos);
  const AuditEntry last = store.audit().since("matter", open, 2).back();
  BOOST_TEST(last.action == "withdrawn");
  BOOST_TEST(last.revision == 3);
  BOOST_TEST(last.actor.staff_id == staff);
}

void endOverEndsWhatIsOver(Store& store) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  SavedProfile profile = savedProfile("a");
  profile.may_help = true;
  store.savedProfiles().add(profile);
  const std::int64_t by_time = addApplicant(store, staff);
  const std::int64_t by_code = applicants.add(applicantByCode("a"), actor(staff, 100)).value_or(0);
  Applicant longer = applicantOfFirm("longer");
  longer.authorisation.until = at(1001);
  longer.id = applicants.add(longer, actor(staff, 100)).value_or(0);
  const std::int64_t open = openMatter(store, staff, hallMatter(by_time, "R1"));
  BOOST_TEST(applicants.endOver(at(199)) == 0U);
  BOOST_TEST(applicants.endOver(at(200)) == 1U);
  BOOST_TEST(applicants.endOver(at(999)) == 0U);
  BOOST_TEST(store.matters().find(open)->what.state == "received");
  BOOST_TEST(applicants.endOver(at(1000)) == 1U);
  BOOST_TEST(applicants.endOver(at(1000)) == 0U);
  // For good: even a clock that is set back finds them no more.
  BOOST_TEST(!applicants.find(by_time, at(150)).has_value());
  BOOST_TEST(!applicants.find(by_code, at(150)).has_value());
  BOOST_TEST(applicants.find(longer.id, at(1000)).has_value());
  BOOST_TEST(store.matters().find(open)->what.state == "withdrawn");
  BOOST_TEST(store.matters().find(open)->history.back().staff_id == 0);
  const auto trail = store.audit().since("applicant", by_time, 1);
  BOOST_TEST_REQUIRE(trail.size() == 1U);
  BOOST_TEST(trail[0].action == "ended");
  BOOST_TEST(trail[0].actor.staff_id == 0);
  BOOST_TEST((trail[0].actor.at == at(1000)));
}

void whatIsOverTakesNobodysFirm(Store& store) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  const auto old = applicants.add(applicantOfFirm("firm"), actor(staff, 100));
  BOOST_TEST_REQUIRE(old.has_value());
  const std::int64_t open = openMatter(store, staff, hallMatter(*old, "R1"));
  Applicant next = applicantOfFirm("firm");
  next.authorisation.until = at(2000);
  BOOST_TEST(!applicants.add(next, actor(staff, 999)).has_value());
  const auto id = applicants.add(next, actor(staff, 1000));
  BOOST_TEST_REQUIRE(id.has_value());
  BOOST_TEST(applicants.findByFirm("firm", "", at(1000))->id == *id);
  BOOST_TEST(applicants.list("", at(1000)).size() == 1U);
  const auto opened = store.matters().open(hallMatter(*id, "R2"), {}, actor(staff, 1000));
  BOOST_TEST((opened.outcome == Matters::Opening::kDone));
  applicants.endOver(at(1000));
  BOOST_TEST(store.matters().find(open)->what.state == "withdrawn");
  BOOST_TEST(store.matters().find(opened.id)->what.state == "received");
}

}  // namespace

const std::vector<DeskCase>& authorisationsContract() {
  static const std::vector<DeskCase> matters = {
      {"senseless_authorisations_are_refused", senselessAuthorisationsAreRefused},
      {"time_ends_it", timeEndsIt},
      {"code_needs_its_owners_consent", codeNeedsItsOwnersConsent},
      {"taking_consent_back_ends_it_at_once", takingConsentBackEndsItAtOnce},
      {"one_authorisation_is_in_force", oneAuthorisationIsInForce},
      {"withdrawing_is_for_good", withdrawingIsForGood},
      {"withdrawing_ends_the_matters", withdrawingEndsTheMatters},
      {"end_over_ends_what_is_over", endOverEndsWhatIsOver},
      {"what_is_over_takes_nobodys_firm", whatIsOverTakesNobodysFirm},
  };
  return matters;
}

}  // namespace policycalc::store::test
