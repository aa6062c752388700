// The program's verdicts on the real policies against those of a second implementation.
#include "properties/second_evaluator.h"

#include <map>
#include <set>
#include <string>

#include <boost/test/unit_test.hpp>

#include "engine/answers.h"
#include "facts/json_text.h"
#include "properties/profiles.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

constexpr std::uint64_t kSeed = 20240313;

const naive::SecondEvaluator& secondEvaluator() {
  static const naive::SecondEvaluator evaluator(realPolicies());
  return evaluator;
}

/// Compares both evaluators and records the verdicts, to notice a poor generator.
class Comparison {
 public:
  void check(const facts::Profile& profile, base::Date day, const std::string& context) {
    const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
    const std::string text = jsonOf(profile, vocabulary);
    const json::Value given = parse(text);
    const auto wanted = secondEvaluator().verdicts(given, day.toString());
    const engine::Match match = engine::match(editionOf(day), readProfile(*realCatalogue(), text));
    BOOST_TEST_REQUIRE(match.outcomes.size() == wanted.size());
    for (const engine::Outcome& outcome : match.outcomes) {
      const std::string got(toString(outcome.verdict));
      BOOST_TEST_REQUIRE(got == wanted.at(outcome.measure().id),
                         context << ", " << outcome.measure().id << " on " << day.toString() << ": "
                                 << got << ", the second evaluator says "
                                 << wanted.at(outcome.measure().id) << "; " << text);
      seen_[outcome.measure().id].insert(outcome.verdict);
    }
  }

  /// Measures without every possible kind of answer: yes, no and, if it can be open, open.
  std::string neverSeen() const {
    using engine::Verdict;
    std::string ids;
    for (const auto& [id, seen] : seen_) {
      const catalogue::Clause& measure = *realCatalogue()->find(id);
      const bool yes = seen.count(Verdict::kEligible) + seen.count(Verdict::kConditional) > 0;
      const bool no = seen.count(Verdict::kNotApplicable) + seen.count(Verdict::kNotEligible) > 0;
      const bool refused = !measure.requires_ || seen.count(Verdict::kNotEligible) > 0;
      const bool conditions = measure.scope == catalogue::Scope::kRegistered ||
                              measure.applies_when || measure.requires_;
      const bool open = !conditions || seen.count(Verdict::kUndetermined) > 0;
      if (!yes || !no || !refused || !open || seen.count(Verdict::kNotInForce) == 0)
        ids += id + " ";
    }
    return ids;
  }

 private:
  const engine::Edition& editionOf(base::Date day) {
    auto& edition = editions_[engine::Edition::indexOf(*realCatalogue(), day)];
    if (!edition) edition = std::make_unique<engine::Edition>(realCatalogue(), day);
    return *edition;
  }

  std::map<std::size_t, std::unique_ptr<engine::Edition>> editions_;
  std::map<std::string, std::set<engine::Verdict>> seen_;
};

std::string at(int round) {
  return "seed " + std::to_string(kSeed) + " round " + std::to_string(round);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SecondEvaluator)

BOOST_AUTO_TEST_CASE(verdicts_are_the_same_for_thousands_of_profiles_and_days) {
  constexpr int kRounds = 4000;
  ProfileSource source(realCatalogue(), kSeed);
  Comparison comparison;
  for (int round = 0; round < kRounds; ++round) {
    const facts::Profile profile = round % 4 == 0   ? source.careless()
                                   : round % 4 == 1 ? source.complete()
                                                    : source.partial();
    comparison.check(profile, source.day(), at(round));
  }
  BOOST_TEST(comparison.neverSeen() == "");
}

// Every code of a letter and up to two digits, with each size that the sections leave open.
BOOST_AUTO_TEST_CASE(every_industry_code_gives_the_same_sizes) {
  ProfileSource source(realCatalogue(), kSeed);
  Comparison comparison;
  const facts::KnownFacts& is = realCatalogue()->vocabulary().known();
  int round = 0;
  for (char letter = 'A'; letter <= 'T'; ++letter) {
    for (int division = -1; division <= 99; ++division) {
      facts::Profile profile = source.complete();
      profile[is.entity_type].options = facts::OptionSet::of(0);  // an enterprise
      profile[is.size_industry] = {};
      profile[is.industry_code].text =
          letter + (division < 0 ? "" : (division < 10 ? "0" : "") + std::to_string(division));
      if (round % 3 == 0) profile[is.enterprise_size] = {};
      if (round % 5 == 0) profile[is.annual_revenue] = {};
      comparison.check(profile, dateOf("2026-11-25"), at(round++));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
