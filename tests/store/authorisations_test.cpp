#include <boost/test/unit_test.hpp>

// What begins and ends an authorisation, and what goes with it.

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreAuthorisations)

/// As it is kept by that time, which it must be.
Applicant kept(Store& store, std::int64_t id, int seconds = 150) {
  const auto found = store.applicants().find(id, at(seconds));
  BOOST_TEST_REQUIRE(found.has_value());
  return *found;
}

BOOST_FIXTURE_TEST_CASE(senseless_authorisations_are_refused, FreshStore) {
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

BOOST_FIXTURE_TEST_CASE(time_ends_it, FreshStore) {
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
  // The clock ended it; nothing else has run.
  BOOST_TEST(store.applicants().find(*id, at(999)).has_value());
}

BOOST_FIXTURE_TEST_CASE(code_needs_its_owners_consent, FreshStore) {
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

BOOST_FIXTURE_TEST_CASE(taking_consent_back_ends_it_at_once, FreshStore) {
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

BOOST_FIXTURE_TEST_CASE(one_authorisation_is_in_force, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t colleague = addClerk(store, "wang");
  const std::int64_t id = addApplicant(store, staff);
  const Applicant before = kept(store, id);
  Authorisation next = before.authorisation;
  next.given = desk::AuthorisationWay::kScreen;
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
  BOOST_TEST(trailOf(store, desk::AuditObject::kApplicant, id) ==
             "added applicant 1; authorised applicant 1 authorisation; "
             "authorised applicant 1 authorisation; ");
}

BOOST_FIXTURE_TEST_CASE(withdrawing_is_for_good, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t other = addApplicant(store, staff);
  const auto id = store.applicants().add(applicantOfFirm("firm"), actor(staff, 100));
  BOOST_TEST_REQUIRE(id.has_value());
  BOOST_TEST(store.applicants().withdraw(*id, actor(staff, 150)));
  for (const int seconds : {100, 149, 150, 151}) expectGone(store, *id, seconds);
  BOOST_TEST(!store.applicants().findByFirm("firm", "", at(150)).has_value());
  BOOST_TEST(store.applicants().find(other, at(150)).has_value());
  const AuditEntry last = deskTrail(store).front();
  BOOST_TEST((last.action == desk::AuditAction::kWithdrawn));
  BOOST_TEST(last.object_id == *id);
  BOOST_TEST(last.county == "360702");
  BOOST_TEST(last.actor.staff_id == staff);
  BOOST_TEST((last.actor.at == at(150)));
  // The firm may come again, as a new applicant.
  const auto again = store.applicants().add(applicantOfFirm("firm"), actor(staff, 160));
  BOOST_TEST_REQUIRE(again.has_value());
  BOOST_TEST(*again != *id);
  BOOST_TEST(store.applicants().findByFirm("firm", "", at(160))->id == *again);
}

BOOST_FIXTURE_TEST_CASE(withdrawing_ends_the_matters, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t clerk = addClerk(store, "wang");
  const auto id = store.applicants().add(applicantOfFirm("firm"), actor(staff, 100));
  BOOST_TEST_REQUIRE(id.has_value());
  const std::int64_t open = openMatter(store, staff, receivedMatter(*id, "R1"));
  Matter second = receivedMatter(*id, "R2");
  second.measure = "another";
  const std::int64_t closed = openMatter(store, staff, second);
  store.matters().addNote(open, "sealed note", actor(staff, 120));
  const Matters::Step back{desk::MatterState::kPreparing, clerk, false, "sealed reason"};
  BOOST_TEST((store.matters().step(open, 1, back, actor(staff, 130)) == Matters::Change::kDone));
  const Matters::Step refusal{desk::MatterState::kRefused, 0, false, "sealed reason"};
  BOOST_TEST(
      (store.matters().step(closed, 1, refusal, actor(staff, 130)) == Matters::Change::kDone));
  const Matter before = store.matters().find(open, at(150))->matter;
  BOOST_TEST(store.applicants().withdraw(*id, actor(staff, 150)));

  Matter expected = before;
  expected.state = desk::MatterState::kWithdrawn;
  expected.state_since = expected.changed_at = at(150);
  expected.revision = 3;
  expected.erased = true;
  expected.taken_back = true;
  expected.permit_until = {};
  expected.key_by_service = "";
  expected.sealed_name = "";
  const auto file = store.matters().find(open, at(150));
  BOOST_TEST_REQUIRE(file.has_value());
  BOOST_TEST((file->matter == expected));
  BOOST_TEST_REQUIRE(file->notes.size() == 1U);
  BOOST_TEST((file->notes[0] == MatterNote{at(120), staff, ""}));
  BOOST_TEST_REQUIRE(file->history.size() == 3U);
  BOOST_TEST((file->history[1] == MatterChange{at(130), staff, desk::MatterState::kReceived,
                                               desk::MatterState::kPreparing, clerk, ""}));
  BOOST_TEST((file->history[2] == MatterChange{at(150), staff, desk::MatterState::kPreparing,
                                               desk::MatterState::kWithdrawn, clerk, ""}));
  const auto other = store.matters().find(closed, at(150));
  BOOST_TEST_REQUIRE(other.has_value());
  BOOST_TEST((other->matter.state == desk::MatterState::kRefused));
  BOOST_TEST(other->matter.revision == 2);
  BOOST_TEST(other->matter.erased);
  BOOST_TEST(other->history.back().sealed_reason == "");
  BOOST_TEST(trailOf(store, desk::AuditObject::kMatter, closed).find("withdrawn") ==
             std::string::npos);
  const AuditEntry last = store.audit().since(desk::AuditObject::kMatter, open, 2).back();
  BOOST_TEST((last.action == desk::AuditAction::kWithdrawn));
  BOOST_TEST(last.revision == 3);
  BOOST_TEST(last.actor.staff_id == staff);
}

BOOST_FIXTURE_TEST_CASE(end_over_ends_expired_authorisations, FreshStore) {
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
  const std::int64_t open = openMatter(store, staff, receivedMatter(by_time, "R1"));
  BOOST_TEST(applicants.endOver(at(199)) == 0U);
  BOOST_TEST(applicants.endOver(at(200)) == 1U);
  BOOST_TEST(applicants.endOver(at(999)) == 0U);
  BOOST_TEST((store.matters().find(open, at(150))->matter.state == desk::MatterState::kReceived));
  BOOST_TEST(applicants.endOver(at(1000)) == 1U);
  BOOST_TEST(applicants.endOver(at(1000)) == 0U);
  // For good: even a clock that is set back finds them no more.
  BOOST_TEST(!applicants.find(by_time, at(150)).has_value());
  BOOST_TEST(!applicants.find(by_code, at(150)).has_value());
  BOOST_TEST(applicants.find(longer.id, at(1000)).has_value());
  BOOST_TEST((store.matters().find(open, at(150))->matter.state == desk::MatterState::kExpired));
  BOOST_TEST(store.matters().find(open, at(150))->history.back().staff_id == 0);
  const auto trail = store.audit().since(desk::AuditObject::kApplicant, by_time, 1);
  BOOST_TEST_REQUIRE(trail.size() == 1U);
  BOOST_TEST((trail[0].action == desk::AuditAction::kEnded));
  BOOST_TEST(trail[0].actor.staff_id == 0);
  BOOST_TEST((trail[0].actor.at == at(1000)));
}

BOOST_FIXTURE_TEST_CASE(how_an_authorisation_by_code_ends_depends_on_its_profile, FreshStore) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  struct Row {
    const char* code;
    void (*end)(SavedProfiles&, const SavedProfile&);
    int seconds;
    desk::MatterState state;
  };
  const Row rows[] = {
      {"no longer agrees",
       [](SavedProfiles& profiles, const SavedProfile& profile) {
         SavedProfile next = profile;
         next.may_help = false;
         profiles.replace(next, 1, at(120));
       },
       130, desk::MatterState::kWithdrawn},
      {"removed",
       [](SavedProfiles& profiles, const SavedProfile& profile) {
         profiles.remove(profile.lookup, at(120));
       },
       130, desk::MatterState::kWithdrawn},
      {"run out", [](SavedProfiles&, const SavedProfile&) {}, 200, desk::MatterState::kExpired},
  };
  for (const Row& row : rows) {
    SavedProfile profile = savedProfile(row.code);
    profile.may_help = true;
    store.savedProfiles().add(profile);
    const auto id = applicants.add(applicantByCode(row.code), actor(staff, 100));
    BOOST_TEST_REQUIRE(id.has_value());
    const std::int64_t open = openMatter(store, staff, receivedMatter(*id, row.code));
    row.end(store.savedProfiles(), profile);
    const auto state = [&] { return store.matters().find(open, at(row.seconds))->matter; };
    const bool taken_back = row.state == desk::MatterState::kWithdrawn;
    BOOST_TEST((state().state == row.state), row.code);
    BOOST_TEST(state().taken_back == taken_back, row.code);
    BOOST_TEST(applicants.endOver(at(row.seconds)) == 1U, row.code);
    BOOST_TEST((state().state == row.state), row.code);
    BOOST_TEST(state().taken_back == taken_back, row.code);
    const AuditEntry last = store.audit().since(desk::AuditObject::kApplicant, *id, 1).back();
    BOOST_TEST(
        (last.action == (taken_back ? desk::AuditAction::kWithdrawn : desk::AuditAction::kEnded)),
        row.code);
  }
}

BOOST_FIXTURE_TEST_CASE(an_expired_authorisation_does_not_hold_the_firm, FreshStore) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  const auto old = applicants.add(applicantOfFirm("firm"), actor(staff, 100));
  BOOST_TEST_REQUIRE(old.has_value());
  const std::int64_t open = openMatter(store, staff, receivedMatter(*old, "R1"));
  Applicant next = applicantOfFirm("firm");
  next.authorisation.until = at(2000);
  BOOST_TEST(!applicants.add(next, actor(staff, 999)).has_value());
  const auto id = applicants.add(next, actor(staff, 1000));
  BOOST_TEST_REQUIRE(id.has_value());
  BOOST_TEST(applicants.findByFirm("firm", "", at(1000))->id == *id);
  BOOST_TEST(applicants.list("", at(1000)).size() == 1U);
  const auto opened = store.matters().open(receivedMatter(*id, "R2"), {}, actor(staff, 1000));
  BOOST_TEST((opened.outcome == Matters::Opening::kDone));
  applicants.endOver(at(1000));
  BOOST_TEST((store.matters().find(open, at(150))->matter.state == desk::MatterState::kExpired));
  BOOST_TEST(
      (store.matters().find(opened.id, at(150))->matter.state == desk::MatterState::kReceived));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
