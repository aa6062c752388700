#include "registry/sql/fact_columns.h"

#include "policycalc/base/text.h"
#include "policycalc/facts/profile.h"

namespace policycalc::registry {
namespace sql {
namespace {

using facts::FactType;

constexpr std::string_view kSectionLetters = "ABCDEFGHIJKLMNOPQRST";
constexpr std::int64_t kHundredPercent = 1'000'000;  // in millionths
constexpr std::int64_t kMostDigits = 4;

Expression oneBetweenCommas(const std::string& code) {
  return text("," + code + ",");
}

/// Whether a list has only options, each once: taken out one by one, they leave one comma.
Expression isList(const facts::Fact& fact, const Expression& value) {
  Expression rest = value;
  for (const facts::Option& option : fact.options) {
    rest = call("replace", {rest, oneBetweenCommas(option.code), text(",")});
  }
  return binary(rest, "=", text(","));
}

Expression plainCode(const Expression& code) {
  return call("upper", {call("replace",
                             {call("replace", {code, text("-"), text("")}), text(" "), text("")})});
}

/// The column's value in the form in which the stages read it.
Expression formed(const facts::Vocabulary& vocabulary, facts::FactIndex index) {
  const Expression value = column(columnOf(vocabulary.fact(index)));
  return index == vocabulary.known().industry_code ? plainCode(value) : value;
}

/// Whether the vocabulary allows a known value.
Expression isAllowed(Dialect dialect, const facts::Vocabulary& vocabulary, facts::FactIndex index) {
  const facts::Fact& fact = vocabulary.fact(index);
  const Expression value = formed(vocabulary, index);
  switch (fact.type) {
    case FactType::kText:
      return index == vocabulary.known().industry_code ? isIndustryCode(dialect, value)
                                                       : binary(value, "<>", text(""));
    case FactType::kBoolean:
      return isBoolean(dialect, value);
    case FactType::kChoice:
      return oneOf(value, fact.codesOf(fact.allOptions()));
    case FactType::kChoices:
      return isList(fact, value);
    case FactType::kInteger:
    case FactType::kMoney:
      return isWhole(dialect, value);
    case FactType::kPercent:
      return all({isWhole(dialect, value), binary(value, "<=", number(kHundredPercent))});
  }
  return truth(true);
}

/// Whether the value begins with a letter of a section.
Expression hasLetter(Dialect dialect, const Expression& plain_code) {
  return contains(dialect, text(kSectionLetters),
                  call("substr", {plain_code, number(1), number(1)}));
}

}  // namespace

Expression given(const facts::Fact& fact) {
  return column("given_" + fact.id);
}

StageColumn givenColumn(Dialect dialect, const facts::Vocabulary& vocabulary,
                        facts::FactIndex index) {
  const Expression allowed = isAllowed(dialect, vocabulary, index);
  const Expression value = formed(vocabulary, index);
  return {"given_" + vocabulary.fact(index).id,
          allowed == truth(true) ? value : Case().when(allowed, value).end(),
          {}};
}

std::string refusedRows(Dialect dialect, const facts::Vocabulary& vocabulary,
                        facts::FactIndex index, const std::string& table) {
  const Expression allowed = isAllowed(dialect, vocabulary, index);
  if (allowed == truth(true)) return {};
  const std::string name = columnOf(vocabulary.fact(index));
  return "SELECT " + column(kKey).text + ", " + text(name).text + " AS " + column("column").text +
         ", CAST(" + column(name).text + " AS TEXT) AS " + column("value").text + "\nFROM " +
         table + " WHERE " + all({isKnown(column(name)), negated(allowed)}).text + "\n";
}

Expression givenMask(const facts::Fact& fact) {
  Case mask_of;
  for (const std::size_t option : fact.allOptions()) {
    mask_of.when(binary(given(fact), "=", text(fact.options[option].code)),
                 mask(facts::OptionSet::of(option)));
  }
  return mask_of.end();
}

Expression isIndustryCode(Dialect dialect, const Expression& plain) {
  const Expression digits = digitsOf(dialect, plain);
  return all({binary(plain, "<>", text("")),
              binary(call("ltrim", {digits, text("0123456789")}), "=", text("")),
              binary(call("length", {digits}), "<=", number(kMostDigits))});
}

Expression digitsOf(Dialect dialect, const Expression& plain_code) {
  return Case()
      .when(hasLetter(dialect, plain_code), call("substr", {plain_code, number(2)}))
      .otherwise(plain_code);
}

Expression letterOf(Dialect dialect, const Expression& plain_code) {
  return Case()
      .when(hasLetter(dialect, plain_code), call("substr", {plain_code, number(1), number(1)}))
      .otherwise(text(""));
}

std::string describeColumn(const facts::Vocabulary& vocabulary, facts::FactIndex index) {
  const facts::Fact& fact = vocabulary.fact(index);
  const std::string codes = base::join(fact.codesOf(fact.allOptions()), " ");
  switch (fact.type) {
    case FactType::kText:
      return index == vocabulary.known().industry_code
                 ? fact.label + ": such as C3985; small letters, blanks and hyphens do not matter"
                 : fact.label;
    case FactType::kBoolean:
      return fact.label;
    case FactType::kChoice:
      return fact.label + ": " + codes;
    case FactType::kChoices:
      return fact.label + ": codes between commas, such as ',a,b,'; ',' for none of them: " + codes;
    case FactType::kInteger:
      return fact.label;
    case FactType::kMoney:
      return fact.label + ": in fen, 100 of a yuan";
    case FactType::kPercent:
      return fact.label + ": in millionths, 10,000 of a per cent";
  }
  return fact.label;
}

}  // namespace sql

std::string columnOf(const facts::Fact& fact) {
  if (fact.type == facts::FactType::kMoney) return fact.id + "_fen";
  if (fact.type == facts::FactType::kPercent) return fact.id + "_millionths";
  return fact.id;
}

std::string literalOf(const facts::Given& given, const facts::Fact& fact) {
  if (!given.known) return "NULL";
  switch (fact.type) {
    case facts::FactType::kText:
      return sql::text(given.text).text;
    case facts::FactType::kBoolean:
      return sql::truth(given.options == facts::kTrue).text;
    case facts::FactType::kChoice:
      return sql::text(fact.codesOf(given.options).front()).text;
    case facts::FactType::kChoices: {
      std::string list = ",";
      for (const std::string& code : fact.codesOf(given.options)) list += code + ",";
      return sql::text(list).text;
    }
    case facts::FactType::kInteger:
    case facts::FactType::kMoney:
    case facts::FactType::kPercent:
      return std::to_string(given.number);
  }
  return "NULL";
}

}  // namespace policycalc::registry
