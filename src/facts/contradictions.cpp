#include <algorithm>
#include <array>

#include "policycalc/facts/credit_code.h"
#include "policycalc/facts/suggestions.h"

#include "facts/deriving.h"

namespace policycalc::facts {
namespace {

void compareCodeWithType(Deriving& run) {
  const KnownFacts& is = run.is;
  const Given& type = run.given(is.entity_type);
  const auto kind = kindOfCode(run.given(is.credit_code).text);
  if (!kind || !type.known) return;
  const Fact& fact = run.vocabulary.fact(is.entity_type);
  const std::vector<std::string> codes = fact.codesOf(type.options);
  if (std::find(kind->entity_types.begin(), kind->entity_types.end(), codes.front()) !=
      kind->entity_types.end()) {
    return;
  }
  run.warn(is.entity_type, "differs",
           "统一社会信用代码第1—2位 " + std::string(kind->code) + " " +
               std::string(kind->registered_as) + "，与所填的“" + labels(fact, type.options) +
               "”不同，按所填计算，请核对",
           "Characters 1 and 2 of the credit code, " + std::string(kind->code) +
               ", do not fit the type given, “" + labelsEn(fact, type.options) +
               "”; the answer follows the type given, please check");
}

/// A company that is not yet registered has no credit code and no revenue of a past year.
void checkFounder(Deriving& run) {
  if (!run.isStatus(codeOf(Registration::kNotYetRegistered))) return;
  const Given& revenue = run.given(run.is.annual_revenue);
  if (run.given(run.is.credit_code).known) {
    run.warn(
        run.is.credit_code, "unlikely", "还没有登记的不会有统一社会信用代码，请核对登记状态",
        "A company that is not registered has no credit code; check the state of registration");
  }
  if (revenue.known && revenue.number > 0) {
    run.warn(run.is.annual_revenue, "unlikely", "还没有登记的不会有上年营业收入，请核对登记状态",
             "A company that is not registered had no revenue last year; check the state of "
             "registration");
  }
}

/// Whether the profile of a branch names a large parent enterprise and gives figures as large.
bool tellsOfLargeGroup(const Deriving& run) {
  const auto controlled = run.vocabulary.find("large_controlled");
  const auto large = run.vocabulary.fact(run.is.enterprise_size).findOption("large");
  return controlled && large && run.given(*controlled).options == kTrue &&
         run.knowledge.facts[run.is.enterprise_size].options == OptionSet::of(*large);
}

/// The figures of a branch must be those of its legal person.
void checkBranch(Deriving& run) {
  const Fact& type = run.vocabulary.fact(run.is.entity_type);
  const auto branch = type.findOption("branch");
  const Given& given = run.given(run.is.entity_type);
  if (!branch || !given.known || given.options != OptionSet::of(*branch)) return;
  if (tellsOfLargeGroup(run)) return;
  const std::array figures{run.is.employees, run.is.annual_revenue, run.is.total_assets};
  for (const FactIndex fact : figures) {
    if (!run.given(fact).known) continue;
    run.warn(fact, "unlikely", "分公司、分店要填总公司的数字，不是自己的；请核对",
             "A branch gives the figures of its parent company, not its own; please check");
    return;
  }
}

/// Follow-up answers that contradict the answer to their parent question.
void checkDetails(Deriving& run) {
  const auto count = static_cast<FactIndex>(run.vocabulary.facts().size());
  for (FactIndex i = 0; i < count; ++i) {
    const Fact& fact = run.vocabulary.fact(i);
    const Given& given = run.given(i);
    const bool said = given.known && (fact.type != FactType::kChoices || !given.options.isEmpty());
    if (!fact.detail_of || !said) continue;
    const Given& parent = run.given(fact.detail_of->parent);
    if (!parent.known || parent.options.hasAny(fact.detail_of->options)) continue;
    run.warn(i, "differs",
             "与“" + run.vocabulary.fact(fact.detail_of->parent).label +
                 "”的回答不一致，这一项没有采用，请核对",
             "This contradicts the answer to “" +
                 run.vocabulary.fact(fact.detail_of->parent).label_en +
                 "” and was not used; please check");
  }
}

}  // namespace

void findContradictions(Deriving& run) {
  const Given& code = run.given(run.is.credit_code);
  if (code.known) {
    for (const CreditCodeFault& fault : checkCreditCode(code.text)) {
      run.warn(run.is.credit_code, fault.code, fault.message, fault.message_en);
    }
    compareCodeWithType(run);
  }
  checkFounder(run);
  checkBranch(run);
  checkDetails(run);
}

}  // namespace policycalc::facts
