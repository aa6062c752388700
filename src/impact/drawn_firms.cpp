#include <algorithm>
#include <map>
#include <random>
#include <vector>

#include "policycalc/impact/firms.h"

namespace policycalc::impact {
namespace {

using facts::FactIndex;
using facts::OptionSet;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : random_(seed) {}

  /// From 0 to `bound` - 1. The same on every machine, which std's distributions are not.
  std::uint64_t below(std::uint64_t bound) { return random_() % bound; }
  std::uint64_t bits() { return random_(); }

  std::size_t oneOf(OptionSet options) {
    std::uint64_t skip = below(options.size());
    auto option = options.begin();
    while (skip-- > 0) ++option;
    return *option;
  }

 private:
  std::mt19937_64 random_;
};

/// By fact of the later catalogue: the figures at which an answer may turn, rising.
using Thresholds = std::map<FactIndex, std::vector<std::int64_t>>;

template <typename Visit>
void forEachLeaf(const criteria::Criterion& node, const Visit& visit) {
  if (node.kind == criteria::Criterion::Kind::kLeaf) visit(node.comparison);
  for (const criteria::Criterion& child : node.children) forEachLeaf(child, visit);
}

/// Adds the thresholds of one catalogue on all its days, for the facts of `vocabulary`.
void addRules(const catalogue::Catalogue& catalogue, const facts::Vocabulary& vocabulary,
              Thresholds& thresholds) {
  const auto add = [&](const criteria::Comparison& leaf) {
    const auto fact = vocabulary.find(catalogue.vocabulary().fact(leaf.fact).id);
    if (!fact) return;
    for (const base::Date day : catalogue.boundaries()) {
      const auto resolved = criteria::resolve(leaf, catalogue.symbols(), day);
      if (resolved.threshold) thresholds[*fact].push_back(*resolved.threshold);
    }
  };
  for (const catalogue::Clause* measure : catalogue.measures()) {
    for (const auto* criterion : {&measure->applies_when, &measure->requires_}) {
      if (*criterion) forEachLeaf(**criterion, add);
    }
  }
}

void addSizes(const catalogue::Catalogue& catalogue, Thresholds& thresholds) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  for (const std::size_t option : vocabulary.fact(vocabulary.known().size_industry).allOptions()) {
    const auto* industry = catalogue.sizeStandard().find(option);
    if (industry == nullptr) continue;
    for (const auto& indicator : industry->indicators) {
      auto& list = thresholds[indicator.fact];
      list.insert(list.end(), indicator.lower_bounds.begin(), indicator.lower_bounds.end());
    }
  }
}

Thresholds thresholdsOf(const catalogue::Catalogue& before, const catalogue::Catalogue& after) {
  Thresholds thresholds;
  addRules(before, after.vocabulary(), thresholds);
  addRules(after, after.vocabulary(), thresholds);
  addSizes(after, thresholds);
  for (auto& [fact, list] : thresholds) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return thresholds;
}

class Drawing {
 public:
  Drawing(const catalogue::Catalogue& before, const catalogue::Catalogue& after, std::uint64_t seed)
      : vocabulary_(after.vocabulary()),
        types_(after.sizeStandard().entityTypes()),
        thresholds_(thresholdsOf(before, after)),
        dice_(seed) {}

  facts::Profile draw(bool leaves_open) {
    facts::Profile profile(vocabulary_.facts().size());
    for (std::size_t i = 0; i < profile.size(); ++i) {
      const auto fact = static_cast<FactIndex>(i);
      profile[fact] = valueOf(fact);
    }
    agree(profile);
    if (leaves_open) forget(profile);
    return profile;
  }

 private:
  /// A number at, just beside or between the thresholds of the fact.
  std::int64_t near(FactIndex fact) {
    constexpr std::uint64_t kWithoutThreshold = 1'000'000;
    const auto found = thresholds_.find(fact);
    if (found == thresholds_.end()) {
      return static_cast<std::int64_t>(dice_.below(kWithoutThreshold));
    }
    const auto& list = found->second;
    const std::size_t at = dice_.below(list.size());
    const std::int64_t figure = list[at];
    const std::int64_t next = at + 1 < list.size() ? list[at + 1] : figure;
    const std::int64_t choices[] = {figure, figure - 1, figure + 1, figure + (next - figure) / 2};
    return std::max<std::int64_t>(0, choices[dice_.below(std::size(choices))]);
  }

  facts::Given valueOf(FactIndex index) {
    const facts::Fact& fact = vocabulary_.fact(index);
    const facts::KnownFacts& is = vocabulary_.known();
    // Texts decide nothing but through the industry, and a size follows from its figures.
    if (fact.type == facts::FactType::kText || index == is.enterprise_size) return {};
    if (facts::isNumeric(fact.type)) return {true, {}, near(index), {}};
    if (fact.type != facts::FactType::kChoices) {
      return {true, OptionSet::of(dice_.oneOf(fact.allOptions())), 0, {}};
    }
    // Mostly short lists, as people give them.
    const std::uint64_t bits = dice_.bits() & dice_.bits();
    OptionSet held;
    for (const std::size_t option : fact.allOptions()) {
      if ((bits >> option & 1U) != 0) held.add(option);
    }
    return {true, held, 0, {}};
  }

  /// Takes away what would contradict the type of the organisation, and answers to follow-ups that
  /// would not be asked.
  void agree(facts::Profile& profile) const {
    const facts::KnownFacts& is = vocabulary_.known();
    const facts::EntityType& type = types_.of(profile[is.entity_type].options.first());
    if (type.ownership) profile[is.ownership] = {};
    if (type.sizing == facts::EntityType::Sizing::kAsGiven) {
      for (const auto fact : {is.employees, is.annual_revenue, is.total_assets}) profile[fact] = {};
    }
    for (std::size_t i = 0; i < profile.size(); ++i) {
      const auto fact = static_cast<FactIndex>(i);
      const auto& detail_of = vocabulary_.fact(fact).detail_of;
      if (detail_of && !profile[detail_of->parent].options.hasAny(detail_of->options)) {
        profile[fact] = {};
      }
    }
  }

  void forget(facts::Profile& profile) {
    constexpr std::uint64_t kPerCent = 100;
    const std::uint64_t chance = dice_.below(kPerCent);
    for (std::size_t i = 0; i < profile.size(); ++i) {
      if (dice_.below(kPerCent) < chance) profile[static_cast<FactIndex>(i)] = {};
    }
  }

  const facts::Vocabulary& vocabulary_;
  const facts::EntityTypes& types_;
  const Thresholds thresholds_;
  Dice dice_;
};

}  // namespace

void drawFirms(const catalogue::Catalogue& before, const catalogue::Catalogue& after,
               std::size_t count, std::uint64_t seed, const TakeFirm& take) {
  Drawing drawing(before, after, seed);
  for (std::size_t i = 0; i < count; ++i) {
    take({Origin::kDrawn, {}, drawing.draw(i % 2 == 1)});
  }
}

}  // namespace policycalc::impact
