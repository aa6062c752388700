// What must not change on the real policies: answers when one more fact is learnt, and answers when
// the criteria are written in another order.
#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/json/writer.h"

#include "engine/answers.h"
#include "engine/turning.h"
#include "properties/profiles.h"

using namespace policycalc;
using namespace policycalc::test;

namespace {

constexpr std::uint64_t kSeed = 20240930;

/// The exceptions that design §4 and §5 name: figures overrule a given size, a type an owner and an
/// industry the code (each with a warning), a body is no enterprise, or the company is gone.
bool mayTurn(const engine::Match& after, const facts::Profile& profile) {
  if (after.knowledge.deregistered || hasNoSize(*realCatalogue(), profile)) return true;
  return std::any_of(after.knowledge.warnings.begin(), after.knowledge.warnings.end(),
                     [](const facts::Warning& warning) {
                       return warning.code == "overruled" || warning.code == "differs";
                     });
}

struct Learning {
  int steps = 0;
  int exceptions = 0;
};

/// Learns the facts of a profile one by one in any order.
Learning learn(const facts::Profile& full, const engine::Edition& edition, Random& random,
               const std::string& context) {
  std::vector<facts::FactIndex> order(full.size());
  std::iota(order.begin(), order.end(), facts::FactIndex{0});
  std::shuffle(order.begin(), order.end(), random);
  facts::Profile partial(full.size());
  Learning learning;
  engine::Match before = engine::match(edition, partial);
  for (const facts::FactIndex fact : order) {
    if (!full[fact].known) continue;
    partial[fact] = full[fact];
    engine::Match after = engine::match(edition, partial);
    const std::string ids = whatTurned(before, after);
    BOOST_TEST_REQUIRE((ids.empty() || mayTurn(after, partial)),
                       context << " on learning " << realCatalogue()->vocabulary().fact(fact).id
                               << ": " << ids << jsonOf(partial, realCatalogue()->vocabulary()));
    ++learning.steps;
    learning.exceptions += ids.empty() ? 0 : 1;
    before = std::move(after);
  }
  return learning;
}

/// Shuffles every `all`, `any` and list of options below a value.
void shuffleCriteria(json::Value& value, Random& random) {
  for (json::Member& member : value.members) {
    const std::string& key = member.key;
    const bool unordered =
        key == "all" || key == "any" || key == "in" || key == "has_any" || key == "has_all";
    if (unordered) {
      std::shuffle(member.value.elements.begin(), member.value.elements.end(), random);
    }
    shuffleCriteria(member.value, random);
  }
  for (json::Value& element : value.elements) shuffleCriteria(element, random);
}

std::shared_ptr<const catalogue::Catalogue> shuffledCatalogue(Random& random) {
  catalogue::PolicyFiles files =
      catalogue::readPolicyFolder(POLICYCALC_SOURCE_DIR "/policies").value();
  for (auto& [path, text] : files) {
    if (path.rfind("measures/", 0) != 0) continue;
    json::Value document = json::read(text, path, {text.size(), 32}).value();
    shuffleCriteria(document, random);
    text = json::canonical(document);
  }
  return loaded(files);
}

/// Everything of an answer in which the order of criteria could show.
std::string summaryOf(const engine::Match& match, const catalogue::Catalogue& catalogue) {
  std::string summary;
  for (const engine::Outcome& outcome : match.outcomes) {
    summary += outcome.measure().id + " " + std::string(toString(outcome.verdict));
    if (outcome.one_condition_away) summary += " one condition away";
    for (const facts::FactIndex fact : outcome.missing) {
      summary += " ?" + catalogue.vocabulary().fact(fact).id;
    }
    std::multiset<std::string> unmet;
    for (const engine::Unmet& leaf : outcome.unmet) {
      unmet.insert((leaf.negated ? " !" : " ") + leaf.node->text);
    }
    for (const std::string& leaf : unmet) summary += leaf;
    summary += "\n";
  }
  for (const engine::Question& question : match.questions) {
    summary += catalogue.vocabulary().fact(question.fact).id + std::to_string(question.decides);
  }
  return summary;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(LearningFacts)

BOOST_AUTO_TEST_CASE(a_fact_more_turns_nothing_round_but_what_the_design_names) {
  constexpr int kRounds = 300;
  ProfileSource source(realCatalogue(), kSeed);
  Learning all;
  for (int round = 0; round < kRounds; ++round) {
    const facts::Profile full = round % 2 == 0 ? source.complete() : source.careless();
    const engine::Edition edition(realCatalogue(), source.day());
    const Learning one = learn(full, edition, source.random(),
                               "seed " + std::to_string(kSeed) + " round " + std::to_string(round));
    all.steps += one.steps;
    all.exceptions += one.exceptions;
  }
  BOOST_TEST(all.steps > kRounds * 20);
  BOOST_TEST(all.exceptions > 0);  // careless profiles do contradict themselves
  BOOST_TEST(all.exceptions * 20 < all.steps);
}

BOOST_AUTO_TEST_CASE(the_order_of_criteria_and_options_does_not_show) {
  constexpr int kOrders = 5;
  constexpr int kProfiles = 100;
  ProfileSource source(realCatalogue(), kSeed + 1);
  for (int order = 0; order < kOrders; ++order) {
    const auto shuffled = shuffledCatalogue(source.random());
    const base::Date day = source.day();
    const engine::Edition edition(realCatalogue(), day);
    const engine::Edition other(shuffled, day);
    for (int i = 0; i < kProfiles; ++i) {
      const facts::Profile profile = source.partial();
      BOOST_TEST_REQUIRE(summaryOf(engine::match(edition, profile), *realCatalogue()) ==
                             summaryOf(engine::match(other, profile), *shuffled),
                         "seed " << kSeed + 1 << " order " << order << " "
                                 << jsonOf(profile, realCatalogue()->vocabulary()));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
