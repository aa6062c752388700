#include "registry/sql/industry.h"

#include <map>
#include <string>

#include "registry/sql/fact_columns.h"
#include "registry/sql/possible.h"

namespace policycalc::registry::sql {
namespace {

using facts::OptionSet;
using facts::SizeStandard;

constexpr std::size_t kDivisionDigits = 2;
constexpr std::size_t kLongestCode = 4;
constexpr int kDivisions = 100;

Expression letter() {
  return column("industry_letter");
}

Expression digits() {
  return column("industry_digits");
}

Expression beginning(std::size_t length) {
  return call("substr", {digits(), number(1), number(static_cast<std::int64_t>(length))});
}

std::string divisionText(int division) {
  return (division < 10 ? "0" : "") + std::to_string(division);
}

std::vector<std::string> lettersOf(const SizeStandard& standard, const std::string& division) {
  std::vector<std::string> letters;
  for (char each = 'A'; each <= 'T'; ++each) {
    if (standard.isConsistent({each, division})) letters.emplace_back(1, each);
  }
  return letters;
}

/// Whether the division exists and belongs to the letter, if there is one.
Expression isConsistent(const SizeStandard& standard) {
  std::map<std::vector<std::string>, std::vector<std::string>> divisions_of;
  for (int division = 0; division < kDivisions; ++division) {
    const std::string digits_of = divisionText(division);
    if (!standard.isConsistent({0, digits_of})) continue;
    divisions_of[lettersOf(standard, digits_of)].push_back(digits_of);
  }
  std::vector<Expression> ways;
  for (const auto& [letters, divisions] : divisions_of) {
    std::vector<std::string> fitting{""};
    fitting.insert(fitting.end(), letters.begin(), letters.end());
    ways.push_back(all({oneOf(beginning(kDivisionDigits), divisions), oneOf(letter(), fitting)}));
  }
  return ways.empty() ? truth(false) : any(ways);
}

/// A letter without a division: the industries of its section.
void addSections(const SizeStandard& standard, Case& industries) {
  const Expression is_short =
      binary(call("length", {digits()}), "<", number(std::int64_t{kDivisionDigits}));
  std::map<OptionSet, std::vector<std::string>> letters_of;
  for (const std::string& each : lettersOf(standard, "")) {
    letters_of[standard.industriesOf({each.front(), ""})].push_back(each);
  }
  for (const auto& [options, letters] : letters_of) {
    industries.when(all({is_short, oneOf(letter(), letters)}), mask(options));
  }
  industries.when(is_short, mask({}));
}

/// The industry with the longest code that the digits begin with.
void addCodes(const catalogue::Catalogue& catalogue, Case& industries) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const OptionSet all_industries = vocabulary.fact(vocabulary.known().size_industry).allOptions();
  for (std::size_t length = kLongestCode; length > 0; --length) {
    for (const std::size_t option : all_industries) {
      const SizeStandard::Industry* industry = catalogue.sizeStandard().find(option);
      std::vector<std::string> codes;
      for (const std::string& code : industry->codes) {
        if (code.size() == length) codes.push_back(code);
      }
      if (!codes.empty()) industries.when(oneOf(beginning(length), codes), mask(industry->option));
    }
  }
}

/// The industries that the code allows: none if the standard has none for it, unknown without code.
Expression industriesOfCode(const catalogue::Catalogue& catalogue) {
  Case industries;
  industries.when(isUnknown(digits()), {"CAST(NULL AS BIGINT)"});
  addSections(catalogue.sizeStandard(), industries);
  industries.when(negated(isConsistent(catalogue.sizeStandard())), mask({}));
  addCodes(catalogue, industries);
  return industries.otherwise(mask({}));
}

}  // namespace

std::vector<Stage> industryStages(Dialect dialect, const catalogue::Catalogue& catalogue) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Fact& industry = vocabulary.fact(vocabulary.known().size_industry);
  const Expression code = given(vocabulary.fact(vocabulary.known().industry_code));
  const Expression of_code = column("industries_of_code");
  const Expression none = binary(of_code, "=", mask({}));
  const Expression possible = Case()
                                  .when(isKnown(given(industry)), givenMask(industry))
                                  .when(binary(of_code, "<>", mask({})), of_code)
                                  .otherwise(mask(industry.allOptions()));
  return {{"code",
           {{"industry_letter", letterOf(dialect, code), {}},
            {"industry_digits", digitsOf(dialect, code), {}}}},
          {"code_industry", {{"industries_of_code", industriesOfCode(catalogue), {}}}},
          {"industry",
           {{possibleName(industry), possible, {}},
            {"outside_standard", all({isUnknown(given(industry)), none}), {}}}}};
}

Expression possibleIndustries(const facts::Vocabulary& vocabulary) {
  return column(possibleName(vocabulary.fact(vocabulary.known().size_industry)));
}

Expression isOutsideStandard() {
  return column("outside_standard");
}

}  // namespace policycalc::registry::sql
