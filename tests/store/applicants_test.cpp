#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreApplicants)

using Change = Applicants::Change;

/// As it is kept by that time, which it must be.
Applicant kept(Store& store, std::int64_t id, int seconds = 150) {
  const auto found = store.applicants().find(id, at(seconds));
  BOOST_TEST_REQUIRE(found.has_value());
  return *found;
}

BOOST_FIXTURE_TEST_CASE(unknown_one_is_not_there, FreshStore) {
  addApplicant(store, addClerk(store));
  for (const std::int64_t id : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{2}, INT64_MAX}) {
    expectGone(store, id, 150);
  }
  for (const std::string& text : {std::string(), std::string("a"), std::string("a\0", 2),
                                  std::string("' OR 1=1 --"), std::string(1U << 20U, 'a')}) {
    BOOST_TEST(!store.applicants().findByFirm(text, "", at(150)).has_value());
    BOOST_TEST(!store.applicants().findByLookup(text, at(150)).has_value());
  }
  BOOST_TEST(store.applicants().endOver(at(150)) == 0U);
  BOOST_TEST(deskTrail(store).size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(added_one_is_found_whole, FreshStore) {
  const std::int64_t staff = addClerk(store);
  const std::int64_t before = addApplicant(store, staff);
  Applicant given = applicantOfFirm("firm");
  // None of these is taken over.
  given.id = 77;
  given.revision = 77;
  given.created_at = given.changed_at = at(9);
  given.authorisation.recorded_at = at(9);
  given.authorisation.recorded_by = 77;
  given.authorisation.id = 77;
  const auto id = store.applicants().add(given, actor(staff, 120));
  BOOST_TEST_REQUIRE(id.has_value());
  BOOST_TEST(*id != before);
  Applicant expected = given;
  expected.id = *id;
  expected.revision = 1;
  expected.created_at = expected.changed_at = at(120);
  expected.authorisation.recorded_at = at(120);
  expected.authorisation.recorded_by = staff;
  expected.authorisation.id = kept(store, *id).authorisation.id;
  BOOST_TEST((kept(store, *id) == expected));
  BOOST_TEST((store.applicants().findByFirm("firm", "360702", at(150)) == expected));
  BOOST_TEST((store.applicants().findByFirm("firm", "", at(150)) == expected));
  BOOST_TEST(!store.applicants().findByFirm("firm", "360781", at(150)).has_value());
  BOOST_TEST(!store.applicants().findByFirm("fir_", "", at(150)).has_value());
  BOOST_TEST(!store.applicants().findByFirm("FIRM", "", at(150)).has_value());
}

BOOST_FIXTURE_TEST_CASE(firm_is_once_in_a_county, FreshStore) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  const auto first = applicants.add(applicantOfFirm("firm"), actor(staff, 100));
  BOOST_TEST_REQUIRE(first.has_value());
  BOOST_TEST(!applicants.add(applicantOfFirm("firm"), actor(staff, 101)).has_value());
  const auto elsewhere = applicants.add(applicantOfFirm("firm", "360781"), actor(staff, 102));
  BOOST_TEST_REQUIRE(elsewhere.has_value());
  BOOST_TEST(applicants.findByFirm("firm", "360702", at(150))->id == *first);
  BOOST_TEST(applicants.findByFirm("firm", "360781", at(150))->id == *elsewhere);
  BOOST_TEST(applicants.findByFirm("firm", "", at(150))->id == *elsewhere);
  for (int i = 0; i < 2; ++i)
    BOOST_TEST(applicants.add(applicantOfFirm(""), actor(staff, 103)).has_value());
  BOOST_TEST(applicants.list("360702", at(150)).size() == 3U);
  BOOST_TEST(deskTrail(store).size() == 4U);
}

