#include "policycalc/facts/body.h"

namespace policycalc::facts {

CodeReading readCode(const Given& code, const SizeStandard& standard) {
  if (!code.known) return {};
  const auto parsed = IndustryCode::parse(code.text);
  if (!parsed || !standard.isConsistent(*parsed)) return {true, false, {}};
  return {true, true, standard.industriesOf(*parsed)};
}

BodyAnswers bodyAnswersOf(const Profile& profile, const Vocabulary& vocabulary,
                          const SizeStandard& standard) {
  const KnownFacts& is = vocabulary.known();
  const auto options_of = [&](FactIndex fact) {
    return profile[fact].known ? profile[fact].options : OptionSet();
  };
  BodyAnswers answers;
  const OptionSet type = options_of(is.entity_type);
  if (!type.isEmpty()) answers.type = &standard.entityTypes().of(type.first());
  answers.ownership = options_of(is.ownership);
  answers.size_industry = options_of(is.size_industry);
  answers.enterprise_size = options_of(is.enterprise_size);
  return answers;
}

BodyRules::BodyRules(const Vocabulary& vocabulary, const SizeStandard& standard)
    : standard_(standard),
      all_owners_(vocabulary.fact(vocabulary.known().ownership).allOptions()),
      all_industries_(vocabulary.fact(vocabulary.known().size_industry).allOptions()),
      all_sizes_(vocabulary.fact(vocabulary.known().enterprise_size).allOptions()),
      owners_without_size_(standard.entityTypes().ownersWithoutSize()),
      may_have_no_owner_(standard.entityTypes().mayHaveNoOwner()),
      may_have_no_size_(standard.entityTypes().mayHaveNoSize()) {}

OwnerFound BodyRules::ownerOf(const BodyAnswers& answers) const {
  using Basis = OwnerFound::Basis;
  const OptionSet given = answers.ownership;
  if (answers.type != nullptr && answers.type->ownership) {
    const OptionSet decided = *answers.type->ownership;
    if (given.isEmpty() || given == decided) return {Basis::kByType, decided, false};
    // A given owner overrules the type only if the type allows that.
    if (given.hasAny(answers.type->ownership_as_given)) return {Basis::kUnusual, given, false};
    return {Basis::kOverruled, decided, false};
  }
  if (!given.isEmpty()) return {Basis::kAsGiven, given, false};
  // A body with a given size is an enterprise, and every enterprise has an owner.
  const bool or_none =
      answers.type == nullptr && may_have_no_owner_ && answers.enterprise_size.isEmpty();
  return {Basis::kOpen, all_owners_, or_none};
}

IndustryFound BodyRules::industryOf(const BodyAnswers& answers) const {
  if (!answers.size_industry.isEmpty()) return {answers.size_industry, false};
  const OptionSet by_code = answers.code.industries;
  if (!by_code.isEmpty()) return {by_code, false};
  // Finance, rail and unlisted codes: the standard has no industry for them.
  return {all_industries_, answers.code.given};
}

bool BodyRules::mayHaveNoSize(const BodyAnswers& answers) const {
  const bool enterprise =
      !answers.ownership.isEmpty() && !answers.ownership.hasAny(owners_without_size_);
  return answers.type == nullptr && may_have_no_size_ && !enterprise &&
         answers.enterprise_size.isEmpty();
}

}  // namespace policycalc::facts
