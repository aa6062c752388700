#include "properties/profiles.h"

#include <algorithm>
#include <utility>

#include "policycalc/facts/knowledge.h"

namespace policycalc::test {
namespace {

using facts::FactIndex;

constexpr const char* kIndustryCodes[] = {"C",    "C3985", "26",  "F",   "F52", "H",     "I",
                                          "6311", "K",     "701", "702", "J66", "A0111", "A52",
                                          "E47",  "G53",   "591", "59",  "L72", "P83",   "5"};

/// Codes of a company, an individual business, a public institution and an association, a faulty
/// code, and an old number.
constexpr const char* kCreditCodes[] = {"9136070271526726XK", "9236070271526726XG",
                                        "1236070271526726XQ", "5136070271526726XP",
                                        "9136070271526726X1", "360702123456789"};

FactIndex countOf(const facts::Profile& profile) {
  return static_cast<FactIndex>(profile.size());
}

template <typename Visit>
void forEachLeaf(const criteria::Criterion& node, const Visit& visit) {
  if (node.kind == criteria::Criterion::Kind::kLeaf) visit(node.comparison);
  for (const criteria::Criterion& child : node.children) forEachLeaf(child, visit);
}

facts::Given oneOf(facts::OptionSet options, Random& random) {
  std::vector<facts::OptionSet> single;
  for (const std::size_t option : options) single.push_back(facts::OptionSet::of(option));
  return {true, single[below(random, single.size())], 0, {}};
}

/// The thresholds of the measures on the days on which they may change.
void addThresholds(const catalogue::Catalogue& catalogue,
                   std::map<FactIndex, std::vector<std::int64_t>>& thresholds) {
  for (const catalogue::Clause* measure : catalogue.measures()) {
    for (const auto* criterion : {&measure->applies_when, &measure->requires_}) {
      if (!*criterion) continue;
      forEachLeaf(**criterion, [&](const criteria::Comparison& leaf) {
        for (const base::Date day : catalogue.boundaries()) {
          const auto resolved = criteria::resolve(leaf, catalogue.symbols(), day);
          if (resolved.threshold) thresholds[leaf.fact].push_back(*resolved.threshold);
        }
      });
    }
  }
}

void addSizeBounds(const catalogue::Catalogue& catalogue,
                   std::map<FactIndex, std::vector<std::int64_t>>& thresholds) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Fact& industry = vocabulary.fact(vocabulary.known().size_industry);
  for (const std::size_t option : industry.allOptions()) {
    for (const auto& indicator : catalogue.sizeStandard().find(option)->indicators) {
      auto& list = thresholds[indicator.fact];
      list.insert(list.end(), indicator.lower_bounds.begin(), indicator.lower_bounds.end());
    }
  }
}

}  // namespace

ProfileSource::ProfileSource(std::shared_ptr<const catalogue::Catalogue> catalogue,
                             std::uint64_t seed)
    : catalogue_(std::move(catalogue)), random_(seed) {
  addThresholds(*catalogue_, thresholds_);
  addSizeBounds(*catalogue_, thresholds_);
}

std::int64_t ProfileSource::near(FactIndex fact) {
  constexpr std::uint64_t kFarAway = 1'000'000;
  const auto at = thresholds_.find(fact);
  if (at == thresholds_.end()) return static_cast<std::int64_t>(below(random_, kFarAway));
  const std::int64_t threshold = at->second[below(random_, at->second.size())];
  const std::int64_t step = static_cast<std::int64_t>(below(random_, 3)) - 1;
  std::int64_t value = threshold;
  if (__builtin_add_overflow(threshold, step, &value)) value = threshold;
  return std::max<std::int64_t>(0, value);
}

facts::Given ProfileSource::valueOf(FactIndex index) {
  const facts::Vocabulary& vocabulary = catalogue_->vocabulary();
  const facts::Fact& fact = vocabulary.fact(index);
  switch (fact.type) {
    case facts::FactType::kText:
      if (index != vocabulary.known().industry_code) return {true, {}, 0, "甲"};
      return {true, {}, 0, kIndustryCodes[below(random_, std::size(kIndustryCodes))]};
    case facts::FactType::kBoolean:
    case facts::FactType::kChoice:
      return oneOf(fact.allOptions(), random_);
    case facts::FactType::kChoices: {
      // Mostly short lists, as people give them, and sometimes an empty one, which is an answer.
      const std::uint64_t bits = random_() & random_();
      facts::OptionSet held;
      for (const std::size_t option : fact.allOptions()) {
        if ((bits >> option & 1U) != 0) held.add(option);
      }
      if (below(random_, 4) == 0) held = {};
      return {true, held, 0, {}};
    }
    case facts::FactType::kInteger:
    case facts::FactType::kMoney:
    case facts::FactType::kPercent:
      return {true, {}, near(index), {}};
  }
  return {};
}

