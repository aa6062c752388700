#include "properties/missing_oracle.h"

#include <algorithm>

namespace policycalc::test {
namespace {

using criteria::Truth;
using facts::FactIndex;
using facts::OptionSet;

std::vector<OptionSet> single(OptionSet set) {
  std::vector<OptionSet> options;
  for (const std::size_t option : set) options.push_back(OptionSet::of(option));
  return options;
}

}  // namespace

MissingOracle::MissingOracle(const engine::Edition& edition, const facts::Profile& profile)
    : edition_(edition),
      vocabulary_(edition.catalogue().vocabulary()),
      standard_(edition.catalogue().sizeStandard()),
      is_(vocabulary_.known()),
      profile_(profile),
      knowledge_(facts::derive(profile, vocabulary_, standard_)),
      figures_{is_.employees, is_.annual_revenue, is_.total_assets} {}

std::set<FactIndex> MissingOracle::decisive(const engine::Outcome& outcome) {
  Answers answers;
  if (outcome.in_scope == Truth::kUnknown) addFact(is_.district, {}, answers);
  std::size_t at = 0;
  if (outcome.measure().applies_when) {
    addLeaves(*outcome.measure().applies_when, outcome.applies_when, at, answers);
  }
  at = 0;
  if (outcome.measure().requires_) {
    addLeaves(*outcome.measure().requires_, outcome.requires_, at, answers);
  }
  // The type matters to the size only while the body may have none.
  const bool may_have_none =
      answers.count(is_.enterprise_size) > 0 && knowledge_.facts[is_.enterprise_size].none;
  if (may_have_none || answers.count(is_.ownership) > 0) addFact(is_.entity_type, {}, answers);

  return askedFor(answers, verdictsOf(outcome, answers));
}

/// The verdict of every combination of answers; those to the first fact change fastest.
std::vector<int> MissingOracle::verdictsOf(const engine::Outcome& outcome,
                                           const Answers& answers) const {
  std::vector<int> verdicts;
  std::vector<std::size_t> chosen(answers.size(), 0);
  facts::Knowledge knowledge;
  bool more = true;
  while (more) {
    knowledge.facts = knowledge_.facts;
    complete(answers, chosen, knowledge);
    verdicts.push_back(verdict(outcome, knowledge));
    more = false;
    auto fact = answers.begin();
    for (std::size_t i = 0; i < chosen.size() && !more; ++i, ++fact) {
      more = ++chosen[i] < fact->second.size();
      if (!more) chosen[i] = 0;
    }
  }
  return verdicts;
}

std::set<FactIndex> MissingOracle::askedFor(const Answers& answers,
                                            const std::vector<int>& verdicts) {
  std::set<FactIndex> asked;
  std::size_t stride = 1;
  for (const auto& [fact, list] : answers) {
    SizePairs turning;
    for (std::size_t at = 0; at < verdicts.size(); ++at) {
      const std::size_t own = at / stride % list.size();
      for (std::size_t other = own + 1; other < list.size(); ++other) {
        if (verdicts[at + (other - own) * stride] == verdicts[at]) continue;
        turning.insert({list[own].options, list[other].options});
        turning.insert({list[other].options, list[own].options});
      }
    }
    if (!turning.empty()) askFor(fact, turning, asked);
    stride *= list.size();
  }
  return asked;
}

void MissingOracle::addLeaves(const criteria::Criterion& node, std::span<const Truth> truths,
                              std::size_t& at, Answers& answers) {
  const Truth truth = truths[at++];
  if (node.kind == criteria::Criterion::Kind::kLeaf && truth == Truth::kUnknown) {
    addFact(node.comparison.fact, node.comparison, answers);
    node.comparison.right.forEachFact(
        [&](FactIndex fact) { addFact(fact, node.comparison, answers); });
  }
  for (const criteria::Criterion& child : node.children) addLeaves(child, truths, at, answers);
}

void MissingOracle::addFact(FactIndex fact, const criteria::Comparison& leaf, Answers& answers) {
  const facts::Known& known = knowledge_.facts[fact];
  if (known.known) return;
  std::vector<Answer>& list = answers[fact];
  const facts::FactType type = vocabulary_.fact(fact).type;
  if (facts::isNumeric(type)) {
    for (const Answer& answer : numbersFor(fact, leaf)) list.push_back(answer);
  } else if (type == facts::FactType::kChoices) {
    for (const Answer& answer : listsFor(fact, leaf.options)) list.push_back(answer);
  } else if (list.empty()) {
    for (const OptionSet option : single(known.options)) list.push_back({option, 0, true});
  }
}

/// Figures around each threshold, and distant ones for comparisons of two quantities.
std::vector<MissingOracle::Answer> MissingOracle::numbersFor(
    FactIndex fact, const criteria::Comparison& leaf) const {
  constexpr std::int64_t kFar = 10'000'000;
  const auto resolved = criteria::resolve(leaf, edition_.catalogue().symbols(), edition_.day());
  std::vector<Answer> answers{{{}, 0, true}};
  if (resolved.threshold && fact == leaf.fact) {
    for (std::int64_t step = -1; step <= 1; ++step) {
      answers.push_back({{}, *resolved.threshold + step, true});
    }
  } else {
    // Kleene's logic ignores that a percentage lies between 0 and 100; so does this.
    answers.push_back({{}, kFar, true});
    answers.push_back({{}, -kFar, true});
  }
  return answers;
}

std::vector<MissingOracle::Answer> MissingOracle::listsFor(FactIndex fact, OptionSet asked) const {
  constexpr std::size_t kFewOptions = 4;
  std::vector<OptionSet> options = single(asked);
  std::vector<Answer> answers{{{}, 0, true}, {vocabulary_.fact(fact).allOptions(), 0, true}};
  for (const OptionSet option : options) answers.push_back({option, 0, true});
  for (std::size_t held = 0; options.size() <= kFewOptions && held < 1U << options.size(); ++held) {
    OptionSet some;
    for (std::size_t i = 0; i < options.size(); ++i) {
      if ((held >> i & 1U) != 0) some.add(options[i]);
    }
    answers.push_back({some, 0, true});
  }
  return answers;
}

void MissingOracle::complete(const Answers& answers, const std::vector<std::size_t>& chosen,
                             facts::Knowledge& knowledge) const {
  std::size_t dimension = 0;
  for (const auto& [fact, list] : answers) {
    knowledge.facts[fact] = list[chosen[dimension]];
    ++dimension;
  }
  if (answers.count(is_.entity_type) == 0) return;
  const OptionSet option = knowledge.facts[is_.entity_type].options;
  const facts::EntityType& type = standard_.entityTypes().of(option.first());
  if (type.sizing == facts::EntityType::Sizing::kNone) {
    knowledge.facts[is_.enterprise_size] = {{}, 0, true};
  }
  if (type.ownership) knowledge.facts[is_.ownership] = {*type.ownership, 0, true};
}

Truth MissingOracle::truthOf(const criteria::Criterion& node,
                             const std::vector<engine::Edition::Node>& nodes,
                             std::span<const Truth> decided, const facts::Knowledge& knowledge,
                             std::size_t& at) const {
  const std::size_t here = at++;
  if (node.kind == criteria::Criterion::Kind::kLeaf) {
    if (decided[here] != Truth::kUnknown) return decided[here];
    return criteria::evaluate(node.comparison, nodes[here].resolved, edition_.catalogue().symbols(),
                              edition_.day(), knowledge);
  }
  bool all = true;
  bool any = false;
  for (const criteria::Criterion& child : node.children) {
    const bool met = truthOf(child, nodes, decided, knowledge, at) == Truth::kMet;
    all = all && met;
    any = any || met;
  }
  const bool met = node.kind == criteria::Criterion::Kind::kAll   ? all
                   : node.kind == criteria::Criterion::Kind::kAny ? any
                                                                  : !any;
  return met ? Truth::kMet : Truth::kNotMet;
}

/// 0 not applicable, 1 not eligible, 2 eligible or conditional.
int MissingOracle::verdict(const engine::Outcome& outcome,
                           const facts::Knowledge& knowledge) const {
  const catalogue::Clause& measure = outcome.measure();
  if (measure.scope == catalogue::Scope::kRegistered) {
    const facts::Fact& district = vocabulary_.fact(is_.district);
    const OptionSet outside = OptionSet::of(*district.findOption("outside"));
    if (knowledge.facts[is_.district].options.hasAny(outside)) return 0;
  }
  std::size_t at = 0;
  if (measure.applies_when && truthOf(*measure.applies_when, outcome.entry->applies_when,
                                      outcome.applies_when, knowledge, at) != Truth::kMet) {
    return 0;
  }
  at = 0;
  if (measure.requires_ && truthOf(*measure.requires_, outcome.entry->requires_, outcome.requires_,
                                   knowledge, at) != Truth::kMet) {
    return 1;
  }
  return 2;
}

void MissingOracle::askFor(FactIndex decisive, const SizePairs& turning,
                           std::set<FactIndex>& asked) {
  const FactIndex industry = is_.size_industry;
  if (decisive == is_.size_industry) {
    asked.insert(industry);
  } else if (decisive != is_.enterprise_size) {
    asked.insert(decisive);
  } else if (isSizedAsGiven() || sizeTable().industries == std::vector<OptionSet>{OptionSet()}) {
    asked.insert(is_.enterprise_size);  // the standard cannot size it
  } else {
    if (turns(0, turning)) asked.insert(industry);
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      if (turns(i + 1, turning)) asked.insert(figures_[i]);
    }
  }
}

