#pragma once

#include <string>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/facts/body.h"
#include "policycalc/facts/knowledge.h"
#include "policycalc/facts/warning_codes.h"

namespace policycalc::facts {

/// The state of one derive() call. The steps below run in this order, since each uses the results
/// of the earlier ones.
struct Deriving {
  const Profile& profile;
  const Vocabulary& vocabulary;
  const SizeStandard& standard;
  const KnownFacts& is;
  const BodyRules& rules;
  const BodyAnswers answers;
  Knowledge& knowledge;
  bool worded = true;  ///< false: nothing for people
  IndustryFound industry;

  const Given& given(FactIndex fact) const { return profile[fact]; }

  void warn(FactIndex fact, WarningCode code, std::string message, std::string message_en) {
    knowledge.warnings.push_back(
        {fact, std::string(code.text()), std::move(message), std::move(message_en)});
  }

  /// `or_none`: the body may have no such property at all. `because()` says why.
  template <typename Because>
  void set(FactIndex fact, OptionSet possible, bool or_none, const Because& because) {
    Known& known = knowledge.facts[fact];
    known.options = possible;
    known.none = or_none;
    known.known = !or_none && possible.size() <= 1;
    if (worded) knowledge.derivations.push_back({fact, possible, or_none, std::string(because())});
  }

  bool isStatus(std::string_view code) const {
    const Given& status = given(is.registration_status);
    return status.known && status.options.isSingle() &&
           vocabulary.fact(is.registration_status).options[status.options.first()].code == code;
  }
};

/// Why, where the answer itself says it.
constexpr auto kAsGiven = [] { return "按所填"; };

inline void addLabels(const Fact& fact, OptionSet set, std::string& out) {
  if (fact.type == FactType::kBoolean) return;
  std::string_view before;
  for (const std::size_t option : set& fact.allOptions()) {
    out += before;
    out += fact.options[option].label;
    before = "、";
  }
}

inline std::string labels(const Fact& fact, OptionSet set) {
  std::string out;
  addLabels(fact, set, out);
  return out;
}

inline std::string labelsEn(const Fact& fact, OptionSet set) {
  return base::join(fact.labelsEnOf(set), ", ");
}

/// `because` followed by `rest`; "" without `because`, as in earlier versions.
inline std::string reasonedEn(const std::string& because, std::string_view rest) {
  return because.empty() ? because : because + std::string(rest);
}

void deriveOwner(Deriving& run);
void deriveIndustry(Deriving& run);
void deriveSize(Deriving& run);
/// Warns of answers that contradict each other. Changes no verdict. Only with words.
void findContradictions(Deriving& run);

}  // namespace policycalc::facts
