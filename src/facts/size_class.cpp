#include <algorithm>
#include <array>

#include "facts/deriving.h"

namespace policycalc::facts {
namespace {

constexpr std::size_t kUsualWords = 256;  // bytes for one industry

/// The figure that a fact gives; nothing if it is unknown.
auto figuresOf(const Deriving& run) {
  return [&run](FactIndex fact) -> std::optional<std::int64_t> {
    const Given& given = run.given(fact);
    if (!given.known) return {};
    return given.number;
  };
}

/// Appends how the figures place the company in one industry.
void addWordsFor(const Deriving& run, const SizeStandard::Industry& industry, std::string& out) {
  const Fact& size = run.vocabulary.fact(run.is.enterprise_size);
  out += "按";
  addLabels(run.vocabulary.fact(run.is.size_industry), industry.option, out);
  out += "标准：";
  std::string_view before;
  for (const SizeStandard::Indicator& indicator : industry.indicators) {
    const Fact& fact = run.vocabulary.fact(indicator.fact);
    const Given& value = run.given(indicator.fact);
    out += before;
    before = "，";
    out += fact.label;
    if (!value.known) {
      out += "未填";
      continue;
    }
    out += toChinese(value.number, fact);
    out += "属";
    out += size.options[indicator.band(value.number)].label;
  }
  const OptionSet possible = BodyRules::sizesIn(industry, figuresOf(run));
  out += possible.isSingle() ? "；取最低一档，为" : "；取最低一档，可能为";
  addLabels(size, possible, out);
}

/// How the figures place the company in all industries that are still possible.
std::string wordsForFigures(const Deriving& run) {
  if (run.industry.outside_standard) return "该行业不适用一般划型标准，请直接填写企业规模";
  if (!run.rules.areFiguresUsed(run.industry)) return "行业未知，无法划型";
  std::string words;
  words.reserve(kUsualWords);
  for (const std::size_t option : run.industry.possible) {
    const SizeStandard::Industry* industry = run.standard.find(option);
    if (industry == nullptr) break;
    if (!words.empty()) words += "；";
    addWordsFor(run, *industry, words);
  }
  return words;
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
  if (run.industry.outside_standard) {
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
void setAsGiven(Deriving& run, const SizeFound& found) {
  const EntityType& type = *run.answers.type;
  const std::array figures{run.is.employees, run.is.annual_revenue, run.is.total_assets};
  for (const FactIndex fact : figures) {
    if (!run.given(fact).known || !run.worded) continue;
    run.warn(fact, "not_used", type.because + "，这个数字没有用来划型",
             reasonedEn(type.because_en, "; this figure was not used for the size"));
  }
  const bool given = !run.answers.enterprise_size.isEmpty();
  run.set(run.is.enterprise_size, found.possible, false,
          [&] { return given ? "按所填" : type.because; });
  if (!given) run.knowledge.ask_for_size.push_back(run.is.enterprise_size);
}

void setNone(Deriving& run) {
  const EntityType& type = *run.answers.type;
  if (!run.answers.enterprise_size.isEmpty() && run.worded) {
    run.warn(run.is.enterprise_size, "overruled", type.because, type.because_en);
  }
  run.set(run.is.enterprise_size, {}, false, [&] { return type.because; });
}

}  // namespace

void deriveSize(Deriving& run) {
  using Basis = SizeFound::Basis;
  const Fact& fact = run.vocabulary.fact(run.is.enterprise_size);
  const SizeFound found = run.rules.sizeOf(run.answers, run.industry, figuresOf(run));
  if (found.basis == Basis::kNoSize) return setNone(run);
  if (found.basis == Basis::kOtherStandard) return setAsGiven(run, found);
  if (found.basis == Basis::kOverruled && run.worded) {
    run.warn(run.is.enterprise_size, "overruled",
             "所填规模与数据不符，按数据为" + labels(fact, found.possible),
             "The size given does not fit the figures, which make it: " +
                 labelsEn(fact, found.possible));
  }
  run.set(run.is.enterprise_size, found.possible, found.or_none, [&] {
    std::string because =
        found.basis == Basis::kAsGiven ? std::string("按所填") : wordsForFigures(run);
    if (found.or_none) because += "；主体类型未填，如果是商会、协会或事业单位，则不分规模";
    return because;
  });
  if (found.or_none || !found.possible.isSingle()) {
    collectQuestions(run, found.possible, found.or_none);
  }
}

}  // namespace policycalc::facts
