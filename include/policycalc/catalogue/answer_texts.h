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

/// The sentences that answers use for every measure.
enum class Phrase : std::uint8_t {
  kDelivery,           ///< the notice names no mode of delivery
  kBeyondLastChecked,  ///< the documents were last checked over a year before the date
  kAfterRegistration,  ///< available after registration
  kRegistered,         ///< the scope, as a condition
  kNegated,            ///< introduces a condition that must not hold
  kNamedAmounts,       ///< the sum of what is eligible
  kAlreadyPaid,
  kExample,      ///< introduces an illustrative amount
  kNoTelephone,  ///< in place of an unknown telephone number
  kCityHall,     ///< the name of the city's service hall
  kCountyHall,   ///< follows a district's name in the name of its hall
  kClosing       ///< below every answer
};
constexpr std::size_t kPhrases = 12;

/// A warning about a profile: answers that seem inconsistent, or a note on one of its facts.
struct ProfileWarning {
  std::string code;
  facts::FactIndex fact = 0;
  criteria::Criterion when;
  std::string text;     ///< with placeholders
  std::string text_en;  ///< the same; empty in earlier versions
};

/// `answer.json`: the sentences of answers. Immutable after loading. Empty for earlier versions,
/// which have no such file.
class AnswerTexts {
 public:
  static AnswerTexts load(json::Decoder& root, const criteria::Symbols& symbols,
                          const Registry& registry);

  const Sentence& operator[](Phrase phrase) const {
    return phrases_[static_cast<std::size_t>(phrase)];
  }
  const Sentence& labelOf(CaveatKind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }
  /// The caveats for a sum of several awards and for any award; null if there is no text.
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
