#include <algorithm>
#include <map>
#include <set>

#include "policycalc/base/ascii.h"
#include "policycalc/facts/profile.h"

#include "registry/sql/cell_answers.h"
#include "registry/sql/cell_texts.h"
#include "registry/sql/fact_columns.h"

namespace policycalc::registry::sql {
namespace {

using facts::Fact;
using facts::OptionSet;

constexpr std::size_t kCounty = 6;  // digits of a county's code
constexpr std::size_t kCity = 4;    // digits of a city's code
constexpr std::int64_t kUnknownBit = std::int64_t{1} << 62;
constexpr std::int64_t kFaultBit = std::int64_t{1} << 61;

bool isNumber(std::string_view code) {
  return !code.empty() && std::all_of(code.begin(), code.end(), base::isDigit);
}

Expression codeOf(const Fact& fact, std::size_t option) {
  return text(fact.options[option].code);
}

/// By a label that the cell is, as it is compared.
void addLabels(const Fact& fact, const Expression& plain, Case& options) {
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    options.when(binary(plain, "=", text(plainText(fact.options[i].label))), codeOf(fact, i));
  }
}

/// By a code of 6, 9 or 12 digits.
Expression districtOfCode(const facts::Vocabulary& vocabulary, const Expression& plain) {
  const Fact& fact = vocabulary.fact(vocabulary.known().district);
  std::vector<std::string> counties;
  std::set<std::string> cities;
  for (const facts::Option& option : fact.options) {
    if (option.code.size() == kCounty) counties.push_back(option.code);
    if (isNumber(option.code)) cities.insert(option.code.substr(0, kCity));
  }
  const Expression county = part(plain, 1, kCounty);
  Case district;
  if (!counties.empty()) district.when(oneOf(county, counties), county);
  if (!cities.empty()) {
    district.when(oneOf(part(plain, 1, kCity), {cities.begin(), cities.end()}), {"NULL"});
  }
  const auto outside = vocabulary.outside();
  return district.otherwise(outside ? codeOf(fact, *outside) : Expression{"NULL"});
}

/// By the only label of a district in the cell.
Expression districtOfText(const Cell& cell, std::size_t& level, Steps& steps) {
  const Fact& fact = cell.fact();
  std::string found;
  Case district;
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    if (i == cell.vocabulary.outside()) continue;
    const Expression named = contains(cell.dialect, cell.plain, text(fact.options[i].label));
    found +=
        (found.empty() ? "(" : " + ") + Case().when(named, number(1)).otherwise(number(0)).text;
    district.when(named, codeOf(fact, i));
  }
  if (found.empty()) return {"NULL"};
  const Expression count = steps.add(level++, cell.name("named"), {found + ")"});
  return Case().when(binary(count, "=", number(1)), district.end()).end();
}

Expression districtIn(const Cell& cell, std::size_t& level, Steps& steps) {
  const Expression by_text = districtOfText(cell, level, steps);
  const Expression is_code =
      all({isDigits(cell.plain), {"(" + lengthOf(cell.plain).text + " IN (6, 9, 12))"}});
  return Case()
      .when(oneOf(cell.plain, cell.fact().codesOf(cell.fact().allOptions())), cell.plain)
      .when(is_code, districtOfCode(cell.vocabulary, cell.plain))
      .otherwise(by_text);
}

Expression booleanIn(const Expression& plain) {
  return Case()
      .when(oneOf(plain, {"是", "true", "1"}), truth(true))
      .when(oneOf(plain, {"否", "false", "0"}), truth(false))
      .end();
}

/// The bits of a part of a list: of its options, or that it is unknown or not understood.
Expression bitsOf(const Cell& cell, const Expression& one) {
  const Fact& fact = cell.fact();
  std::map<std::string, std::int64_t> bits{{"", 0}};
  for (const auto& [value, given] : cell.rule.values) {
    bits.emplace(value,
                 given.known ? static_cast<std::int64_t>(given.options.bits()) : kUnknownBit);
  }
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    bits.emplace(fact.options[i].code, static_cast<std::int64_t>(OptionSet::of(i).bits()));
  }
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    bits.emplace(plainText(fact.options[i].label),
                 static_cast<std::int64_t>(OptionSet::of(i).bits()));
  }
  std::string choices = "CAST((CASE " + one.text;
  for (const auto& [value, mask_of] : bits) {
    choices += " WHEN " + text(value).text + " THEN " + number(mask_of).text;
  }
  return {choices + " ELSE " + number(kFaultBit).text + " END) AS BIGINT)"};
}

Expression hasBit(const Expression& bits, std::int64_t bit) {
  return binary(binary(bits, "&", number(bit)), "<>", number(0));
}

}  // namespace

Expression literal(const facts::Given& given, const Fact& fact) {
  return {literalOf(given, fact)};
}

CellAnswer choiceAnswer(const Cell& cell, Steps& steps) {
  std::size_t level = kFirstFree;
  const Fact& fact = cell.fact();
  Expression found;
  if (fact.type == facts::FactType::kBoolean) {
    found = booleanIn(cell.plain);
  } else {
    Case labels;
    addLabels(fact, cell.plain, labels);
    const Expression first =
        cell.rule.is_district
            ? districtIn(cell, level, steps)
            : Case().when(oneOf(cell.plain, fact.codesOf(fact.allOptions())), cell.plain).end();
    found = orElse(first, labels.end());
  }
  const Expression value = steps.add(level, cell.name("option"), found);
  return {value, Case().when(isUnknown(value), text("unknown_value")).end()};
}

CellAnswer listAnswer(const Cell& cell, Steps& steps) {
  std::size_t level = kFirstFree;
  const Fact& fact = cell.fact();
  const Expression bits =
      steps.add(level, cell.name("bits"),
                bitsOfParts(cell.dialect, cell.plain, cell.rule.separator,
                            [&](const Expression& one) { return bitsOf(cell, one); }));
  std::vector<Expression> codes{text(",")};
  for (std::size_t i = 0; i < fact.options.size(); ++i) {
    codes.push_back(Case()
                        .when(hasBit(bits, static_cast<std::int64_t>(OptionSet::of(i).bits())),
                              text(fact.options[i].code + ","))
                        .otherwise(text("")));
  }
  const Expression fault = hasBit(bits, kFaultBit);
  return {
      Case().when(any({fault, hasBit(bits, kUnknownBit)}), {"NULL"}).otherwise(joinedTexts(codes)),
      Case().when(fault, text("unknown_value")).end()};
}

CellAnswer textAnswer(const Cell& cell, Steps& steps) {
  const std::size_t level = kFirstFree;
  const Expression too_long =
      binary(lengthOf(cell.plain), ">", number(std::int64_t{facts::kMaxTextCharacters}));
  Case fault;
  fault.when(too_long, text("too_long"))
      .when(hasControl(cell.dialect, cell.plain), text("control_character"));
  if (cell.rule.fact != cell.vocabulary.known().industry_code) {
    return {cell.trimmed, fault.end()};
  }
  const Expression code =
      steps.add(level, cell.name("code"),
                Case().when(negated(too_long), codeIn(cell.dialect, cell.plain)).end());
  fault.when(negated(isIndustryCode(cell.dialect, code)), text("malformed"));
  return {Case().when(isIndustryCode(cell.dialect, code), code).end(), fault.end()};
}

}  // namespace policycalc::registry::sql