BOOST_FIXTURE_TEST_CASE(senseless_ones_are_refused, FreshStore) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  const std::int64_t id = addApplicant(store, staff);
  const Applicant before = kept(store, id);
  const auto refuse_new = [&](const Applicant& given) {
    expectRefused([&] { applicants.add(given, actor(staff, 110)); });
  };
  const auto refuse_next = [&](const Applicant& next) {
    expectRefused([&] { applicants.replace(next, 1, {}, actor(staff, 110)); });
  };
  for (std::string Applicant::*text :
       {&Applicant::county, &Applicant::key_by_service, &Applicant::sealed_name}) {
    Applicant given = applicant("new");
    (given.*text).clear();
    refuse_new(given);
  }
  for (std::string Applicant::*text :
       {&Applicant::county, &Applicant::firm, &Applicant::key_by_service, &Applicant::sealed_name,
        &Applicant::sealed}) {
    Applicant given = applicant("new");
    given.*text += std::string(1, '\0');
    refuse_new(given);
  }
  for (std::string Applicant::*text :
       {&Applicant::firm, &Applicant::sealed_name, &Applicant::sealed}) {
    Applicant next = before;
    next.*text += std::string(1, '\0');
    refuse_next(next);
  }
  Applicant nameless = before;
  nameless.sealed_name = "";
  refuse_next(nameless);
  BOOST_TEST((kept(store, id) == before));
  BOOST_TEST(applicants.list("", at(150)).size() == 1U);
  BOOST_TEST(trailOf(store, desk::AuditObject::kApplicant, 0) == "added applicant 1; ");
}

BOOST_FIXTURE_TEST_CASE(replacing_counts_the_revision, FreshStore) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  const std::int64_t other = addApplicant(store, staff, "other");
  const std::int64_t id = addApplicant(store, staff);
  Applicant expected = kept(store, id);
  Applicant next = applicantOfFirm("firm", "360781");
  next.id = id;
  next.sealed_name = "another name";
  next.sealed = "another profile";
  next.key_by_service = "another key";
  next.revision = 77;
  next.authorisation.given = desk::AuthorisationWay::kScreen;
  BOOST_TEST((applicants.replace(next, 0, {}, actor(staff, 120)) == Change::kOtherRevision));
  BOOST_TEST((applicants.replace(next, 2, {}, actor(staff, 120)) == Change::kOtherRevision));
  BOOST_TEST((kept(store, id) == expected));
  BOOST_TEST((applicants.replace(next, 1, {"name", "staff"}, actor(staff, 120)) == Change::kDone));
  expected.firm = next.firm;
  expected.sealed_name = next.sealed_name;
  expected.sealed = next.sealed;
  expected.revision = 2;
  expected.changed_at = at(120);
  BOOST_TEST((kept(store, id) == expected));
  BOOST_TEST((applicants.replace(next, 1, {}, actor(staff, 130)) == Change::kOtherRevision));
  BOOST_TEST((applicants.replace(next, 2, {}, actor(staff, 130)) == Change::kDone));
  BOOST_TEST(kept(store, id).revision == 3);
  BOOST_TEST(kept(store, other).revision == 1);
  BOOST_TEST(trailOf(store, desk::AuditObject::kApplicant, id) ==
             "added applicant 1; changed applicant 2 name staff; changed applicant 3; ");
}

BOOST_FIXTURE_TEST_CASE(replacing_cannot_take_the_firm_of_another, FreshStore) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  applicants.add(applicantOfFirm("taken"), actor(staff, 100));
  applicants.add(applicantOfFirm("elsewhere", "360781"), actor(staff, 100));
  Applicant next = applicantOfFirm("own");
  next.id = applicants.add(next, actor(staff, 100)).value_or(0);
  next.firm = "taken";
  expectRefused([&] { applicants.replace(next, 1, {}, actor(staff, 110)); });
  BOOST_TEST(kept(store, next.id).firm == "own");
  BOOST_TEST(kept(store, next.id).revision == 1);
  std::int64_t revision = 1;
  for (const char* firm : {"own", "elsewhere", "", "own"}) {
    next.firm = firm;
    BOOST_TEST((applicants.replace(next, revision++, {}, actor(staff, 110)) == Change::kDone));
    BOOST_TEST(kept(store, next.id).firm == firm);
  }
}

