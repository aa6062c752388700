#include <algorithm>
#include <array>

#include "policycalc/facts/knowledge.h"

namespace policycalc::facts {
namespace {

constexpr std::size_t kFigures = 3;

/// Tells which questions about the size can still change the truth of one test on it.
class SizeTest {
 public:
  SizeTest(const Knowledge& knowledge, const Vocabulary& vocabulary, const SizeStandard& standard,
           OptionSet accepted)
      : knowledge_(knowledge),
        standard_(standard),
        is_(vocabulary.known()),
        all_industries_(vocabulary.fact(is_.size_industry).allOptions()),
        figures_{is_.employees, is_.annual_revenue, is_.total_assets},
        accepted_(accepted) {}

  bool canTurnBy(FactIndex fact) const {
    if (std::find(figures_.begin(), figures_.end(), fact) != figures_.end()) {
      return canTurnByFigure(fact);
    }
    // A wholly unknown industry may be one that the standard does not size. If a code has narrowed
    // the industries, two of them must differ.
    return fact != is_.size_industry || industries() == all_industries_ || industriesDiffer();
  }

 private:
  bool accepts(std::size_t size) const { return accepted_.has(size); }

  /// The highest class in an industry that the known figures allow.
  std::size_t ceilingOf(const SizeStandard::Industry& industry) const {
    std::size_t lowest = SizeStandard::kClasses - 1;
    for (const SizeStandard::Indicator& indicator : industry.indicators) {
      const Known& value = knowledge_.facts[indicator.fact];
      if (value.known) lowest = std::min(lowest, indicator.band(value.number));
    }
    return lowest;
  }

  /// If all other figures are high, a figure can bring its industry to each class up to the
  /// ceiling.
  bool canTurnByFigure(FactIndex fact) const {
    for (const std::size_t option : industries()) {
      const SizeStandard::Industry* industry = standard_.find(option);
      if (industry == nullptr || !uses(*industry, fact)) continue;
      for (std::size_t size = 1; size <= ceilingOf(*industry); ++size) {
        if (accepts(size) != accepts(0)) return true;
      }
    }
    return false;
  }

  static bool uses(const SizeStandard::Industry& industry, FactIndex fact) {
    return std::any_of(industry.indicators.begin(), industry.indicators.end(),
                       [&](const auto& indicator) { return indicator.fact == fact; });
  }

  OptionSet industries() const { return knowledge_.facts[is_.size_industry].options; }

  /// True if for some figures two of the industries give different truths.
  bool industriesDiffer() const {
    std::vector<const SizeStandard::Industry*> possible;
    for (const std::size_t option : industries()) possible.push_back(standard_.find(option));
    for (std::size_t i = 0; i < possible.size(); ++i) {
      for (std::size_t j = i + 1; j < possible.size(); ++j) {
        if (possible[i] == nullptr || possible[j] == nullptr || differ(*possible[i], *possible[j]))
          return true;
      }
    }
    return false;
  }

  using Values = std::array<std::int64_t, kFigures>;

  bool differ(const SizeStandard::Industry& a, const SizeStandard::Industry& b) const {
    std::array<std::vector<std::int64_t>, kFigures> values;
    for (std::size_t i = 0; i < kFigures; ++i) values[i] = tellingValues(figures_[i], a, b);
    for (const std::int64_t employees : values[0]) {
      for (const std::int64_t revenue : values[1]) {
        for (const std::int64_t assets : values[2]) {
          const Values at{employees, revenue, assets};
          if (accepts(sizeIn(a, at)) != accepts(sizeIn(b, at))) return true;
        }
      }
    }
    return false;
  }

  /// The known value, or a value from every band of both industries.
  std::vector<std::int64_t> tellingValues(FactIndex fact, const SizeStandard::Industry& a,
                                          const SizeStandard::Industry& b) const {
    const Known& known = knowledge_.facts[fact];
    if (known.known) return {known.number};
    std::vector<std::int64_t> values{0};
    for (const SizeStandard::Industry* industry : {&a, &b}) {
      for (const SizeStandard::Indicator& indicator : industry->indicators) {
        if (indicator.fact != fact) continue;
        values.insert(values.end(), indicator.lower_bounds.begin(), indicator.lower_bounds.end());
      }
    }
    return values;
  }

  std::size_t sizeIn(const SizeStandard::Industry& industry, const Values& values) const {
    std::size_t lowest = SizeStandard::kClasses - 1;
    for (const SizeStandard::Indicator& indicator : industry.indicators) {
      for (std::size_t i = 0; i < kFigures; ++i) {
        if (figures_[i] == indicator.fact) lowest = std::min(lowest, indicator.band(values[i]));
      }
    }
    return lowest;
  }

  const Knowledge& knowledge_;
  const SizeStandard& standard_;
  const KnownFacts& is_;
  OptionSet all_industries_;
  std::array<FactIndex, kFigures> figures_;
  OptionSet accepted_;
};

}  // namespace

std::vector<FactIndex> questionsForSize(const Knowledge& knowledge, const Vocabulary& vocabulary,
                                        const SizeStandard& standard, OptionSet accepted) {
  const SizeTest test(knowledge, vocabulary, standard, accepted);
  std::vector<FactIndex> questions;
  for (const FactIndex fact : knowledge.ask_for_size) {
    if (test.canTurnBy(fact)) questions.push_back(fact);
  }
  return questions;
}

}  // namespace policycalc::facts