bool MissingOracle::isSizedAsGiven() const {
  const facts::Given& type = profile_[is_.entity_type];
  const OptionSet banks = standard_.entityTypes().sized(facts::EntityType::Sizing::kAsGiven);
  return type.known && banks.hasAny(type.options);
}

const MissingOracle::SizeTable& MissingOracle::sizeTable() {
  if (!table_.sizes.empty()) return table_;
  const OptionSet possible = knowledge_.facts[is_.size_industry].options;
  const bool open = possible == vocabulary_.fact(is_.size_industry).allOptions();
  if (!open || !profile_[is_.industry_code].known) table_.industries = single(possible);
  if (open) table_.industries.emplace_back();
  for (const FactIndex figure : figures_) {
    std::set<std::int64_t> values{profile_[figure].known ? profile_[figure].number : 0};
    for (const OptionSet industry : table_.industries) {
      if (industry.isEmpty() || profile_[figure].known) continue;
      for (const auto& indicator : standard_.find(industry.first())->indicators) {
        if (indicator.fact != figure) continue;
        values.insert(indicator.lower_bounds.begin(), indicator.lower_bounds.end());
      }
    }
    table_.figures.emplace_back(values.begin(), values.end());
  }
  for (const OptionSet industry : table_.industries) {
    for (const std::int64_t employees : table_.figures[0]) {
      for (const std::int64_t revenue : table_.figures[1]) {
        for (const std::int64_t assets : table_.figures[2]) {
          table_.sizes.push_back(sizeOf(industry, {employees, revenue, assets}));
        }
      }
    }
  }
  return table_;
}