BOOST_FIXTURE_TEST_CASE(list_is_by_latest_change, FreshStore) {
  const std::int64_t staff = addClerk(store);
  Applicants& applicants = store.applicants();
  std::vector<std::int64_t> ids;
  for (const char* firm : {"a", "b", "c"}) {
    ids.push_back(applicants.add(applicantOfFirm(firm), actor(staff, 100)).value_or(0));
  }
  applicants.add(applicantOfFirm("d", "360781"), actor(staff, 105));
  Applicant next = kept(store, ids[0]);
  applicants.replace(next, 1, {}, actor(staff, 110));
  std::string firms;
  for (const Applicant& one : applicants.list("", at(150))) firms += one.firm;
  BOOST_TEST(firms == "adcb");
  firms.clear();
  for (Applicant& one : applicants.list("360702", at(150))) {
    firms += one.firm;
    BOOST_TEST(one.sealed == "");
    one.sealed = kept(store, one.id).sealed;
    BOOST_TEST((one == kept(store, one.id)));
  }
  BOOST_TEST(firms == "acb");
  BOOST_TEST(applicants.list("3607", at(150)).empty());
  BOOST_TEST(applicants.list("%", at(150)).empty());
}

BOOST_FIXTURE_TEST_CASE(list_gives_what_fits_every_part, FreshStore) {
  const std::int64_t staff = addClerk(store);
  SavedProfile profile = savedProfile("code");
  profile.may_help = true;
  store.savedProfiles().add(profile);
  Applicants& applicants = store.applicants();
  int at_second = 100;
  const auto add = [&](Applicant applicant, const char* firm, const char* county) {
    applicant.firm = firm;
    applicant.county = county;
    return *applicants.add(applicant, actor(staff, at_second++));
  };
  const std::int64_t a = add(applicantOfFirm("a"), "a", "360702");
  const std::int64_t b = add(applicantOfFirm("b"), "", "360702");
  const std::int64_t c = add(applicantByCode("code"), "c", "360702");
  const std::int64_t d = add(applicantOfFirm("a"), "a", "360781");
  const auto found = [&](const ApplicantQuery& query) {
    std::vector<std::int64_t> ids;
    for (const Applicant& one : applicants.list(query, at(150))) ids.push_back(one.id);
    return ids;
  };
  using Ids = std::vector<std::int64_t>;
  BOOST_TEST((found({}) == Ids{d, c, b, a}));
  BOOST_TEST((found({.most = 3}) == Ids{d, c, b}));
  BOOST_TEST((found({.firm = "a"}) == Ids{d, a}));
  BOOST_TEST((found({.county = "360702", .firm = "a"}) == Ids{a}));
  BOOST_TEST((found({.ids = Ids{b, d, 99}}) == Ids{d, b}));
  BOOST_TEST((found({.county = "360702", .ids = Ids{b, d}}) == Ids{b}));
  BOOST_TEST((found({.ids = Ids{b}, .firm = "a"}) == Ids{d, b, a}));
  BOOST_TEST((found({.lookup = "code", .ids = Ids{a, c}}) == Ids{c}));
  // Ids that nothing has are not "any".
  BOOST_TEST(found({.ids = Ids{}}).empty());
  BOOST_TEST(found({.lookup = "other"}).empty());
  BOOST_TEST(found({.firm = "' OR 1=1 --"}).empty());
}

BOOST_FIXTURE_TEST_CASE(every_text_survives, FreshStore) {
  const std::int64_t staff = addClerk(store);
  SavedProfile profile = savedProfile(kHostile);
  profile.may_help = true;
  store.savedProfiles().add(profile);
  Applicant given = applicantByCode(kHostile);
  given.county = given.firm = given.key_by_service = kHostile;
  given.sealed_name = given.sealed = given.authorisation.sealed_by = kHostile;
  const auto id = store.applicants().add(given, actor(staff, 100));
  BOOST_TEST_REQUIRE(id.has_value());
  Applicant expected = kept(store, *id);
  BOOST_TEST(expected.sealed == kHostile);
  BOOST_TEST(expected.sealed_name == kHostile);
  BOOST_TEST(expected.key_by_service == kHostile);
  BOOST_TEST(expected.authorisation.sealed_by == kHostile);
  BOOST_TEST((store.applicants().findByFirm(kHostile, kHostile, at(150)) == expected));
  BOOST_TEST((store.applicants().findByLookup(kHostile, at(150)) == expected));
  BOOST_TEST(store.applicants().list(kHostile, at(150)).size() == 1U);
  BOOST_TEST(store.applicants().withdraw(*id, actor(staff, 150)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
