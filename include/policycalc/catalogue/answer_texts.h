#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/catalogue/measure.h"
#include "policycalc/catalogue/registry.h"
#include "policycalc/criteria/criterion.h"
#include "policycalc/json/decoder.h"

namespace policycalc::catalogue {

/// A sentence for people, in both languages.
struct Sentence {
  std::string text;
  std::string text_en;
};

/// What answers say of themselves, whatever the measure.
enum class Phrase : std::uint8_t {
  kDelivery,           ///< the notice names no mode of delivery
  kBeyondLastChecked,  ///< the documents were checked too long before the date asked for
  kAfterRegistration,  ///< open once the firm is registered
  kRegistered,         ///< the scope, as a condition
  kNegated,            ///< before a condition that must not hold
  kNamedAmounts,       ///< the sum of what is eligible
  kAlreadyPaid,
  kExample,      ///< before an amount that is only an illustration
  kNoTelephone,  ///< instead of a telephone number that no text gives
  kCityHall,     ///< the name of the city's service hall
  kCountyHall,   ///< what follows a district's name in the name of its hall
  kClosing       ///< below every answer
};
constexpr std::size_t kPhrases = 12;

/// A warning that a profile calls for: figures that hardly go together, or what a reader of this
/// answer must know about one of their facts.
struct ProfileWarning {
  std::string code;
  facts::FactIndex fact = 0;
  criteria::Criterion when;
  std::string text;  ///< with placeholders
};

/// `answer.json`: the sentences of answers. Immutable after loading. Versions published before
/// there was such a file have none of them.
class AnswerTexts {
 public:
  static AnswerTexts load(json::Decoder& root, const criteria::Symbols& symbols,
                          const Registry& registry);

  const Sentence& operator[](Phrase phrase) const {
    return phrases_[static_cast<std::size_t>(phrase)];
  }
  const Sentence& labelOf(CaveatKind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }
  /// Beside a sum of awards of different levels, and of any award. Null where there is no text.
  const Caveat* severalAwards() const {
    return several_awards_.text.empty() ? nullptr : &several_awards_;
  }
  const Caveat* paidOnce() const { return paid_once_.text.empty() ? nullptr : &paid_once_; }
  const std::vector<ProfileWarning>& warnings() const { return warnings_; }

 private:
  std::array<Sentence, kPhrases> phrases_;
  std::array<Sentence, kCaveatKinds> kinds_;
  Caveat several_awards_;
  Caveat paid_once_;
  std::vector<ProfileWarning> warnings_;
};

}  // namespace policycalc::catalogue
