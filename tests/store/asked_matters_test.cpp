#include <boost/test/unit_test.hpp>

#include "store/fresh_store.h"
#include "store/records.h"

namespace policycalc::store::test {
namespace {

using Rating = AskedMatters::Rating;

/// One open matter, `R2`, with a query code.
struct Asked : FreshStore {
  std::int64_t staff = addClerk(store);
  std::int64_t applicant_id = addApplicant(store, staff);
  std::int64_t id = 0;

  Asked() {
    Matter matter = receivedMatter(applicant_id, "R2");
    matter.query_hash = "hash";
    id = openMatter(store, staff, matter);
  }

  void close() {
    store.matters().step(id, 1, {desk::MatterState::kRefused, 0, false, "why"}, actor(staff, 120));
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(StoreAskedMatters)

BOOST_FIXTURE_TEST_CASE(a_matter_is_found_by_its_reference_while_its_authorisation_lasts, Asked) {
  const auto found = store.askedMatters().find("R2", at(150));
  BOOST_REQUIRE(found.has_value());
  BOOST_TEST(found->id == id);
  BOOST_TEST(found->state == "received");
  BOOST_TEST(found->open);
  BOOST_TEST(!found->at_unit);
  BOOST_TEST(!found->rated);
  BOOST_TEST(found->query_hash == "hash");
  BOOST_TEST(found->county == "360702");
  BOOST_TEST(!found->key_by_service.empty());
  BOOST_TEST((found->since == at(110)));
  for (const char* other : {"", "R1", "r2", "R2 "}) {
    BOOST_TEST(!store.askedMatters().find(other, at(150)).has_value(), other);
  }
  BOOST_TEST(!store.askedMatters().find("R2", at(1000)).has_value());
  store.applicants().withdraw(applicant_id, actor(staff, 160));
  BOOST_TEST(!store.askedMatters().find("R2", at(170)).has_value());
}

BOOST_FIXTURE_TEST_CASE(a_matter_without_a_query_code_is_not_found_until_it_gets_one, FreshStore) {
  const OneMatter one(store);
  BOOST_TEST(!store.askedMatters().find("R1", at(150)).has_value());
  BOOST_TEST(!keptMatter(store, one.id).query_code_at.has_value());
  BOOST_TEST(store.askedMatters().replaceCode(one.id, "first", actor(one.staff, 120)));
  BOOST_TEST(store.askedMatters().replaceCode(one.id, "second", actor(one.staff, 130)));
  BOOST_TEST(store.askedMatters().find("R1", at(150))->query_hash == "second");
  BOOST_TEST((keptMatter(store, one.id).query_code_at == at(130)));
  BOOST_TEST(keptMatter(store, one.id).matter.revision == 1);
  BOOST_TEST(trailOf(store, desk::AuditObject::kMatter, one.id)
                 .ends_with("query_code_made matter 0 query_code; query_code_made matter 0 "
                            "query_code; "));
  BOOST_TEST(!store.askedMatters().replaceCode(one.id + 1, "x", actor(one.staff, 140)));
  expectRefused([&] { store.askedMatters().replaceCode(one.id, "", actor(one.staff, 140)); });
}

BOOST_FIXTURE_TEST_CASE(a_closed_matter_is_rated_once, Asked) {
  AskedMatters& asked = store.askedMatters();
  BOOST_TEST((asked.rate(id, 5, "sealed", at(115)) == Rating::kOpen));
  BOOST_TEST((asked.rate(id + 1, 5, "sealed", at(115)) == Rating::kNone));
  close();
  for (const int score : {0, 6, -1}) {
    expectRefused([&] { asked.rate(id, score, "sealed", at(130)); });
  }
  BOOST_TEST((asked.rate(id, 4, "sealed", at(130)) == Rating::kDone));
  BOOST_TEST((asked.rate(id, 1, "other", at(140)) == Rating::kRated));
  BOOST_TEST(asked.find("R2", at(150))->rated);
  const MatterFile file = keptMatter(store, id);
  BOOST_REQUIRE(file.rating.has_value());
  BOOST_TEST((*file.rating == MatterRating{4, at(130), "sealed"}));
  BOOST_TEST(trailOf(store, desk::AuditObject::kMatter, id).ends_with("rated matter 0 rating; "));
}

BOOST_FIXTURE_TEST_CASE(the_words_and_the_code_go_with_the_authorisation_and_the_score_stays,
                        Asked) {
  close();
  store.askedMatters().rate(id, 2, "sealed", at(130));
  BOOST_TEST(keptMatter(store, id, 1001).rating->sealed_words.empty());
  store.applicants().withdraw(applicant_id, actor(staff, 160));
  const MatterFile file = keptMatter(store, id, 170);
  BOOST_TEST(file.rating->score == 2);
  BOOST_TEST(file.rating->sealed_words.empty());
  BOOST_TEST(!file.query_code_at.has_value());
  BOOST_TEST((store.askedMatters().rate(id, 2, "", at(180)) == Rating::kNone));
  BOOST_TEST(!store.askedMatters().replaceCode(id, "new", actor(staff, 180)));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
