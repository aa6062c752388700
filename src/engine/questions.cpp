#include "engine/questions.h"

#include <algorithm>
#include <cstdint>

#include "policycalc/engine/scope.h"

namespace policycalc::engine {
namespace {

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

constexpr std::uint64_t kMostOfAPart = 0xFFFF;

/// The place of a question as one number: what the topic decides at best and what the fact decides
/// come first where they are more, the topic and the fact where they are earlier.
std::uint64_t rankOf(int best_of_topic, std::size_t topic, int decides, std::size_t fact) {
  const auto least = [](int most) {
    return kMostOfAPart - std::min(static_cast<std::uint64_t>(most), kMostOfAPart);
  };
  return least(best_of_topic) << 48U | topic << 32U | least(decides) << 16U | fact;
}

}  // namespace

MissingFacts::MissingFacts(const Edition& edition)
    : edition_(edition),
      is_(edition.catalogue().vocabulary().known()),
      in_scope_(districtTest(edition.catalogue().vocabulary())),
      answers_(edition),
      memory_(edition) {}

void MissingFacts::begin(const facts::Knowledge& knowledge) {
  knowledge_ = &knowledge;
  size_questions_.clear();
  memory_.begin(knowledge);
}

void MissingFacts::collectLeaves(const Outcome& outcome) {
  leaves_.clear();
  if (outcome.in_scope == criteria::Truth::kUnknown) leaves_.push_back({&in_scope_, nullptr});
  if (outcome.measure().applies_when) collectOpenLeaves(appliesTree(outcome), leaves_);
  if (outcome.measure().requires_) collectOpenLeaves(requiresTree(outcome), leaves_);
}

void MissingFacts::add(const Outcome& outcome, std::vector<facts::FactIndex>& out) {
  const auto key = memory_.keyOf(outcome, *knowledge_);
  if (const auto known = key ? memory_.find(*key) : std::nullopt) {
    out.insert(out.end(), known->begin(), known->end());
    return;
  }
  find(outcome);
  if (key) memory_.keep(*key, missing_);
  out.insert(out.end(), missing_.begin(), missing_.end());
}

void MissingFacts::find(const Outcome& outcome) {
  collectLeaves(outcome);
  missing_.clear();
  for (const OpenLeaf& leaf : leaves_) ask(leaf, missing_);
  // If each fact is in only one open leaf, the leaves are independent, and for each leaf the others
  // can be answered so that it decides: every fact is decisive.
  if (sortUnique(missing_)) search(outcome);
}

void MissingFacts::search(const Outcome& outcome) {
  if (!answers_.count(leaves_, *knowledge_)) return;
  const Facts& decisive = answers_.decisiveFacts(outcome);
  exact_.clear();
  for (const OpenLeaf& leaf : leaves_) {
    asked_.clear();
    ask(leaf, asked_);
    for (const facts::FactIndex fact : asked_) {
      if (contains(decisive, decidingFact(fact, leaf.comparison->fact))) exact_.push_back(fact);
    }
  }
  sortUnique(exact_);
  if (!exact_.empty()) missing_ = exact_;
}

facts::FactIndex MissingFacts::decidingFact(facts::FactIndex asked, facts::FactIndex tested) const {
  const bool derived =
      tested == is_.enterprise_size || tested == is_.size_industry || tested == is_.ownership;
  return derived && asked != is_.entity_type ? tested : asked;
}

void MissingFacts::ask(const OpenLeaf& leaf, Facts& missing) {
  const criteria::Comparison& comparison = *leaf.comparison;
  askFor(comparison.fact, comparison, missing);
  if (!criteria::isNumeric(comparison.op) || leaf.node->resolved.threshold) return;
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
    add(knowledge_->ask_for_industry);
  } else if (fact == is_.ownership) {
    add(knowledge_->ask_for_ownership);
  } else if (!knowledge_->facts[fact].known) {
    missing.push_back(fact);
  }
}

const std::vector<facts::FactIndex>& MissingFacts::questionsForSize(facts::OptionSet accepted) {
  for (const auto& [options, questions] : size_questions_) {
    if (options == accepted) return questions;
  }
  const catalogue::Catalogue& catalogue = edition_.catalogue();
  size_questions_.emplace_back(accepted,
                               facts::questionsForSize(*knowledge_, catalogue.vocabulary(),
                                                       catalogue.sizeStandard(), accepted));
  return size_questions_.back().second;
}

void rankQuestions(const std::vector<Outcome>& outcomes, const facts::Vocabulary& vocabulary,
                   std::vector<Question>& questions) {
  std::vector<int> decides(vocabulary.facts().size());
  for (const Outcome& outcome : outcomes) {
    for (const facts::FactIndex fact : outcome.missing) ++decides[fact];
  }
  std::vector<int> best_of_topic(vocabulary.topics().size());
  for (std::size_t i = 0; i < decides.size(); ++i) {
    int& best = best_of_topic[vocabulary.facts()[i].topic];
    best = std::max(best, decides[i]);
  }
  std::vector<std::uint64_t> ranks;
  ranks.reserve(decides.size());
  for (std::size_t i = 0; i < decides.size(); ++i) {
    if (decides[i] == 0) continue;
    const std::size_t topic = vocabulary.facts()[i].topic;
    ranks.push_back(rankOf(best_of_topic[topic], topic, decides[i], i));
  }
  std::sort(ranks.begin(), ranks.end());
  questions.clear();
  for (const std::uint64_t rank : ranks) {
    const auto fact = static_cast<facts::FactIndex>(rank & kMostOfAPart);
    questions.push_back({fact, decides[fact]});
  }
}

}  // namespace policycalc::engine
