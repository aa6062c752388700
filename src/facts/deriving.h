#pragma once

#include <string>
#include <utility>

#include "policycalc/base/text.h"
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
  Knowledge knowledge;
  bool outside_standard = false;  ///< the standard does not size the industry

  const Given& given(FactIndex fact) const { return profile[fact]; }

  void warn(FactIndex fact, WarningCode code, std::string message, std::string message_en) {
    knowledge.warnings.push_back(
        {fact, std::string(code.text()), std::move(message), std::move(message_en)});
  }

  /// `or_none`: the body may have no such property at all.
  void set(FactIndex fact, OptionSet possible, bool or_none, std::string because) {
    Known& known = knowledge.facts[fact];
    known.options = possible;
    known.none = or_none;
    known.known = !or_none && possible.size() <= 1;
    knowledge.derivations.push_back({fact, possible, or_none, std::move(because)});
  }

  /// What the type of the entity decides; null if the type is unknown.
  const EntityType* entityType() const {
    const Given& type = given(is.entity_type);
    if (!type.known) return nullptr;
    return &standard.entityTypes().of(type.options.first());
  }

  bool isStatus(std::string_view code) const {
    const auto option = vocabulary.fact(is.registration_status).findOption(code);
    const Given& status = given(is.registration_status);
    return option && status.known && status.options == OptionSet::of(*option);
  }
};

inline std::string labels(const Fact& fact, OptionSet set) {
  return base::join(fact.labelsOf(set), "、");
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
/// Warns of answers that contradict each other. Changes no verdict.
void findContradictions(Deriving& run);

}  // namespace policycalc::facts
