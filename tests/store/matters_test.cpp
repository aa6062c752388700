#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

BOOST_AUTO_TEST_SUITE(StoreMatters)

using Change = Matters::Change;

BOOST_FIXTURE_TEST_CASE(unknown_one_is_not_there, FreshStore) {
  const OneMatter one(store);
  Matters& matters = store.matters();
  for (const std::int64_t id : {std::int64_t{0}, std::int64_t{-1}, one.id + 1, INT64_MAX}) {
    const Actor by = actor(one.staff, 120);
    BOOST_TEST(!matters.find(id, at(150)).has_value());
    BOOST_TEST(
        (matters.step(id, 1, {desk::MatterState::kRefused, 0, false, ""}, by) == Change::kNone));
    BOOST_TEST((matters.reassign(id, 1, "big_data", 0, by) == Change::kNone));
    BOOST_TEST((matters.tick(id, 1, {0}, by) == Change::kNone));
    BOOST_TEST((matters.addNote(id, "sealed", by) == Change::kNone));
  }
  BOOST_TEST(matters.list({}, at(150)).size() == 1U);
  BOOST_TEST(trailOf(store, desk::AuditObject::kMatter, 0) ==
             trailOf(store, desk::AuditObject::kMatter, one.id));
  BOOST_TEST(deskTrail(store).size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(senseless_ones_are_refused, FreshStore) {
  const OneMatter one(store);
  const std::string nul(1, '\0');
  const Actor by = actor(one.staff, 120);
  Matters& matters = store.matters();
  const std::int64_t other = addFirm(store, one.staff, "firm");
  for (std::string Matter::*text :
       {&Matter::reference, &Matter::measure, &Matter::county, &Matter::unit}) {
    Matter given = receivedMatter(other, "R2");
    (given.*text).clear();
    expectRefused([&] { matters.open(given, {}, by); });
  }
  for (std::string Matter::*text :
       {&Matter::reference, &Matter::measure, &Matter::catalogue, &Matter::county, &Matter::unit}) {
    Matter given = receivedMatter(other, "R2");
    given.*text += nul;
    expectRefused([&] { matters.open(given, {}, by); });
  }
  expectRefused([&] { matters.open(receivedMatter(other, "R2"), {"fine", "document" + nul}, by); });
  expectRefused([&] {
    matters.step(one.id, 1, {desk::MatterState::kRefused, 0, false, "why" + nul}, by);
  });
  expectRefused([&] { matters.reassign(one.id, 1, "", 0, by); });
  expectRefused([&] { matters.reassign(one.id, 1, "unit" + nul, 0, by); });
  expectRefused([&] { matters.addNote(one.id, "text" + nul, by); });
  expectRefused([&] { matters.tick(one.id, 1, {2}, by); });
  expectRefused([&] { matters.tick(one.id, 1, {0, SIZE_MAX}, by); });
  const MatterFile file = keptMatter(store, one.id);
  BOOST_TEST(file.matter.revision == 1);
  BOOST_TEST(file.documents[0].ticked_by == 0);
  BOOST_TEST(file.history.size() == 1U);
  BOOST_TEST(file.notes.empty());
  BOOST_TEST(matters.list({}, at(150)).size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(stepping_restarts_the_clock, FreshStore) {
  const OneMatter one(store);
  const std::int64_t handler = addClerk(store, "wang");
  Matters& matters = store.matters();
  Matter expected = keptMatter(store, one.id).matter;
  const Matters::Step over{desk::MatterState::kHandedOver, handler, true, "sealed reason"};
  BOOST_TEST((matters.step(one.id, 0, over, actor(one.staff, 120)) == Change::kOtherRevision));
  BOOST_TEST((matters.step(one.id, 2, over, actor(one.staff, 120)) == Change::kOtherRevision));
  BOOST_TEST((keptMatter(store, one.id).matter == expected));
  BOOST_TEST((matters.step(one.id, 1, over, actor(one.staff, 120)) == Change::kDone));
  expected.state = desk::MatterState::kHandedOver;
  expected.handler_id = handler;
  expected.handed_over = true;
  expected.state_since = expected.changed_at = at(120);
  expected.revision = 2;
  BOOST_TEST((keptMatter(store, one.id).matter == expected));
  // Sent back, it has been with the unit all the same.
  const Matters::Step back{desk::MatterState::kPreparing, 0, false, ""};
  BOOST_TEST((matters.step(one.id, 1, back, actor(handler, 130)) == Change::kOtherRevision));
  BOOST_TEST((matters.step(one.id, 2, back, actor(handler, 130)) == Change::kDone));
  const MatterFile file = keptMatter(store, one.id);
  BOOST_TEST(file.matter.handed_over);
  BOOST_TEST(file.matter.handler_id == 0);
  BOOST_TEST(
      (file.history == std::vector<MatterChange>{
                           {at(110), one.staff, std::nullopt, desk::MatterState::kReceived, 0, ""},
                           {at(120), one.staff, desk::MatterState::kReceived,
                            desk::MatterState::kHandedOver, handler, "sealed reason"},
                           {at(130), handler, desk::MatterState::kHandedOver,
                            desk::MatterState::kPreparing, 0, ""}}));
}

BOOST_FIXTURE_TEST_CASE(reassigning_lets_the_clock_go_on, FreshStore) {
  const OneMatter one(store);
  const std::int64_t handler = addClerk(store, "wang");
  Matters& matters = store.matters();
  Matter expected = keptMatter(store, one.id).matter;
  const Actor by = actor(one.staff, 120);
  BOOST_TEST((matters.reassign(one.id, 0, "finance", handler, by) == Change::kOtherRevision));
  BOOST_TEST((matters.reassign(one.id, 2, "finance", handler, by) == Change::kOtherRevision));
  BOOST_TEST((matters.reassign(one.id, 1, "finance", handler, by) == Change::kDone));
  expected.unit = "finance";
  expected.handler_id = handler;
  expected.changed_at = at(120);
  expected.revision = 2;
  BOOST_TEST((keptMatter(store, one.id).matter == expected));
  const MatterChange last{
      at(120), one.staff, desk::MatterState::kReceived, desk::MatterState::kReceived, handler, ""};
  BOOST_TEST((keptMatter(store, one.id).history.back() == last));
  BOOST_TEST((matters.reassign(one.id, 2, "finance", 0, by) == Change::kDone));
  BOOST_TEST(keptMatter(store, one.id).matter.handler_id == 0);
}

BOOST_FIXTURE_TEST_CASE(ticked_documents_keep_author_and_time, FreshStore) {
  const OneMatter one(store);
  const std::int64_t colleague = addClerk(store, "wang");
  Matters& matters = store.matters();
  const auto documents = [&] { return keptMatter(store, one.id).documents; };
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
  const MatterFile file = keptMatter(store, one.id);
  BOOST_TEST(file.matter.revision == 5);
  BOOST_TEST((file.matter.changed_at == at(140)));
  BOOST_TEST((file.matter.state_since == at(110)));
  BOOST_TEST(file.history.size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(notes_are_added, FreshStore) {
  const OneMatter one(store);
  const std::int64_t colleague = addClerk(store, "wang");
  Matters& matters = store.matters();
  BOOST_TEST((matters.addNote(one.id, "first", actor(one.staff, 120)) == Change::kDone));
  BOOST_TEST((matters.addNote(one.id, kHostile, actor(colleague, 130)) == Change::kDone));
  const MatterFile file = keptMatter(store, one.id);
  BOOST_TEST((file.notes == std::vector<MatterNote>{{at(120), one.staff, "first"},
                                                    {at(130), colleague, kHostile}}));
  BOOST_TEST(file.matter.revision == 1);
  BOOST_TEST(store.audit().since(desk::AuditObject::kMatter, one.id, 1).empty());
  store.applicants().withdraw(one.applicant_id, actor(one.staff, 140));
  BOOST_TEST((matters.addNote(one.id, "late", actor(one.staff, 150)) == Change::kNone));
  BOOST_TEST(keptMatter(store, one.id).notes.size() == 2U);
}

BOOST_FIXTURE_TEST_CASE(a_company_is_told_of_an_end_once, FreshStore) {
  const OneMatter one(store);
  Matters& matters = store.matters();
  const Actor by = actor(one.staff, 120);
  expectRefused([&] { matters.tell(one.id, 1, "sealed", by); });
  Matters::Step end{desk::MatterState::kFulfilled, 0, true, ""};
  end.sealed_end = "sealed end";
  BOOST_TEST((matters.step(one.id, 1, end, by) == Change::kDone));
  BOOST_TEST(keptMatter(store, one.id).matter.to_tell);
  BOOST_TEST(keptMatter(store, one.id).history.back().sealed_end == "sealed end");
  BOOST_TEST((matters.tell(one.id, 1, "sealed", actor(one.staff, 130)) == Change::kOtherRevision));
  BOOST_TEST((matters.tell(one.id, 2, "sealed", actor(one.staff, 130)) == Change::kDone));
  const MatterFile file = keptMatter(store, one.id);
  BOOST_TEST(!file.matter.to_tell);
  BOOST_TEST((file.matter.state == desk::MatterState::kFulfilled));
  BOOST_TEST((file.matter.state_since == at(120)));
  BOOST_TEST(file.matter.revision == 3);
  BOOST_TEST(
      (file.deeds == std::vector<MatterDeed>{{at(130), one.staff, desk::Deed::kTold, "sealed"}}));
  expectRefused([&] { matters.tell(one.id, 3, "sealed", actor(one.staff, 140)); });
}

BOOST_FIXTURE_TEST_CASE(no_one_is_told_of_a_withdrawal, FreshStore) {
  const OneMatter one(store);
  const Matters::Step end{desk::MatterState::kWithdrawn, 0, false, ""};
  store.matters().step(one.id, 1, end, actor(one.staff, 120));
  BOOST_TEST(!keptMatter(store, one.id).matter.to_tell);
}

BOOST_FIXTURE_TEST_CASE(what_is_said_of_ends_and_deeds_is_erased, FreshStore) {
  const OneMatter one(store);
  Matters& matters = store.matters();
  BOOST_TEST((matters.addAttempt(one.id, "sealed", actor(one.staff, 120)) == Change::kDone));
  BOOST_TEST(keptMatter(store, one.id).matter.revision == 1);  // it overwrites nothing
  Matters::Step end{desk::MatterState::kFulfilled, 0, true, ""};
  end.sealed_end = "sealed end";
  matters.step(one.id, 1, end, actor(one.staff, 130));
  store.applicants().withdraw(one.applicant_id, actor(one.staff, 140));
  const MatterFile file = keptMatter(store, one.id);
  BOOST_TEST(!file.matter.to_tell);  // there is no contact any more
  BOOST_TEST(file.matter.taken_back);
  BOOST_TEST((file.matter.state == desk::MatterState::kFulfilled));
  BOOST_TEST(file.history.back().sealed_end == "");
  BOOST_TEST(
      (file.deeds == std::vector<MatterDeed>{{at(120), one.staff, desk::Deed::kAttempted, ""}}));
  BOOST_TEST((matters.addAttempt(one.id, "late", actor(one.staff, 150)) == Change::kNone));
}

BOOST_FIXTURE_TEST_CASE(every_change_is_in_the_trail, FreshStore) {
  const OneMatter one(store);
  Matters& matters = store.matters();
  const Actor by = actor(one.staff, 120);
  matters.step(one.id, 1, {desk::MatterState::kPreparing, 0, false, ""}, by);
  matters.reassign(one.id, 2, "finance", one.staff, by);
  matters.tick(one.id, 3, {0}, by);
  matters.addNote(one.id, "sealed", by);
  // Refused changes write no entry.
  matters.step(one.id, 1, {desk::MatterState::kRefused, 0, false, ""}, by);
  matters.reassign(one.id, 1, "big_data", 0, by);
  matters.tick(one.id, 1, {}, by);
  const auto later = store.audit().since(desk::AuditObject::kMatter, one.id, 1);
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
  query.object = desk::AuditObject::kMatter;
  BOOST_TEST(store.audit().list(query).size() == 5U);
}

BOOST_FIXTURE_TEST_CASE(every_text_survives, FreshStore) {
  const std::int64_t staff = addClerk(store);
  Matter given = receivedMatter(addApplicant(store, staff), kHostile);
  given.measure = given.catalogue = given.county = given.unit = kHostile;
  const auto opened = store.matters().open(given, {kHostile}, actor(staff, 110));
  const Matters::Step step{desk::MatterState::kRefused, 0, false, kHostile};
  BOOST_TEST((store.matters().step(opened.id, 1, step, actor(staff, 120)) == Change::kDone));
  const MatterFile file = keptMatter(store, opened.id);
  for (std::string Matter::*text :
       {&Matter::reference, &Matter::measure, &Matter::catalogue, &Matter::county, &Matter::unit}) {
    BOOST_TEST((file.matter.*text == kHostile));
  }
  BOOST_TEST(file.documents.at(0).name == kHostile);
  BOOST_TEST(file.history.back().sealed_reason == kHostile);
  MatterQuery query;
  query.county = query.unit = kHostile;
  query.search = MatterSearch{.reference = kHostile, .firm = kHostile, .measures = {kHostile}};
  query.scope = MatterScope::kAll;
  BOOST_TEST(store.matters().list(query, at(150)).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace policycalc::store::test
