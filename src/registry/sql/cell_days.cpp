#include <chrono>

#include "registry/sql/cell_answers.h"
#include "registry/sql/cell_texts.h"

namespace policycalc::registry::sql {
namespace {

constexpr int kYears = 10'000;  // of a day as a number such as 20261125
constexpr int kMonths = 100;

Expression between(const Expression& value, std::int64_t first, const std::string& last) {
  return {"(" + value.text + " BETWEEN " + std::to_string(first) + " AND " + last + ")"};
}

Expression wholeNumber(const Expression& condition, const Expression& digits) {
  return {"CAST(" + Case().when(condition, digits).end().text + " AS INTEGER)"};
}

Expression daysOfMonth(const Expression& year, const Expression& month) {
  const auto divides = [&](int divisor) {
    return binary(binary(year, "%", number(divisor)), "=", number(0));
  };
  const Expression leap = all({divides(4), any({negated(divides(100)), divides(400)})});
  return Case()
      .when(all({binary(month, "=", number(2)), leap}), number(29))
      .when(binary(month, "=", number(2)), number(28))
      .when({"(" + month.text + " IN (4, 6, 9, 11))"}, number(30))
      .otherwise(number(31));
}

/// The texts of year, month and day as readDay() finds them; not all are numbers.
struct Texts {
  Expression year;
  Expression month;
  Expression day;
  Expression time;  ///< what follows the day
};

Texts textsOf(const Cell& cell, std::size_t& level, Steps& steps) {
  const Expression& plain = cell.plain;
  const Expression compact = all({binary(lengthOf(plain), "=", number(8)), isDigits(plain)});
  const Expression separator = part(plain, 5, 1);
  const Expression first = part(plain, 1, 4);
  const Expression has_year =
      any({compact, all({isDigits(first), binary(lengthOf(first), "=", number(4)),
                         oneOf(separator, {"-", "/", ".", "年"})})});
  const Expression year = steps.add(level, cell.name("year"), Case().when(has_year, first).end());
  const Expression mark = steps.add(level, cell.name("mark"),
                                    Case()
                                        .when(compact, text("-"))
                                        .when(binary(separator, "=", text("年")), text("月"))
                                        .otherwise(separator));
  const Expression tail =
      steps.add(level++, cell.name("tail"),
                Case()
                    .when(compact, joinedTexts({part(plain, 5, 2), text("-"), part(plain, 7, 2)}))
                    .otherwise(from(plain, 6)));
  const Expression one_digit = binary(part(tail, 2, 1), "=", mark);
  const Expression two_digits = binary(part(tail, 3, 1), "=", mark);
  const Expression month =
      steps.add(level, cell.name("month"),
                Case().when(one_digit, part(tail, 1, 1)).when(two_digits, part(tail, 1, 2)).end());
  const Expression rest = steps.add(level++, cell.name("rest"),
                                    Case().when(one_digit, from(tail, 3)).otherwise(from(tail, 4)));
  const Expression end = call("ltrim", {rest, text("0123456789")});
  const Expression day =
      steps.add(level, cell.name("day"),
                call("substr", {rest, number(1), binary(lengthOf(rest), "-", lengthOf(end))}));
  const Expression has_sign = binary(part(end, 1, 1), "=", text("日"));
  const Expression after_sign = Case().when(has_sign, from(end, 2)).end();
  const Expression time =
      steps.add(level++, cell.name("time"),
                Case().when(binary(mark, "=", text("月")), after_sign).otherwise(end));
  return {year, month, day, time};
}

/// The day as a number such as 20261125; unknown if there is no such day.
Expression dayOf(const Cell& cell, std::size_t& level, Steps& steps) {
  const Texts texts = textsOf(cell, level, steps);
  const Expression is_time =
      any({binary(texts.time, "=", text("")),
           all({oneOf(part(texts.time, 1, 1), {" ", "T"}),
                binary(call("ltrim", {texts.time, text("0123456789:.+-TZ ")}), "=", text(""))})});
  const Expression well_formed = all(
      {isKnown(texts.year), isDigits(texts.month), between(lengthOf(texts.day), 1, "2"), is_time});
  const Expression year =
      steps.add(level, cell.name("year_number"), wholeNumber(well_formed, texts.year));
  const Expression month =
      steps.add(level, cell.name("month_number"), wholeNumber(well_formed, texts.month));
  const Expression day =
      steps.add(level++, cell.name("day_number"), wholeNumber(well_formed, texts.day));
  const Expression exists = all({between(year, 1900, "2999"), between(month, 1, "12"),
                                 between(day, 1, daysOfMonth(year, month).text)});
  return steps.add(level++, cell.name("date"),
                   Case()
                       .when(exists, binary(binary(year, "*", number(kYears)), "+",
                                            binary(binary(month, "*", number(kMonths)), "+", day)))
                       .end());
}

std::int64_t numberOf(base::Date day) {
  const std::chrono::year_month_day parts(day.days());
  return int{parts.year()} * std::int64_t{kYears} +
         static_cast<std::int64_t>(unsigned{parts.month()}) * kMonths +
         static_cast<std::int64_t>(unsigned{parts.day()});
}

}  // namespace

CellAnswer dayAnswer(const Cell& cell, base::Date day, Steps& steps) {
  std::size_t level = kFirstFree;
  const Expression date = dayOf(cell, level, steps);
  const Expression today = number(numberOf(day));
  return {Case()
              .when(binary(date, "<", today), literal(cell.rule.days->before, cell.fact()))
              .when(binary(date, ">=", today), literal(cell.rule.days->from, cell.fact()))
              .end(),
          Case().when(isUnknown(date), text("wrong_date")).end()};
}

}  // namespace policycalc::registry::sql
