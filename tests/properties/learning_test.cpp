// On the real policies, decided answers do not change if one more fact is learnt, and no answer
// changes if the criteria are written in another order.
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

/// Warnings of contradictions that may change verdicts: a type or figures overrule an answer, an
/// industry overrules its code, an unlikely owner overrules the usual one, and a bank has unused
/// figures. Other unlikely answers change nothing.
constexpr const char* kContradictions[] = {"overruled", "differs", "not_used", "unlikely"};

bool isContradiction(const facts::Warning& warning) {
  const facts::FactIndex owner = realCatalogue()->vocabulary().known().ownership;
  return warning.code != "unlikely" || warning.fact == owner;
}

/// Whether the later answer has a new warning. A figure that only rewords a warning does not make
/// it new; a type of entity that overrules for another reason does.
bool isNewWarning(const engine::Match& before, const engine::Match& after, std::string_view code,
                  facts::FactIndex learnt) {
  const bool by_type = learnt == realCatalogue()->vocabulary().known().entity_type;
  const auto& earlier = before.knowledge.warnings;
  const auto& later = after.knowledge.warnings;
  return std::any_of(later.begin(), later.end(), [&](const facts::Warning& warning) {
    const auto is_same = [&](const facts::Warning& other) {
      return other.fact == warning.fact && other.code == code &&
             (!by_type || other.message == warning.message);
    };
    return warning.code == code && isContradiction(warning) &&
           std::none_of(earlier.begin(), earlier.end(), is_same);
  });
}

/// What allows a decided verdict to change when `fact` is learnt: the code of a new warning of a
/// contradiction or of one of three states of registration; empty if nothing does.
std::string excuseFor(const engine::Match& before, const engine::Match& after,
                      facts::FactIndex fact, const facts::Given& learnt) {
  const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
  if (fact == vocabulary.known().registration_status) {
    const std::string state = vocabulary.fact(fact).codesOf(learnt.options).front();
    const bool turns = learnt.options.hasAny(turningStates(vocabulary));
    return turns && isNewWarning(before, after, state, fact) ? state : "";
  }
  for (const char* code : kContradictions) {
    if (isNewWarning(before, after, code, fact)) return code;
  }
  return "";
}

/// Counts learnt facts and changed verdicts.
struct Learning {
  int steps = 0;
  int exceptions = 0;
  std::set<std::string> excuses;

  /// Learns one more fact; fails if something changes without an excuse.
  void check(const engine::Match& before, const engine::Match& after, facts::FactIndex fact,
             const facts::Profile& profile, const std::string& context) {
    ++steps;
    const std::string ids = whatTurned(before, after);
    if (ids.empty()) return;
    const std::string excuse = excuseFor(before, after, fact, profile[fact]);
    const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
    BOOST_TEST_REQUIRE(excuse != "", context << " on learning " << vocabulary.fact(fact).id << ": "
                                             << ids << jsonOf(profile, vocabulary));
    ++exceptions;
    excuses.insert(excuse);
  }
};

/// Learns the facts of a profile one by one in any order.
void learn(const facts::Profile& full, const engine::Edition& edition, Random& random,
           const std::string& context, Learning& learning) {
  std::vector<facts::FactIndex> order(full.size());
  std::iota(order.begin(), order.end(), facts::FactIndex{0});
  std::shuffle(order.begin(), order.end(), random);
  facts::Profile partial(full.size());
  engine::Match before = engine::match(edition, partial);
  for (const facts::FactIndex fact : order) {
    if (!full[fact].known) continue;
    partial[fact] = full[fact];
    engine::Match after = engine::match(edition, partial);
    learning.check(before, after, fact, partial, context);
    before = std::move(after);
  }
}

/// How often each fact, and each option of those that have some, was learnt.
struct Tried {
  std::vector<int> facts;
  std::vector<facts::OptionSet> options;
};

/// Learns each open fact of the profile separately, with every representative value.
void learnEach(const facts::Profile& partial, const engine::Edition& edition, ProfileSource& source,
               const std::string& context, Learning& learning, Tried& tried) {
  const engine::Match before = engine::match(edition, partial);
  facts::Profile profile = partial;
  const auto count = static_cast<facts::FactIndex>(partial.size());
  for (facts::FactIndex fact = 0; fact < count; ++fact) {
    if (partial[fact].known) continue;
    for (const facts::Given& value : source.valuesOf(fact)) {
      profile[fact] = value;
      learning.check(before, engine::match(edition, profile), fact, profile, context);
      ++tried.facts[fact];
      tried.options[fact].add(value.options);
    }
    profile[fact] = {};
  }
}

