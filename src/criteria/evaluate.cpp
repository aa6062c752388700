#include "policycalc/base/money.h"
#include "policycalc/base/text.h"
#include "policycalc/criteria/criterion.h"

namespace policycalc::criteria {
namespace {

int scaleOf(facts::FactType type) {
  if (type == facts::FactType::kMoney) return base::Money::kScale;
  return type == facts::FactType::kPercent ? base::Ratio::kPercentScale : 0;
}

/// Whole units that compare like `right`: v >= right and v < right need rounding up, v <= right and
/// v > right rounding down.
base::Rounding roundingFor(Operator op) {
  return op == Operator::kAtLeast || op == Operator::kLessThan ? base::Rounding::kUp
                                                               : base::Rounding::kDown;
}

Truth truthOf(bool met) {
  return met ? Truth::kMet : Truth::kNotMet;
}

Truth evaluateOptions(const Comparison& comparison, const facts::Known& known) {
  const facts::OptionSet held = known.options;
  const facts::OptionSet asked = comparison.options;
  switch (comparison.op) {
    case Operator::kIs:
    case Operator::kIn:
      if (!held.hasAny(asked)) return Truth::kNotMet;
      return asked.hasAll(held) && !known.none ? Truth::kMet : Truth::kUnknown;
    case Operator::kHas:
    case Operator::kHasAny:
      if (!known.known) return Truth::kUnknown;
      return truthOf(held.hasAny(asked));
    default:
      if (!known.known) return Truth::kUnknown;
      return truthOf(held.hasAll(asked));
  }
}

std::string orderWord(Operator op) {
  switch (op) {
    case Operator::kAtLeast:
      return "不低于";
    case Operator::kMoreThan:
      return "超过";
    case Operator::kAtMost:
      return "不高于";
    default:
      return "低于";
  }
}

}  // namespace

bool holds(Operator op, std::int64_t left, std::int64_t right) {
  switch (op) {
    case Operator::kAtLeast:
      return left >= right;
    case Operator::kMoreThan:
      return left > right;
    case Operator::kAtMost:
      return left <= right;
    default:
      return left < right;
  }
}

Resolved resolve(const Comparison& comparison, const Symbols& symbols, base::Date day) {
  Resolved resolved;
  if (!isNumeric(comparison.op)) return resolved;
  const auto right = evaluate(comparison.right, symbols, day, nullptr);
  if (!right || !*right) return resolved;
  resolved.right = *right;
  resolved.threshold =
      thresholdUnits(comparison.op, **right, symbols.vocabulary.fact(comparison.fact).type);
  return resolved;
}

std::optional<std::int64_t> thresholdUnits(Operator op, const base::Decimal& right,
                                           facts::FactType type) {
  const auto units = right.toUnits(scaleOf(type), roundingFor(op));
  if (!units) return {};
  return *units;
}

Truth evaluate(const Comparison& comparison, const Resolved& resolved, const Symbols& symbols,
               base::Date day, const facts::Knowledge& knowledge) {
  const facts::Known& known = knowledge.facts[comparison.fact];
  if (!isNumeric(comparison.op)) return evaluateOptions(comparison, known);
  if (!known.known) return Truth::kUnknown;
  if (resolved.threshold) {
    return truthOf(holds(comparison.op, known.number, *resolved.threshold));
  }
  const auto right = evaluate(comparison.right, symbols, day, &knowledge);
  if (!right || !*right) return Truth::kUnknown;
  const base::Decimal left =
      facts::toDecimal(known.number, symbols.vocabulary.fact(comparison.fact).type);
  return truthOf(holds(comparison.op, left.compare(**right), 0));
}

std::string describe(const Comparison& comparison, const Symbols& symbols, base::Date day) {
  const facts::Fact& fact = symbols.vocabulary.fact(comparison.fact);
  if (isNumeric(comparison.op)) {
    return fact.label + orderWord(comparison.op) +
           describe(comparison.right, symbols, day, nullptr);
  }
  if (fact.type == facts::FactType::kBoolean) {
    return fact.label + (comparison.options == facts::kTrue ? "：是" : "：否");
  }
  const std::vector<std::string> labels = fact.labelsOf(comparison.options);
  if (labels.size() == 1) return fact.label + "：" + labels.front();
  const char* quantifier = comparison.op == Operator::kHasAll ? "全部具备" : "任一";
  return fact.label + "（" + quantifier + "）：" + base::join(labels, "、");
}

}  // namespace policycalc::criteria
