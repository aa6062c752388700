#include <algorithm>
#include <array>

#include "facts/deriving.h"

namespace policycalc::facts {
namespace {

/// The classes from micro up to `band`.
OptionSet upTo(std::size_t band) {
  return OptionSet::firstOf(band + 1);
}

OptionSet sizesIn(const Deriving& run, const SizeStandard::Industry& industry,
                  std::string& because) {
  const Fact& size = run.vocabulary.fact(run.is.enterprise_size);
  std::size_t lowest = SizeStandard::kClasses - 1;
  bool complete = true;
  std::vector<std::string> parts;
  for (const SizeStandard::Indicator& indicator : industry.indicators) {
    const Fact& fact = run.vocabulary.fact(indicator.fact);
    const Given& value = run.given(indicator.fact);
    if (!value.known) {
      complete = false;
      parts.push_back(fact.label + "未填");
      continue;
    }
    const std::size_t band = indicator.band(value.number);
    lowest = std::min(lowest, band);
    parts.push_back(fact.label + toChinese(value.number, fact) + "属" + size.options[band].label);
  }
  const OptionSet possible = complete ? OptionSet::of(lowest) : upTo(lowest);
  if (!because.empty()) because += "；";
  because += "按" + labels(run.vocabulary.fact(run.is.size_industry), industry.option) + "标准：" +
             base::join(parts, "，") + "；取最低一档，" + (possible.isSingle() ? "为" : "可能为") +
             labels(size, possible);
  return possible;
}

/// The classes in all industries that are still possible; every class if the standard may not cover
/// one of them.
OptionSet possibleSizes(const Deriving& run, std::string& because) {
  const OptionSet industries = run.knowledge.facts[run.is.size_industry].options;
  const OptionSet all = run.vocabulary.fact(run.is.enterprise_size).allOptions();
  const bool narrowed = industries != run.vocabulary.fact(run.is.size_industry).allOptions();
  if (run.outside_standard || !narrowed) {
    because = run.outside_standard ? "该行业不适用一般划型标准，请直接填写企业规模"
                                   : "行业未知，无法划型";
    return all;
  }
  OptionSet possible;
  for (const std::size_t option : industries) {
    const SizeStandard::Industry* industry = run.standard.find(option);
    if (industry == nullptr) return all;
    possible.add(sizesIn(run, *industry, because));
  }
  return possible;
}

bool isIndicator(const Deriving& run, FactIndex fact, OptionSet industries) {
  for (const std::size_t option : industries) {
    const SizeStandard::Industry* industry = run.standard.find(option);
    if (industry == nullptr) continue;
    if (std::any_of(industry->indicators.begin(), industry->indicators.end(),
                    [&](const auto& indicator) { return indicator.fact == fact; })) {
      return true;
    }
  }
  return false;
}

void collectQuestions(Deriving& run, OptionSet possible, bool or_none) {
  std::vector<FactIndex>& ask = run.knowledge.ask_for_size;
  if (or_none) ask.push_back(run.is.entity_type);
  if (possible.isSingle()) return;
  if (run.outside_standard) {
    // Nothing can be derived here: ask for the size itself.
    ask.push_back(run.is.enterprise_size);
    return;
  }
  const OptionSet industries = run.knowledge.facts[run.is.size_industry].options;
  if (!industries.isSingle()) ask.push_back(run.knowledge.ask_for_industry.front());
  for (const FactIndex fact : {run.is.employees, run.is.annual_revenue, run.is.total_assets}) {
    if (!run.given(fact).known && isIndicator(run, fact, industries)) ask.push_back(fact);
  }
}

/// A bank has the given size; this standard does not size it (银发〔2015〕309号 does).
void sizeAsGiven(Deriving& run, const EntityType& type) {
  const Given& given = run.given(run.is.enterprise_size);
  const std::array figures{run.is.employees, run.is.annual_revenue, run.is.total_assets};
  for (const FactIndex fact : figures) {
    if (!run.given(fact).known) continue;
    run.warn(fact, "not_used", type.because + "，这个数字没有用来划型",
             reasonedEn(type.because_en, "; this figure was not used for the size"));
  }
  if (given.known) return run.set(run.is.enterprise_size, given.options, false, "按所填");
  run.set(run.is.enterprise_size, run.vocabulary.fact(run.is.enterprise_size).allOptions(), false,
          type.because);
  run.knowledge.ask_for_size = {run.is.enterprise_size};
}

/// Whether the body may, as far as is known, have no size.
bool mayHaveNoSize(const Deriving& run) {
  const EntityTypes& types = run.standard.entityTypes();
  const Given& owner = run.given(run.is.ownership);
  const bool enterprise = owner.known && !owner.options.hasAny(types.ownersWithoutSize());
  return run.entityType() == nullptr && types.mayHaveNoSize() && !enterprise &&
         !run.given(run.is.enterprise_size).known;
}

}  // namespace

void deriveSize(Deriving& run) {
  const Given& given = run.given(run.is.enterprise_size);
  const Fact& fact = run.vocabulary.fact(run.is.enterprise_size);
  const EntityType* type = run.entityType();
  if (type != nullptr && type->sizing == EntityType::Sizing::kNone) {
    if (given.known) run.warn(run.is.enterprise_size, "overruled", type->because, type->because_en);
    return run.set(run.is.enterprise_size, {}, false, type->because);
  }
  if (type != nullptr && type->sizing == EntityType::Sizing::kAsGiven) {
    return sizeAsGiven(run, *type);
  }
  std::string because;
  OptionSet possible = possibleSizes(run, because);
  if (given.known) {
    if (given.options.hasAny(possible)) {
      possible = given.options;
      because = "按所填";
    } else {
      run.warn(
          run.is.enterprise_size, "overruled",
          "所填规模与数据不符，按数据为" + labels(fact, possible),
          "The size given does not fit the figures, which make it: " + labelsEn(fact, possible));
    }
  }
  const bool or_none = mayHaveNoSize(run);
  if (or_none) because += "；主体类型未填，如果是商会、协会或事业单位，则不分规模";
  run.set(run.is.enterprise_size, possible, or_none, because);
  if (or_none || !possible.isSingle()) collectQuestions(run, possible, or_none);
}

}  // namespace policycalc::facts
