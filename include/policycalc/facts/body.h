#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "policycalc/facts/knowledge.h"
#include "policycalc/facts/profile.h"
#include "policycalc/facts/size_standard.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::facts {

/// What the industry code of a profile says.
struct CodeReading {
  bool given = false;
  bool exists = false;   ///< false: GB/T 4754—2017 has no such industry
  OptionSet industries;  ///< options of size_industry; empty: the size standard has none for it
};
CodeReading readCode(const Given& code, const SizeStandard& standard);

/// The answers from which owner, industry and size follow, besides the figures. An empty set: not
/// answered.
struct BodyAnswers {
  const EntityType* type = nullptr;  ///< null: not answered
  OptionSet ownership;
  OptionSet size_industry;
  OptionSet enterprise_size;
  CodeReading code;  ///< only read while size_industry is not answered
};
/// All but the reading of the code, which costs more than the rest.
BodyAnswers bodyAnswersOf(const Profile& profile, const Vocabulary& vocabulary,
                          const SizeStandard& standard);

/// The owners that are possible, and why.
struct OwnerFound {
  enum class Basis : std::uint8_t {
    kByType,
    kAsGiven,
    kUnusual,    ///< as given, against what the type decides
    kOverruled,  ///< by type, against what is given
    kOpen
  };
  Basis basis = Basis::kOpen;
  OptionSet possible;
  bool or_none = false;  ///< see Known::none
};

/// The industries of the size standard that are possible.
struct IndustryFound {
  OptionSet possible;
  bool outside_standard = false;  ///< the standard does not size the industry of the code
};

/// The sizes that are possible, and why.
struct SizeFound {
  enum class Basis : std::uint8_t {
    kNoSize,         ///< the type has none
    kOtherStandard,  ///< as given: another standard sizes the type
    kByFigures,
    kAsGiven,    ///< by figures, narrowed by what is given
    kOverruled,  ///< by figures, against what is given
  };
  Basis basis = Basis::kByFigures;
  OptionSet possible;
  bool or_none = false;
};

/// The rules by which owner, industry and size follow from answers: the one place that decides
/// them, without words. Keeps a reference to the standard. Immutable; any thread.
class BodyRules {
 public:
  BodyRules(const Vocabulary& vocabulary, const SizeStandard& standard);

  OwnerFound ownerOf(const BodyAnswers& answers) const;
  IndustryFound industryOf(const BodyAnswers& answers) const;
  /// `figure(fact)` is the answer to a numeric fact as std::optional<std::int64_t>.
  template <typename Figure>
  SizeFound sizeOf(const BodyAnswers& answers, const IndustryFound& industry,
                   const Figure& figure) const;

  /// Whether the figures can decide anything: an industry is known, and the standard sizes it.
  bool areFiguresUsed(const IndustryFound& industry) const {
    return !industry.outside_standard && industry.possible != all_industries_;
  }
  /// The classes in one industry: the lowest band of its indicators, or every class up to it while
  /// an indicator is unknown.
  template <typename Figure>
  static OptionSet sizesIn(const SizeStandard::Industry& industry, const Figure& figure);

 private:
  template <typename Figure>
  OptionSet sizesByFigures(const IndustryFound& industry, const Figure& figure) const;
  /// Whether the body may, as far as is known, have no size.
  bool mayHaveNoSize(const BodyAnswers& answers) const;

  const SizeStandard& standard_;
  OptionSet all_owners_;
  OptionSet all_industries_;
  OptionSet all_sizes_;
  OptionSet owners_without_size_;
  bool may_have_no_owner_ = false;
  bool may_have_no_size_ = false;
};

/// derive() with rules that are already made. Replaces `knowledge` and reuses its memory.
void derive(const Profile& profile, const Vocabulary& vocabulary, const SizeStandard& standard,
            const BodyRules& rules, Knowledge& knowledge);

template <typename Figure>
OptionSet BodyRules::sizesIn(const SizeStandard::Industry& industry, const Figure& figure) {
  std::size_t lowest = SizeStandard::kClasses - 1;
  bool complete = true;
  for (const SizeStandard::Indicator& indicator : industry.indicators) {
    const std::optional<std::int64_t> value = figure(indicator.fact);
    complete = complete && value;
    if (value) lowest = std::min(lowest, indicator.band(*value));
  }
  return complete ? OptionSet::of(lowest) : OptionSet::firstOf(lowest + 1);
}

template <typename Figure>
OptionSet BodyRules::sizesByFigures(const IndustryFound& industry, const Figure& figure) const {
  if (!areFiguresUsed(industry)) return all_sizes_;
  OptionSet possible;
  for (const std::size_t option : industry.possible) {
    const SizeStandard::Industry* one = standard_.find(option);
    // The standard may not cover it: every class is possible.
    if (one == nullptr) return all_sizes_;
    possible.add(sizesIn(*one, figure));
  }
  return possible;
}

template <typename Figure>
SizeFound BodyRules::sizeOf(const BodyAnswers& answers, const IndustryFound& industry,
                            const Figure& figure) const {
  using Basis = SizeFound::Basis;
  using Sizing = EntityType::Sizing;
  const OptionSet given = answers.enterprise_size;
  const Sizing sizing = answers.type == nullptr ? Sizing::kByFigures : answers.type->sizing;
  if (sizing == Sizing::kNone) return {Basis::kNoSize, {}, false};
  if (sizing == Sizing::kAsGiven) {
    return {Basis::kOtherStandard, given.isEmpty() ? all_sizes_ : given, false};
  }
  const OptionSet possible = sizesByFigures(industry, figure);
  if (given.isEmpty()) return {Basis::kByFigures, possible, mayHaveNoSize(answers)};
  if (given.hasAny(possible)) return {Basis::kAsGiven, given, false};
  return {Basis::kOverruled, possible, false};
}

}  // namespace policycalc::facts