std::string at(std::uint64_t seed, int round) {
  return "seed " + std::to_string(seed) + " round " + std::to_string(round);
}

/// All allowed excuses, in order: each must occur.
const std::set<std::string> kAllExcuses{"deregistered", "differs", "not_used", "not_yet_registered",
                                        "overruled",    "revoked", "unlikely"};

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
  catalogue::PolicyFiles files = realPolicies();
  for (auto& [path, text] : files) {
    if (path.rfind("measures/", 0) != 0) continue;
    json::Value document = json::read(text, path, {text.size(), 32}).value();
    shuffleCriteria(document, random);
    text = json::canonical(document);
  }
  return loaded(files);
}

/// All parts of an answer that the order of criteria could affect.
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

BOOST_AUTO_TEST_CASE(facts_learnt_in_any_order_turn_nothing_round_without_a_warning) {
  constexpr int kRounds = 300;
  ProfileSource source(realCatalogue(), kSeed);
  Learning all;
  for (int round = 0; round < kRounds; ++round) {
    const facts::Profile full = round % 2 == 0 ? source.complete() : source.careless();
    const engine::Edition edition(realCatalogue(), source.day());
    learn(full, edition, source.random(), at(kSeed, round), all);
  }
  BOOST_TEST(all.steps > kRounds * 20);
  BOOST_TEST(all.exceptions > 0);  // careless profiles do contradict themselves
  BOOST_TEST(all.exceptions * 20 < all.steps);
}

// Companies of any kind that know little: each open fact with each of its answers.
BOOST_AUTO_TEST_CASE(no_fact_turns_anything_round_without_a_warning_whatever_its_answer) {
  constexpr int kRounds = 240;
  ProfileSource source(realCatalogue(), kSeed + 2);
  const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
  Learning all;
  Tried tried{std::vector<int>(vocabulary.facts().size()),
              std::vector<facts::OptionSet>(vocabulary.facts().size())};
  for (int round = 0; round < kRounds; ++round) {
    const facts::Profile partial = round % 3 == 0 ? source.careless() : source.partial();
    const engine::Edition edition(realCatalogue(), source.day());
    learnEach(partial, edition, source, at(kSeed + 2, round), all, tried);
  }
  const auto count = static_cast<facts::FactIndex>(vocabulary.facts().size());
  for (facts::FactIndex fact = 0; fact < count; ++fact) {
    BOOST_TEST(tried.facts[fact] > kRounds / 4, vocabulary.fact(fact).id << " was hardly learnt");
    BOOST_TEST((tried.options[fact] == vocabulary.fact(fact).allOptions()),
               vocabulary.fact(fact).id << " was not learnt with every option");
  }
  BOOST_TEST(all.excuses == kAllExcuses, boost::test_tools::per_element());
}

// Only contradictions change verdicts; a consistent company sees no change.
BOOST_AUTO_TEST_CASE(without_a_contradiction_only_three_registration_states_turn_a_verdict) {
  constexpr int kRounds = 150;
  ProfileSource source(realCatalogue(), kSeed + 3);
  const facts::Vocabulary& vocabulary = realCatalogue()->vocabulary();
  const facts::FactIndex status = vocabulary.known().registration_status;
  Learning all;
  for (int round = 0; round < kRounds; ++round) {
    const facts::Profile full = source.complete();
    const engine::Edition edition(realCatalogue(), source.day());
    learn(full, edition, source.random(), at(kSeed + 3, round), all);
    facts::Profile profile = full;
    profile[status] = {};
    const engine::Match before = engine::match(edition, profile);
    for (const facts::Given& state : source.valuesOf(status)) {
      profile[status] = state;
      all.check(before, engine::match(edition, profile), status, profile, at(kSeed + 3, round));
    }
  }
  const std::set<std::string> states{"deregistered", "not_yet_registered", "revoked"};
  BOOST_TEST(all.excuses == states, boost::test_tools::per_element());
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