std::vector<facts::Given> ProfileSource::valuesOf(FactIndex index) {
  constexpr int kFigures = 8;
  const facts::Vocabulary& vocabulary = catalogue_->vocabulary();
  const facts::Fact& fact = vocabulary.fact(index);
  const facts::OptionSet all = fact.allOptions();
  std::vector<facts::Given> values;
  if (fact.type == facts::FactType::kChoices) values = {{true, {}, 0, {}}, {true, all, 0, {}}};
  for (const std::size_t option : all) {
    values.push_back({true, facts::OptionSet::of(option), 0, {}});
  }
  if (facts::isNumeric(fact.type)) values.push_back({true, {}, 0, {}});
  for (int i = 0; i < kFigures && facts::isNumeric(fact.type); ++i) {
    values.push_back({true, {}, near(index), {}});
  }
  if (index == vocabulary.known().industry_code) {
    for (const char* code : kIndustryCodes) values.push_back({true, {}, 0, code});
  } else if (index == vocabulary.known().credit_code) {
    for (const char* code : kCreditCodes) values.push_back({true, {}, 0, code});
  } else if (fact.type == facts::FactType::kText) {
    values.push_back({true, {}, 0, "甲"});
  }
  return values;
}

/// Moves a ratio to the edge of its comparison with another ratio, for which there is no constant.
void ProfileSource::matchRatios(facts::Profile& profile) {
  const auto all = catalogue_->vocabulary().find("bank_npl_ratio");
  const auto smes = catalogue_->vocabulary().find("bank_sme_npl_ratio");
  if (!all || !smes || !profile[*all].known || !profile[*smes].known) return;
  constexpr std::int64_t kTolerance = 30'000;  // 3 percentage points, in millionths
  constexpr std::int64_t kHundredPercent = 1'000'000;
  const std::int64_t ratio =
      profile[*all].number + kTolerance + static_cast<std::int64_t>(below(random_, 3)) - 1;
  profile[*smes].number = std::min(ratio, kHundredPercent);
}

facts::Profile ProfileSource::complete() {
  const facts::Vocabulary& vocabulary = catalogue_->vocabulary();
  const facts::KnownFacts& is = vocabulary.known();
  facts::Profile profile = consistentProfile(*catalogue_, random_);
  for (FactIndex i = 0; i < countOf(profile); ++i) {
    if (facts::isNumeric(vocabulary.fact(i).type) && profile[i].known && below(random_, 4) != 0) {
      profile[i] = valueOf(i);
    }
  }
  matchRatios(profile);
  profile[is.enterprise_size] = {};
  const facts::OptionSet sizes = facts::derive(profile, vocabulary, catalogue_->sizeStandard())
                                     .facts[is.enterprise_size]
                                     .options;
  if (!sizes.isEmpty()) profile[is.enterprise_size] = oneOf(sizes, random_);
  return profile;
}

void ProfileSource::forget(facts::Profile& profile) {
  constexpr std::uint64_t kPerCent = 100;
  const std::uint64_t chance = below(random_, kPerCent + 1);
  for (FactIndex i = 0; i < countOf(profile); ++i) {
    if (below(random_, kPerCent) < chance) profile[i] = {};
  }
}

facts::Profile ProfileSource::partial() {
  facts::Profile profile = complete();
  forget(profile);
  return profile;
}

facts::Profile ProfileSource::careless() {
  facts::Profile profile(catalogue_->vocabulary().facts().size());
  for (FactIndex i = 0; i < countOf(profile); ++i) profile[i] = valueOf(i);
  matchRatios(profile);
  forget(profile);
  return profile;
}

base::Date ProfileSource::day() {
  const std::vector<base::Date>& boundaries = catalogue_->boundaries();
  const base::Date boundary = boundaries[below(random_, boundaries.size())];
  constexpr std::uint64_t kYear = 365;
  switch (below(random_, 4)) {
    case 0:
      return boundary;
    case 1:
      return base::Date(boundary.days() - std::chrono::days(1));
    case 2:
      return boundary.next();
    default:
      return base::Date(boundary.days() +
                        std::chrono::days(static_cast<int>(below(random_, kYear))));
  }
}

std::string jsonOf(const facts::Profile& profile, const facts::Vocabulary& vocabulary) {
  json::Writer writer;
  facts::writeProfile(writer, profile, vocabulary);
  return writer.take();
}

}  // namespace policycalc::test
