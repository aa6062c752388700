#include "engine/questions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "policycalc/engine/scope.h"

#include "engine/possible_answers.h"

namespace policycalc::engine {
namespace {

constexpr std::size_t kUsualLeaves = 8;  // avoids reallocation

/// Sorts and removes duplicates; true if there were any.
bool sortUnique(std::vector<facts::FactIndex>& facts) {
  std::sort(facts.begin(), facts.end());
  const auto end = std::unique(facts.begin(), facts.end());
  const bool repeated = end != facts.end();
  facts.erase(end, facts.end());
  return repeated;
}

bool contains(const std::vector<facts::FactIndex>& facts, facts::FactIndex fact) {
  return std::find(facts.begin(), facts.end(), fact) != facts.end();
}

}  // namespace

MissingFacts::MissingFacts(const Edition& edition, const facts::Knowledge& knowledge)
    : edition_(edition),
      knowledge_(knowledge),
      is_(edition.catalogue().vocabulary().known()),
      in_scope_(districtTest(edition.catalogue().vocabulary())) {}

std::vector<OpenLeaf> MissingFacts::openLeavesOf(const Outcome& outcome) const {
  std::vector<OpenLeaf> leaves;
  leaves.reserve(kUsualLeaves);
  if (outcome.in_scope == criteria::Truth::kUnknown) leaves.push_back({&in_scope_, nullptr});
  if (outcome.measure().applies_when) collectOpenLeaves(appliesTree(outcome), leaves);
  if (outcome.measure().requires_) collectOpenLeaves(requiresTree(outcome), leaves);
  return leaves;
}

std::vector<facts::FactIndex> MissingFacts::of(const Outcome& outcome) {
  const std::vector<OpenLeaf> leaves = openLeavesOf(outcome);
  Facts missing;
  missing.reserve(kUsualLeaves);
  for (const OpenLeaf& leaf : leaves) ask(*leaf.comparison, missing);
  // If each fact is in only one open leaf, the leaves are independent, and for each leaf the others
  // can be answered so that it decides: every fact is decisive.
  if (!sortUnique(missing)) return missing;
  const PossibleAnswers answers(leaves, edition_, knowledge_);
  if (!answers.areCounted()) return missing;
  const Facts decisive = answers.decisiveFacts(outcome);
  Facts exact;
  for (const OpenLeaf& leaf : leaves) {
    Facts asked;
    ask(*leaf.comparison, asked);
    for (const facts::FactIndex fact : asked) {
      if (contains(decisive, decidingFact(fact, leaf.comparison->fact))) exact.push_back(fact);
    }
  }
  sortUnique(exact);
  return exact.empty() ? missing : exact;
}

facts::FactIndex MissingFacts::decidingFact(facts::FactIndex asked, facts::FactIndex tested) const {
  const bool derived =
      tested == is_.enterprise_size || tested == is_.size_industry || tested == is_.ownership;
  return derived && asked != is_.entity_type ? tested : asked;
}

void MissingFacts::ask(const criteria::Comparison& comparison, Facts& missing) {
  askFor(comparison.fact, comparison, missing);
  comparison.right.forEachFact([&](facts::FactIndex fact) { askFor(fact, comparison, missing); });
}

void MissingFacts::askFor(facts::FactIndex fact, const criteria::Comparison& comparison,
                          Facts& missing) {
  const auto add = [&](const Facts& facts) {
    missing.insert(missing.end(), facts.begin(), facts.end());
  };
  if (fact == is_.enterprise_size) {
    add(questionsForSize(comparison.options));
  } else if (fact == is_.size_industry) {
    add(knowledge_.ask_for_industry);
  } else if (fact == is_.ownership) {
    add(knowledge_.ask_for_ownership);
  } else if (!knowledge_.facts[fact].known) {
    missing.push_back(fact);
  }
}

const std::vector<facts::FactIndex>& MissingFacts::questionsForSize(facts::OptionSet accepted) {
  for (const auto& [options, questions] : size_questions_) {
    if (options == accepted) return questions;
  }
  const catalogue::Catalogue& catalogue = edition_.catalogue();
  size_questions_.emplace_back(accepted,
                               facts::questionsForSize(knowledge_, catalogue.vocabulary(),
                                                       catalogue.sizeStandard(), accepted));
  return size_questions_.back().second;
}

std::vector<Question> rankQuestions(const std::vector<Outcome>& outcomes,
                                    const facts::Vocabulary& vocabulary) {
  std::map<facts::FactIndex, int> decides;
  for (const Outcome& outcome : outcomes) {
    for (const facts::FactIndex fact : outcome.missing) ++decides[fact];
  }
  std::map<std::size_t, int> best_of_topic;
  std::vector<Question> questions;
  for (const auto& [fact, measures] : decides) {
    int& best = best_of_topic[vocabulary.fact(fact).topic];
    best = std::max(best, measures);
    questions.push_back({fact, measures});
  }
  const auto rank = [&](const Question& question) {
    const std::size_t topic = vocabulary.fact(question.fact).topic;
    return std::tuple(-best_of_topic[topic], topic, -question.decides);
  };
  std::stable_sort(questions.begin(), questions.end(),
                   [&](const Question& a, const Question& b) { return rank(a) < rank(b); });
  return questions;
}

}  // namespace policycalc::engine
