#include <algorithm>

#include "policycalc/base/money.h"

#include "registry/sql/cell_answers.h"
#include "registry/sql/cell_texts.h"

// Numbers are moved by powers of ten as texts of digits: exact in every database, of any length.

namespace policycalc::registry::sql {
namespace {

using facts::FactType;

constexpr std::string_view kMostMantissa = "170141183460469231731687303715884105727";  // 127 bits
constexpr std::string_view kMostUnits = "9223372036854775807";
constexpr std::string_view kMostShare = "1000000";  // in millionths
constexpr std::int64_t kMostExponent = 60;          // of base::Decimal
constexpr std::size_t kMostZeros = 160;

Expression zeros(const Expression& count) {
  return call("substr", {text(std::string(kMostZeros, '0')), number(1), count});
}

Expression notNegative(const Expression& count) {
  return Case().when(binary(count, ">", number(0)), count).otherwise(number(0));
}

Expression plus(const Expression& value, int added) {
  return added == 0 ? value : binary(value, "+", number(added));
}

int decimalsOf(FactType type) {
  if (type == FactType::kMoney) return base::Money::kScale;
  return type == FactType::kPercent ? base::Ratio::kPercentScale : 0;
}

/// Whether a text is one or more commas with three digits after each.
Expression isGroups(const Expression& text_in) {
  Expression digits = text_in;
  for (char digit = '0'; digit <= '9'; ++digit) {
    digits = call("replace", {digits, text(std::string(1, digit)), text("d")});
  }
  return all({binary(call("ltrim", {text_in, text("0123456789,")}), "=", text("")),
              binary(call("replace", {digits, text(",ddd"), text("")}), "=", text(""))});
}

/// `1,234.5` without its commas, if each has three digits on its right.
Expression withoutCommas(const Cell& cell, std::size_t& level, Steps& steps) {
  const Expression whole =
      steps.add(level++, cell.name("whole"), before(cell.dialect, cell.plain, "."));
  const Expression place = placeOf(cell.dialect, whole, text(","));
  const Expression groups = steps.add(
      level++, cell.name("groups"),
      Case().when({"(" + place.text + " BETWEEN 2 AND 4)"}, call("substr", {whole, place})).end());
  return steps.add(level++, cell.name("number"),
                   Case()
                       .when(isGroups(groups), call("replace", {cell.plain, text(","), text("")}))
                       .otherwise(cell.plain));
}

/// A number in parts: significant digits × 10^power.
struct Parts {
  Expression well_formed;
  Expression negative;
  Expression digits;    ///< all of them, without zeros in front
  Expression exponent;  ///< as written; beyond 60 if it is
  Expression significant;
  Expression power;
};

Parts partsOf(const Cell& cell, std::size_t& level, Steps& steps) {
  const Dialect dialect = cell.dialect;
  const Expression written = withoutCommas(cell, level, steps);
  const Expression negative = binary(part(written, 1, 1), "=", text("-"));
  const Expression body = steps.add(
      level++, cell.name("body"),
      call("replace",
           {Case().when(negative, from(written, 2)).otherwise(written), text("E"), text("e")}));
  const Expression mantissa = steps.add(level, cell.name("mantissa"), before(dialect, body, "e"));
  const Expression exponent =
      steps.add(level++, cell.name("exponent"), after(dialect, body, "e", text("0")));
  const Expression whole = steps.add(level, cell.name("integer"), before(dialect, mantissa, "."));
  const Expression fraction =
      steps.add(level, cell.name("fraction"), after(dialect, mantissa, ".", {"NULL"}));
  const Expression exponent_sign = part(exponent, 1, 1);
  const Expression exponent_digits = steps.add(
      level++, cell.name("exponent_digits"),
      Case().when(oneOf(exponent_sign, {"+", "-"}), from(exponent, 2)).otherwise(exponent));
  const Expression zero_led =
      all({binary(whole, "<>", text("0")), binary(part(whole, 1, 1), "=", text("0"))});
  const Expression well_formed =
      steps.add(level, cell.name("well_formed"),
                all({isDigits(whole), negated(zero_led),
                     any({isUnknown(fraction), isDigits(fraction)}), isDigits(exponent_digits)}));
  const Expression decimals = orElse(fraction, text(""));
  const Expression digits = steps.add(level, cell.name("digits"),
                                      call("ltrim", {joinedTexts({whole, decimals}), text("0")}));
  const Expression short_digits = call("ltrim", {exponent_digits, text("0")});
  const Expression size = {
      "CAST(" +
      Case()
          .when(all({isDigits(exponent_digits), binary(lengthOf(short_digits), "<=", number(2))}),
                joinedTexts({text("0"), short_digits}))
          .otherwise(text(std::to_string(kMostExponent + 1)))
          .text +
      " AS INTEGER)"};
  const Expression shift =
      steps.add(level++, cell.name("shift"),
                Case()
                    .when(binary(exponent_sign, "=", text("-")), binary(number(0), "-", size))
                    .otherwise(size));
  const Expression kept = call("rtrim", {digits, text("0")});
  const Expression significant = steps.add(level, cell.name("significant"), kept);
  const Expression power = steps.add(level++, cell.name("power"),
                                     binary(binary(shift, "-", lengthOf(decimals)), "+",
                                            binary(lengthOf(digits), "-", lengthOf(kept))));
  return {well_formed, negative, digits, shift, significant, power};
}

/// Whether base::Decimal cannot hold the number, or the number times 10^factor.
Expression isTooGreat(const Parts& parts, int factor) {
  const Expression is_zero = binary(parts.significant, "=", text(""));
  const Expression whole =
      joinedTexts({parts.significant, zeros(plus(notNegative(parts.power), std::max(factor, 0)))});
  return any(
      {binary(parts.exponent, ">", number(kMostExponent)),
       binary(parts.exponent, "<", number(-kMostExponent)), exceeds(parts.digits, kMostMantissa),
       all({negated(is_zero),
            any({exceeds(whole, kMostMantissa), binary(parts.power, "<", number(-kMostExponent)),
                 binary(plus(parts.power, factor), "<", number(-kMostExponent))})})});
}

/// The whole units of the fact, rounded down, as digits.
Expression unitsOf(const Parts& parts, const Expression& power) {
  const Expression left = binary(lengthOf(parts.significant), "+", power);
  return Case()
      .when(binary(parts.significant, "=", text("")), text("0"))
      .when(binary(power, ">=", number(0)), joinedTexts({parts.significant, zeros(power)}))
      .when(binary(left, ">", number(0)), call("substr", {parts.significant, number(1), left}))
      .otherwise(text("0"));
}

}  // namespace

std::optional<int> powerOfTen(const base::Decimal& factor) {
  std::string digits = factor.toString();
  const std::size_t point = digits.find('.');
  int power = 0;
  if (point != std::string::npos) {
    power = -static_cast<int>(digits.size() - point - 1);
    digits.erase(point, 1);
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  }
  if (digits.empty() || digits.front() != '1' ||
      digits.find_first_not_of('0', 1) != std::string::npos) {
    return {};
  }
  return power + static_cast<int>(digits.size()) - 1;
}

CellAnswer numberAnswer(const Cell& cell, Steps& steps) {
  std::size_t level = kFirstFree;
  const int factor = cell.rule.factor ? powerOfTen(*cell.rule.factor).value_or(0) : 0;
  const FactType type = cell.fact().type;
  const Parts parts = partsOf(cell, level, steps);
  const Expression too_great = steps.add(level, cell.name("too_great"), isTooGreat(parts, factor));
  const Expression power = plus(parts.power, factor + decimalsOf(type));
  const Expression units = steps.add(level++, cell.name("units"), unitsOf(parts, power));
  const Expression is_zero = binary(parts.significant, "=", text(""));
  Case fault;
  fault.when(negated(parts.well_formed), text("malformed"))
      .when(too_great, text("out_of_range"))
      .when(all({parts.negative, negated(is_zero)}), text("negative"))
      .when(exceeds(units, kMostUnits), text("out_of_range"))
      .when(all({negated(is_zero), binary(power, "<", number(0))}), text("too_many_decimals"));
  if (type == FactType::kPercent) fault.when(exceeds(units, kMostShare), text("out_of_range"));
  const Expression code = steps.add(level, cell.name("number_fault"), fault.end());
  return {{"CAST(" + Case().when(isUnknown(code), units).end().text + " AS BIGINT)"}, code};
}

}  // namespace policycalc::registry::sql