/// One size, or all of them if the size itself would be asked.
OptionSet MissingOracle::sizeOf(OptionSet industry,
                                const std::vector<std::int64_t>& figures) const {
  if (industry.isEmpty()) return vocabulary_.fact(is_.enterprise_size).allOptions();
  std::size_t lowest = facts::SizeStandard::kClasses - 1;
  for (const auto& indicator : standard_.find(industry.first())->indicators) {
    const auto figure = std::find(figures_.begin(), figures_.end(), indicator.fact);
    lowest = std::min(lowest,
                      indicator.band(figures[static_cast<std::size_t>(figure - figures_.begin())]));
  }
  return OptionSet::of(lowest);
}

/// True if two rows of the table that differ only in one dimension have sizes that change a
/// verdict.
bool MissingOracle::turns(std::size_t dimension, const SizePairs& turning) {
  const auto known = turned_.find({dimension, turning});
  if (known != turned_.end()) return known->second;
  return turned_[{dimension, turning}] = findTurn(dimension, turning);
}

bool MissingOracle::findTurn(std::size_t dimension, const SizePairs& turning) {
  const SizeTable& table = sizeTable();
  std::vector<std::size_t> extents{table.industries.size()};
  for (const auto& figure : table.figures) extents.push_back(figure.size());
  std::size_t stride = 1;
  for (std::size_t i = dimension + 1; i < extents.size(); ++i) stride *= extents[i];
  for (std::size_t row = 0; row < table.sizes.size(); ++row) {
    const std::size_t own = row / stride % extents[dimension];
    for (std::size_t step = 1; own + step < extents[dimension]; ++step) {
      const OptionSet a = table.sizes[row];
      const OptionSet b = table.sizes[row + step * stride];
      // No figure changes the size of a company that the standard does not size.
      if (a == b) continue;
      for (const auto& [from, to] : turning) {
        if (a.hasAny(from) && b.hasAny(to)) return true;
      }
    }
  }
  return false;
}

}  // namespace policycalc::test
