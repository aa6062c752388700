// The next screen: what it can still turn, what was passed, and what is asked only after others.
#include "policycalc/engine/next_screen.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/base/text.h"

#include "catalogue/small_screens.h"
#include "engine/answers.h"
#include "engine/random_profiles.h"

namespace policycalc::test {
namespace {

/// The next screen as `id: measures: facts`, or "none".
std::string nextOf(const std::shared_ptr<const catalogue::Catalogue>& catalogue,
                   const std::string& profile, const std::vector<std::string>& passed = {}) {
  const Answer found = answer(catalogue, profile);
  std::vector<bool> flags(catalogue->screens().all().size());
  for (const std::string& id : passed) flags[*catalogue->screens().find(id)] = true;
  const auto next = engine::nextScreen(*found.edition, found.match, flags);
  if (!next) return "none";
  std::vector<std::string> measures;
  for (const catalogue::Clause* measure : next->decides) measures.push_back(measure->id);
  std::vector<std::string> facts;
  for (const facts::FactIndex fact : next->facts) {
    facts.push_back(catalogue->vocabulary().fact(fact).id);
  }
  return next->screen->id + ": " + base::join(measures, " ") + ": " + base::join(facts, " ");
}

std::shared_ptr<const catalogue::Catalogue> catalogueWith(const std::vector<std::string>& rules) {
  std::vector<MeasureText> measures;
  char letter = 'a';
  for (const std::string& rule : rules) {
    MeasureText measure{std::string("1.1.") + letter++};
    measure.requires_ = rule;
    measure.scope = "anyone";
    measures.push_back(std::move(measure));
  }
  auto files = smallPolicies(measures);
  files["screens.json"] = smallScreens();
  return loaded(files);
}

const std::string kLoan = R"({ "fact": "loan_need", "is": true })";
const std::string kGold = R"({ "fact": "awards", "has": "gold" })";
const std::string kPrivate = R"({ "fact": "ownership", "is": "private" })";
const std::string kSme = R"({ "fact": "enterprise_size", "in": ["micro", "small", "medium"] })";
const std::string kRatio = R"({ "fact": "ratio", "at_most": { "fact": "other_ratio" } })";

std::string all(const std::string& a, const std::string& b) {
  return R"({ "all": [)" + a + "," + b + "] }";
}
std::string any(const std::string& a, const std::string& b) {
  return R"({ "any": [)" + a + "," + b + "] }";
}
std::string no(const std::string& a) {
  return R"({ "not": )" + a + " }";
}

struct Row {
  const char* what;
  std::vector<std::string> rules;
  std::string profile;
  std::vector<std::string> passed;
  std::string next;
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << row.what;
}

const Row kRows[] = {
    {"nothing is open", {kLoan}, R"({"loan_need": true})", {}, "none"},
    {"an open measure", {kLoan}, "{}", {}, "needs: 1.1.a: loan_need"},
    {"what is refused is not asked for",
     {all(kLoan, kGold)},
     R"({"loan_need": false})",
     {},
     "none"},
    {"the first screen on the way",
     {all(kLoan, kPrivate)},
     "{}",
     {},
     "place: 1.1.a: entity_type ownership"},
    {"the next on the way",
     {all(kLoan, kPrivate)},
     R"({"entity_type": "company", "ownership": "private"})",
     {},
     "needs: 1.1.a: loan_need"},
    {"the order of the file, not the number of measures",
     {kLoan, kGold, kPrivate},
     "{}",
     {},
     "place: 1.1.c: entity_type ownership"},
    {"several measures", {kLoan, kGold}, "{}", {}, "needs: 1.1.a 1.1.b: loan_need awards"},
    // What was left unanswered on a screen stays unknown.
    {"a passed screen", {kLoan}, "{}", {"needs"}, "none"},
    {"a passed screen closes what needs it", {all(kLoan, kPrivate)}, "{}", {"place"}, "none"},
    {"also what later screens ask", {all(kLoan, kPrivate)}, "{}", {"needs"}, "none"},
    {"another way is left", {any(kLoan, kPrivate)}, "{}", {"place"}, "needs: 1.1.a: loan_need"},
    {"a way that ends on a passed screen",
     {any(all(kLoan, kPrivate), kSme)},
     "{}",
     {"needs"},
     "place: 1.1.a: entity_type"},
    // An answer that only removes.
    {"a no that is wanted", {no(kLoan)}, "{}", {}, "needs: 1.1.a: loan_need"},
    {"a no on a passed screen", {all(no(kLoan), kPrivate)}, "{}", {"needs"}, "none"},
    // The size follows from several screens.
    {"the line of business first",
     {kSme},
     R"({"entity_type": "company"})",
     {},
     "trade: 1.1.a: size_industry"},
    {"then the size",
     {kSme},
     R"({"entity_type": "company", "size_industry": "other"})",
     {},
     "size: 1.1.a: employees"},
    {"the size without a line of business",
     {kSme},
     R"({"entity_type": "company"})",
     {"trade"},
     "size: 1.1.a: employees annual_revenue"},
    {"a given class",
     {kSme},
     R"({"entity_type": "company", "enterprise_size": "micro"})",
     {},
     "none"},
    {"a body without a size", {kSme}, R"({"entity_type": "association"})", {}, "none"},
    // Screens on conditions.
    {"a screen that is not called for", {kRatio}, "{}", {}, "none"},
    {"a screen after its tick",
     {kRatio},
     R"({"awards": ["gold"]})",
     {},
     "ratios: 1.1.a: ratio other_ratio"},
    {"a screen after another tick", {kRatio}, R"({"awards": ["silver"]})", {}, "none"},
    {"a tick that leads to a screen", {all(kGold, kRatio)}, "{}", {}, "needs: 1.1.a: awards"},
    {"a tick that cannot be given any more", {all(kGold, kRatio)}, "{}", {"needs"}, "none"},
    {"one of two figures",
     {kRatio},
     R"({"awards": ["gold"], "ratio": 5})",
     {},
     "ratios: 1.1.a: other_ratio"},
    {"two figures on a passed screen",
     {kRatio},
     R"({"awards": ["gold"], "ratio": 5})",
     {"ratios"},
     "none"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(NextScreen)

BOOST_DATA_TEST_CASE(the_first_screen_that_can_turn_a_measure, kRows, row) {
  BOOST_TEST(nextOf(catalogueWith(row.rules), row.profile, row.passed) == row.next);
}

BOOST_AUTO_TEST_CASE(the_scope_is_asked_where_the_district_is) {
  auto files = smallPolicies({MeasureText{"1.1.a"}});
  files["screens.json"] = smallScreens();
  const auto catalogue = loaded(files);
  BOOST_TEST(nextOf(catalogue, "{}") == "place: 1.1.a: district");
  BOOST_TEST(nextOf(catalogue, R"({"district": "outside"})") == "none");
  BOOST_TEST(nextOf(catalogue, "{}", {"place"}) == "none");
}

BOOST_AUTO_TEST_CASE(a_catalogue_without_screens_has_no_next) {
  const auto catalogue = loaded(smallPolicies({MeasureText{"1.1.a"}}));
  BOOST_TEST(nextOf(catalogue, "{}") == "none");
}

// Each screen is passed once at most, so an interview ends whatever is answered.
BOOST_AUTO_TEST_CASE(random_companies_come_to_an_end) {
  const auto& catalogue = realCatalogue();
  const engine::Edition edition(catalogue, dateOf("2026-11-29"));
  Random random(15);
  for (int i = 0; i < 20; ++i) {
    const facts::Profile whole = consistentProfile(*catalogue, random);
    // A bank is not asked for its trade and titles, which random answers give it.
    if (typeOf(*catalogue, whole).sizing == facts::EntityType::Sizing::kAsGiven) continue;
    facts::Profile answers(whole.size());
    std::vector<bool> passed(catalogue->screens().all().size());
    std::size_t shown = 0;
    while (const auto next = engine::nextScreen(edition, engine::match(edition, answers), passed)) {
      const std::size_t screen = *catalogue->screens().find(next->screen->id);
      BOOST_TEST_REQUIRE(!passed[screen]);
      BOOST_TEST(!next->facts.empty());
      passed[screen] = true;
      ++shown;
      for (const facts::FactIndex fact : next->screen->facts) answers[fact] = whole[fact];
    }
    BOOST_TEST(shown <= passed.size());
    // And it has missed nothing that the whole profile finds.
    const auto found = engine::verdicts(edition, answers);
    const auto wanted = engine::verdicts(edition, whole);
    for (std::size_t at = 0; at < wanted.size(); ++at) {
      const bool useful =
          wanted[at] == engine::Verdict::kEligible || wanted[at] == engine::Verdict::kConditional;
      if (useful) BOOST_TEST((found[at] == wanted[at]), edition.entries()[at].measure->id);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
