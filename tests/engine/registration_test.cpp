// The measures that the states of registration close, list and put first.
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "engine/answers.h"
#include "engine/edited_policies.h"

namespace policycalc::test {

namespace {

constexpr const char* kLoan = R"({ "fact": "loan_need", "is": true })";

/// Six measures: three kinds for the city's companies, one made for revoked ones, one for anyone,
/// and one that needs a loan.
std::shared_ptr<const catalogue::Catalogue> sixMeasures() {
  MeasureText anyone{"anyone"};
  anyone.scope = "anyone";
  catalogue::PolicyFiles files = smallPolicies(
      {{"benefit"}, {"right"}, {"service"}, {"exit"}, anyone, {"loan", "null", kLoan}});
  addStates(files);
  const auto turn = [&](const std::string& id, const std::string& kind) {
    edit(files, "measures/01-one.json", R"("kind": "benefit")", R"("kind": ")" + kind + "\"",
         R"("id": ")" + id + "\"");
  };
  turn("right", "right");
  turn("service", "service");
  addToMeasure(files, "exit", R"("for_status": ["revoked", "in_bankruptcy"])");
  return loaded(files);
}

std::string in(const char* state, const std::string& more = "") {
  return R"({"district": "here", "registration_status": ")" + std::string(state) + "\"" + more +
         "}";
}

std::string idsOf(const std::vector<const catalogue::Clause*>& measures) {
  std::vector<std::string> ids;
  for (const catalogue::Clause* measure : measures) ids.push_back(measure->id);
  return base::join(ids, " ");
}

std::string warningsOf(const engine::Match& match) {
  std::vector<std::string> codes;
  for (const facts::Warning& warning : match.knowledge.warnings) codes.push_back(warning.code);
  return base::join(codes, " ");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Registration)

BOOST_AUTO_TEST_CASE(a_revoked_licence_closes_benefits_and_services_but_those_made_for_it) {
  const Answer got = answer(sixMeasures(), in("revoked", R"(, "loan_need": true)"));
  for (const char* open : {"right", "exit"}) BOOST_TEST(got.verdict(open) == "eligible", open);
  // Whatever the scope.
  for (const char* closed : {"benefit", "service", "anyone", "loan"}) {
    BOOST_TEST(got.verdict(closed) == "not_applicable", closed);
  }
  BOOST_TEST(warningsOf(got.match) == "revoked");
  BOOST_TEST(idsOf(got.match.after_registration) == "");
}

BOOST_AUTO_TEST_CASE(measures_made_for_the_state_come_first) {
  BOOST_TEST(answer(sixMeasures(), in("active")).order() ==
             "benefit right service exit anyone loan");
  BOOST_TEST(answer(sixMeasures(), in("in_bankruptcy")).order() ==
             "exit benefit right service anyone loan");
  BOOST_TEST(answer(sixMeasures(), in("revoked")).order().rfind("exit right", 0) == 0U);
}

BOOST_AUTO_TEST_CASE(bankruptcy_turns_no_verdict) {
  const Answer active = answer(sixMeasures(), in("active"));
  const Answer bankrupt = answer(sixMeasures(), in("in_bankruptcy"));
  for (const char* id : {"benefit", "right", "service", "exit", "anyone", "loan"}) {
    BOOST_TEST(active.verdict(id) == bankrupt.verdict(id), id);
  }
  BOOST_TEST(warningsOf(bankrupt.match) == "in_bankruptcy");
}

BOOST_AUTO_TEST_CASE(before_registration_only_the_scope_keeps_measures_away) {
  const Answer got = answer(sixMeasures(), in("not_yet_registered"));
  BOOST_TEST(got.verdict("benefit") == "not_applicable");
  BOOST_TEST(got.verdict("anyone") == "eligible");
  // An open condition may still be met; the list is in the order of the notice.
  BOOST_TEST(idsOf(got.match.after_registration) == "benefit right service exit loan");
  BOOST_TEST(warningsOf(got.match) == "not_yet_registered");
}

BOOST_AUTO_TEST_CASE(the_list_leaves_out_measures_with_another_hindrance) {
  const Answer refused = answer(sixMeasures(), in("not_yet_registered", R"(, "loan_need": false)"));
  BOOST_TEST(idsOf(refused.match.after_registration) == "benefit right service exit");
  const Answer outside = answer(
      sixMeasures(), R"({"district": "outside", "registration_status": "not_yet_registered"})");
  BOOST_TEST(idsOf(outside.match.after_registration) == "");
  BOOST_TEST(outside.verdict("benefit") == "not_applicable");
  // An unknown district may be one of the city's.
  const Answer nowhere = answer(sixMeasures(), R"({"registration_status": "not_yet_registered"})");
  BOOST_TEST(idsOf(nowhere.match.after_registration) == "benefit right service exit loan");
  BOOST_TEST(idsOf(answer(sixMeasures(), in("not_yet_registered"), "2023-12-31")
                       .match.after_registration) == "");
  BOOST_TEST(idsOf(answer(sixMeasures(), in("active")).match.after_registration) == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
