#include "registry/sql/terms.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "policycalc/base/money.h"

#include "registry/sql/fact_columns.h"

namespace policycalc::registry::sql {
namespace {

using base::Decimal;
using base::Result;
using criteria::Quantity;
using criteria::Term;

constexpr int kPercentToShare = 2;                   // 40 % is 0.40: two more decimals
constexpr std::int64_t kHundredPercent = 1'000'000;  // in millionths

base::Error tooGreat() {
  return {base::Error::Code::kOverflow, "the figures may become too great to be exact", {}};
}

/// `exact` if the database computes each of its values exactly.
Result<Exact> checked(Dialect dialect, Expression value, int scale, const Result<Decimal>& most) {
  if (!most || most->compare(traitsOf(dialect).most_exact) > 0) return tooGreat();
  return Exact{std::move(value), scale, *most};
}

/// A figure of the policies: its digits without the point.
Result<Exact> exactFigure(Dialect dialect, const Decimal& figure) {
  std::string digits = figure.toString();
  if (figure.isNegative()) digits.erase(0, 1);
  int scale = 0;
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    scale = static_cast<int>(digits.size() - point - 1);
    digits.erase(point, 1);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  }
  const std::string sign = figure.isNegative() ? "-" : "";
  return checked(dialect, widened(dialect, {"(" + sign + digits + ")"}), scale,
                 Decimal::parse(digits));
}

Result<Exact> scaledUp(Dialect dialect, const Exact& exact, int scale) {
  if (scale == exact.scale) return exact;
  const auto factor = Decimal::parse("1e" + std::to_string(scale - exact.scale));
  if (!factor) return tooGreat();
  const Expression times = widened(dialect, {factor->toString()});
  return checked(dialect, binary(exact.value, "*", times), scale, exact.most.times(*factor));
}

Expression lesser(const Expression& left, const Expression& right) {
  return Case().when(binary(left, "<=", right), left).when(binary(left, ">", right), right).end();
}

Result<Exact> combined(Dialect dialect, Term::Kind kind, const Exact& first, const Exact& second) {
  if (kind == Term::Kind::kProduct) {
    return checked(dialect, binary(first.value, "*", second.value), first.scale + second.scale,
                   first.most.times(second.most));
  }
  auto both = aligned(dialect, first, second);
  if (!both) return both.takeError();
  const auto& [left, right] = *both;
  if (kind == Term::Kind::kLeast) {
    const bool second_is_greater = left.most.compare(right.most) < 0;
    return checked(dialect, lesser(left.value, right.value), left.scale,
                   second_is_greater ? right.most : left.most);
  }
  const std::string_view symbol = kind == Term::Kind::kSum ? "+" : "-";
  return checked(dialect, binary(left.value, symbol, right.value), left.scale,
                 left.most.plus(right.most));
}

}  // namespace

Exact exactFact(const TermContext& context, facts::FactIndex index) {
  const facts::Fact& fact = context.symbols.vocabulary.fact(index);
  const bool percent = fact.type == facts::FactType::kPercent;
  const int scale = percent                                ? base::Ratio::kPercentScale
                    : fact.type == facts::FactType::kMoney ? base::Money::kScale
                                                           : 0;
  return {widened(context.dialect, given(fact)), scale,
          Decimal(percent ? kHundredPercent : std::numeric_limits<std::int64_t>::max(), 0)};
}

Result<Exact> exactTerm(const TermContext& context, const Term& term) {
  if (term.kind == Term::Kind::kFact) return exactFact(context, term.fact);
  if (term.kind == Term::Kind::kValue) return exactFigure(context.dialect, term.value);
  if (term.kind == Term::Kind::kParameter) {
    const auto* period = context.symbols.parameters[term.parameter].at(context.day);
    if (period == nullptr) return base::Error{base::Error::Code::kNotFound, "no figure", {}};
    return exactFigure(context.dialect, period->value);
  }
  Result<Exact> result = exactTerm(context, term.operands.front());
  for (std::size_t i = 1; i < term.operands.size() && result.ok(); ++i) {
    auto operand = exactTerm(context, term.operands[i]);
    if (!operand) return operand;
    result = combined(context.dialect, term.kind, *result, *operand);
    // As in the engine: each share after the first part scales it.
    const bool share =
        term.kind == Term::Kind::kProduct && (term.operands[i].quantity == Quantity::kPercent ||
                                              term.operands.front().quantity == Quantity::kPercent);
    if (share && result.ok()) (*result).scale += kPercentToShare;
  }
  return result;
}

Result<std::pair<Exact, Exact>> aligned(Dialect dialect, const Exact& left, const Exact& right) {
  const int scale = std::max(left.scale, right.scale);
  const auto first = scaledUp(dialect, left, scale);
  const auto second = scaledUp(dialect, right, scale);
  if (!first || !second) return tooGreat();
  return std::pair(*first, *second);
}

}  // namespace policycalc::registry::sql
