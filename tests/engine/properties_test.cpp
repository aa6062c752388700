// Properties of all profiles and catalogues, on seeded random ones.
#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/engine/worked_cases.h"

#include "engine/answers.h"
#include "engine/random_profiles.h"
#include "engine/random_trees.h"
#include "engine/turning.h"

namespace policycalc::test {
using engine::Verdict;

namespace {

constexpr std::uint64_t kSeed = 20261125;

bool isPositive(Verdict v) {
  return v == Verdict::kEligible || v == Verdict::kConditional;
}

/// The open measures and their missing facts.
std::string openOnes(const engine::Match& match) {
  std::string text;
  for (const engine::Outcome& outcome : match.outcomes) {
    if (outcome.verdict != Verdict::kUndetermined) continue;
    text += outcome.measure().id;
    for (const facts::FactIndex fact : outcome.missing) {
      text += " " + realCatalogue()->vocabulary().fact(fact).id;
    }
    text += "; ";
  }
  return text;
}

/// All facts in an order in which a company might answer them.
std::vector<facts::FactIndex> anyOrder(const facts::Profile& profile, Random& random) {
  std::vector<facts::FactIndex> order(profile.size());
  std::iota(order.begin(), order.end(), facts::FactIndex{0});
  std::shuffle(order.begin(), order.end(), random);
  return order;
}

void learnStepByStep(const std::shared_ptr<const catalogue::Catalogue>& catalogue, int rounds) {
  Random random(kSeed);
  const engine::Edition edition(catalogue, dateOf("2026-11-25"));
  for (int round = 0; round < rounds; ++round) {
    const facts::Profile full = consistentProfile(*catalogue, random);
    facts::Profile partial(full.size());
    engine::Match before = engine::match(edition, partial);
    for (const facts::FactIndex fact : anyOrder(full, random)) {
      partial[fact] = full[fact];
      engine::Match after = engine::match(edition, partial);
      BOOST_TEST_REQUIRE(whatTurned(before, after) == "",
                         "seed " << kSeed << " round " << round << " on learning "
                                 << catalogue->vocabulary().fact(fact).id << ": "
                                 << whatTurned(before, after));
      before = std::move(after);
    }
  }
}

/// A catalogue of random trees, each with a twin whose children are in another order.
struct RandomCatalogue {
  std::vector<Tree> applies_when;
  std::vector<Tree> requires_;
  std::shared_ptr<const catalogue::Catalogue> catalogue;
  std::shared_ptr<const catalogue::Catalogue> shuffled;
};

std::shared_ptr<const catalogue::Catalogue> build(const RandomCatalogue& random) {
  std::vector<MeasureText> measures;
  for (std::size_t i = 0; i < random.requires_.size(); ++i) {
    MeasureText measure{"m" + std::to_string(i)};
    measure.applies_when = random.applies_when[i].toJson();
    measure.requires_ = random.requires_[i].toJson();
    measure.judged = i % 3 == 0 ? kJudged : "[]";
    measures.push_back(measure);
  }
  return loaded(smallPolicies(measures));
}

RandomCatalogue anyCatalogue(Random& random) {
  constexpr int kMeasures = 12;
  RandomCatalogue made;
  for (int i = 0; i < kMeasures; ++i) {
    made.applies_when.push_back(anyTree(random, 2));
    made.requires_.push_back(anyTree(random, 4));
  }
  made.catalogue = build(made);
  RandomCatalogue twin = made;
  for (std::size_t i = 0; i < made.requires_.size(); ++i) {
    twin.applies_when[i].shuffle(random);
    twin.requires_[i].shuffle(random);
  }
  made.shuffled = build(twin);
  return made;
}

std::multiset<std::string> unmetSet(const Answer& got, const std::string& id) {
  std::multiset<std::string> leaves;
  for (const engine::Unmet& unmet : got.of(id).unmet) {
    leaves.insert((unmet.negated ? "!" : "") + unmet.node->text +
                  (unmet.gap ? unmet.gap->value.toString() : ""));
  }
  return leaves;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Properties)

BOOST_AUTO_TEST_CASE(learning_a_fact_turns_no_decided_leaf_or_verdict) {
  learnStepByStep(realCatalogue(), 60);
}

BOOST_AUTO_TEST_CASE(the_order_does_not_matter_in_random_catalogues) {
  Random random(kSeed);
  for (int i = 0; i < 10; ++i) learnStepByStep(anyCatalogue(random).catalogue, 10);
}

// If the size standard has no industry (finance, rail), the industry stays unknown.
BOOST_AUTO_TEST_CASE(a_complete_profile_leaves_nothing_open) {
  Random random(kSeed);
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  const facts::FactIndex industry = realCatalogue()->vocabulary().known().size_industry;
  int complete = 0;
  int positive = 0;
  for (int round = 0; round < 400; ++round) {
    const facts::Profile profile = consistentProfile(*realCatalogue(), random);
    if (!profile[industry].known) continue;
    ++complete;
    const engine::Match match = engine::match(edition, profile);
    BOOST_TEST_REQUIRE(openOnes(match) == "", "seed " << kSeed << " round " << round);
    BOOST_TEST(match.questions.empty());
    for (const auto& outcome : match.outcomes) positive += isPositive(outcome.verdict) ? 1 : 0;
  }
  BOOST_TEST(complete > 200);
  BOOST_TEST(positive > complete);  // the generator also makes positive verdicts
}

BOOST_AUTO_TEST_CASE(verdicts_equal_those_of_a_naive_evaluator) {
  Random random(kSeed);
  for (int i = 0; i < 20; ++i) {
    const RandomCatalogue made = anyCatalogue(random);
    for (int j = 0; j < 20; ++j) {
      const Answers answers = anyAnswers(random);
      const Answer got = answer(made.catalogue, answers.toJson());
      for (std::size_t m = 0; m < made.requires_.size(); ++m) {
        const engine::Outcome& outcome = got.of("m" + std::to_string(m));
        BOOST_TEST_REQUIRE((outcome.applies_when.front() == made.applies_when[m].evaluate(answers)),
                           made.applies_when[m].toJson() << " on " << answers.toJson());
        BOOST_TEST_REQUIRE((outcome.requires_.front() == made.requires_[m].evaluate(answers)),
                           made.requires_[m].toJson() << " on " << answers.toJson());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(quick_verdicts_equal_those_of_the_match) {
  Random random(kSeed);
  for (const char* day : {"2024-03-12", "2024-06-01", "2026-11-25"}) {
    const engine::Edition edition(realCatalogue(), dateOf(day));
    for (int round = 0; round < 200; ++round) {
      facts::Profile profile = consistentProfile(*realCatalogue(), random);
      for (std::size_t fact = 0; fact < profile.size(); ++fact) {
        if (below(random, 3) == 0) profile[static_cast<facts::FactIndex>(fact)] = {};
      }
      const std::vector<Verdict> quick = engine::verdicts(edition, profile);
      const engine::Match match = engine::match(edition, profile);
      for (const engine::Outcome& outcome : match.outcomes) {
        const auto at = static_cast<std::size_t>(outcome.entry - edition.entries().data());
        BOOST_TEST_REQUIRE((quick[at] == outcome.verdict),
                           "seed " << kSeed << " " << day << " " << outcome.measure().id);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(the_order_of_criteria_does_not_matter) {
  Random random(kSeed);
  for (int i = 0; i < 20; ++i) {
    const RandomCatalogue made = anyCatalogue(random);
    for (int j = 0; j < 10; ++j) {
      const std::string profile = anyAnswers(random).toJson();
      const Answer one = answer(made.catalogue, profile);
      const Answer two = answer(made.shuffled, profile);
      BOOST_TEST(one.order() == two.order());
      BOOST_TEST(one.questions() == two.questions());
      for (std::size_t m = 0; m < made.requires_.size(); ++m) {
        const std::string id = "m" + std::to_string(m);
        BOOST_TEST_CONTEXT(made.requires_[m].toJson() << " on " << profile) {
          BOOST_TEST(one.verdict(id) == two.verdict(id));
          BOOST_TEST(one.missing(id) == two.missing(id));
          BOOST_TEST(one.of(id).one_condition_away == two.of(id).one_condition_away);
          BOOST_TEST((unmetSet(one, id) == unmetSet(two, id)));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_profile_without_facts_promises_nothing) {
  for (const char* day : {"2024-03-13", "2026-11-25", "2030-01-01"}) {
    const Answer got = answer(realCatalogue(), "{}", day);
    for (const engine::Outcome& outcome : got.match.outcomes) {
      // A measure for anyone without conditions applies to all.
      const bool promised = isPositive(outcome.verdict) && engine::hasConditions(outcome.measure());
      BOOST_TEST(!promised, outcome.measure().id);
    }
    BOOST_TEST(got.match.totals.certain.toString() == "0");
  }
  Random random(kSeed);
  for (int i = 0; i < 10; ++i) {
    for (const auto& outcome : answer(anyCatalogue(random).catalogue, "{}").match.outcomes) {
      BOOST_TEST(!isPositive(outcome.verdict));
    }
  }
}

// Item 8: the example is 40 % of the budget, 28 % of it for the smallest, rounded to the fen.
BOOST_AUTO_TEST_CASE(shares_stay_within_the_budget) {
  Random random(kSeed);
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  const auto budget = *realCatalogue()->vocabulary().find("procurement_budget");
  constexpr std::uint64_t kHundredMillionYuan = 10'000'000'000;
  for (int round = 0; round < 500; ++round) {
    facts::Profile profile(realCatalogue()->vocabulary().facts().size());
    const auto fen = static_cast<std::int64_t>(below(random, kHundredMillionYuan));
    profile[budget] = {true, {}, fen, {}};
    const engine::Match match = engine::match(edition, profile);
    const auto outcomes = byId(match);
    const auto& amounts = outcomes.at("8.1.b")->amounts;
    if (outcomes.at("8.1.b")->verdict == Verdict::kNotEligible) {  // below the ceilings
      BOOST_TEST(!amounts[2].value.has_value());
      continue;
    }
    const std::int64_t smes = amounts[2].value->toUnitsExact(2).value();
    const std::int64_t smallest = amounts[3].value->toUnitsExact(2).value();
    BOOST_TEST((std::abs(smes * 10 - fen * 4) <= 5), fen);
    BOOST_TEST((std::abs(smallest * 100 - fen * 28) <= 50), fen);
    BOOST_TEST(smes <= fen + 1);
  }
}

// The awards of item 11 add up to 4.5 million yuan, each prize counted once; the notice has no
// other sums.
BOOST_AUTO_TEST_CASE(totals_stay_within_the_amounts_of_the_notice) {
  Random random(kSeed);
  const engine::Edition edition(realCatalogue(), dateOf("2026-11-25"));
  const base::Decimal cap(4'500'000, 0);  // 300 + 100 + 50 万元
  int with_cash = 0;
  for (int round = 0; round < 300; ++round) {
    const engine::Match match = engine::match(edition, consistentProfile(*realCatalogue(), random));
    BOOST_TEST(match.totals.certain.compare(cap) <= 0);
    BOOST_TEST(!match.totals.certain.isNegative());
    BOOST_TEST((match.totals.certain_awards == 0) ==
               (match.totals.certain.compare(base::Decimal()) == 0));
    with_cash += match.totals.certain_awards > 0 ? 1 : 0;
  }
  BOOST_TEST(with_cash > 0);
  const Answer all = answer(realCatalogue(), R"({"district": "360702", "quality_awards": [
      "china_quality_award", "china_quality_award_nomination", "jinggang_quality_award",
      "jinggang_quality_award_nomination", "ganzhou_mayor_quality_award"]})");
  BOOST_TEST(all.match.totals.certain.compare(cap) == 0);
  BOOST_TEST(all.match.totals.certain_awards == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::test
