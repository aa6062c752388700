#include "policycalc/facts/size_standard.h"

#include <algorithm>

#include "policycalc/base/money.h"
#include "policycalc/base/text.h"

namespace policycalc::facts {
namespace {

std::int64_t loadBound(json::Decoder& object, std::string_view key, FactType type) {
  const auto bound =
      object.decimal(key).toUnitsExact(type == FactType::kMoney ? base::Money::kScale : 0);
  if (!bound) object.reportAt(key, "wrong_value", bound.error().message);
  return bound ? *bound : 0;
}

/// The digits of a code: as many as GB/T 4754 has at most.
constexpr std::size_t kMostDigits = 4;
constexpr std::array<std::size_t, kMostDigits + 1> kPowers{1, 10, 100, 1000, 10'000};
/// Where the texts of so many digits start in a list of all.
constexpr std::array<std::size_t, kMostDigits + 1> kStarts{0, 1, 11, 111, 1111};
constexpr std::size_t kDigitTexts = 11'111;

/// The place of a text of digits in that list; nothing for other texts.
std::optional<std::size_t> placeOf(std::string_view digits) {
  if (digits.size() > kMostDigits) return {};
  std::size_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return {};
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return kStarts[digits.size()] + number;
}

std::string divisionText(int division) {
  return (division < 10 ? "0" : "") + std::to_string(division);
}

}  // namespace

std::size_t SizeStandard::Indicator::band(std::int64_t value) const {
  return static_cast<std::size_t>(
      std::upper_bound(lower_bounds.begin(), lower_bounds.end(), value) - lower_bounds.begin());
}

SizeStandard SizeStandard::load(json::Decoder& root, const Vocabulary& vocabulary) {
  SizeStandard standard;
  standard.document_ = root.string("document");
  const Fact& size = vocabulary.fact(vocabulary.known().enterprise_size);
  std::vector<std::string> classes;
  for (const Option& option : size.options) classes.push_back(option.code);
  if (root.strings("classes") != classes || classes.size() != kClasses) {
    root.reportAt("classes", "wrong_value", "the classes must be the options of `enterprise_size`");
  }
  standard.entity_types_ = EntityTypes::load(root, vocabulary);
  standard.loadSections(root);
  standard.loadIndustries(root, vocabulary);
  standard.index();
  root.refuseUnknownKeys();
  return standard;
}

void SizeStandard::loadSections(json::Decoder& root) {
  for (json::Decoder& object : root.objects("sections")) {
    const std::string letter = object.string("letter");
    if (letter.size() != 1) object.reportAt("letter", "wrong_value", "one letter is expected");
    sections_.push_back({letter.empty() ? '?' : letter.front(),
                         static_cast<int>(object.integer("from")),
                         static_cast<int>(object.integer("to"))});
    object.refuseUnknownKeys();
  }
}

void SizeStandard::loadIndustries(json::Decoder& root, const Vocabulary& vocabulary) {
  OptionSet covered;
  for (json::Decoder& object : root.objects("industries")) {
    Industry industry = loadIndustry(object, vocabulary);
    if (covered.hasAny(industry.option)) {
      object.reportAt("id", "duplicate_id", "the industry appears twice");
    }
    covered.add(industry.option);
    industries_.push_back(std::move(industry));
  }
  const Fact& size_industry = vocabulary.fact(vocabulary.known().size_industry);
  for (const std::string& code :
       size_industry.codesOf(size_industry.allOptions().without(covered))) {
    root.reportAt("industries", "missing_field",
                  "the industry " + base::quoted(code) + " is missing");
  }
}

SizeStandard::Industry SizeStandard::loadIndustry(json::Decoder& object,
                                                  const Vocabulary& vocabulary) const {
  const Fact& size_industry = vocabulary.fact(vocabulary.known().size_industry);
  Industry industry;
  const std::string id = object.string("id");
  if (const auto option = size_industry.findOption(id)) {
    industry.option.add(*option);
  } else {
    object.reportAt("id", "unknown_option",
                    base::quoted(id) + " is not an option of `size_industry`");
  }
  industry.codes = object.strings("codes");
  for (json::Decoder& entry : object.objects("indicators")) {
    const std::string id_of_fact = entry.string("fact");
    const auto fact = vocabulary.find(id_of_fact);
    const bool numeric = fact && isNumeric(vocabulary.fact(*fact).type);
    if (!numeric) {
      entry.reportAt("fact", "unknown_fact", base::quoted(id_of_fact) + " is not a numeric fact");
    }
    const FactType type = numeric ? vocabulary.fact(*fact).type : FactType::kInteger;
    const Indicator indicator{
        numeric ? *fact : FactIndex{0},
        {loadBound(entry, "small_min", type), loadBound(entry, "medium_min", type),
         loadBound(entry, "large_min", type)}};
    if (!std::is_sorted(indicator.lower_bounds.begin(), indicator.lower_bounds.end())) {
      entry.report("wrong_value", "the bounds must rise from small to large");
    }
    entry.refuseUnknownKeys();
    industry.indicators.push_back(indicator);
  }
  if (industry.indicators.empty()) object.report("wrong_value", "an industry needs an indicator");
  object.refuseUnknownKeys();
  return industry;
}

void SizeStandard::index() {
  by_digits_.assign(kDigitTexts, {});
  // A longer code overrules a shorter one, and of equal ones the first counts.
  for (std::size_t length = 1; length <= kMostDigits; ++length) {
    for (std::size_t number = 0; number < kPowers[length]; ++number) {
      by_digits_[kStarts[length] + number] = by_digits_[kStarts[length - 1] + number / 10];
    }
    for (std::size_t i = industries_.size(); i-- > 0;) {
      for (const std::string& code : industries_[i].codes) {
        const auto at = code.size() == length ? placeOf(code) : std::nullopt;
        if (at) by_digits_[*at] = industries_[i].option;
      }
    }
  }
  for (std::size_t i = industries_.size(); i-- > 0;) {
    for (const std::size_t option : industries_[i].option) {
      by_option_[option] = static_cast<std::uint8_t>(i + 1);
    }
  }
}

OptionSet SizeStandard::industryOfDigits(std::string_view digits) const {
  const auto at = placeOf(digits);
  return at && !by_digits_.empty() ? by_digits_[*at] : OptionSet();
}

OptionSet SizeStandard::industriesOf(const IndustryCode& code) const {
  if (code.digits.size() >= 2) {
    // Empty for a division such as 70: its groups belong to several industries, or to none.
    return industryOfDigits(code.digits);
  }
  OptionSet possible;
  for (const Section& section : sections_) {
    if (section.letter != code.section) continue;
    for (int division = section.first_division; division <= section.last_division; ++division) {
      const OptionSet own = industryOfDigits(divisionText(division));
      if (own.isEmpty()) return {};
      possible.add(own);
    }
  }
  return possible;
}

bool SizeStandard::isConsistent(const IndustryCode& code) const {
  const bool has_division = code.digits.size() >= 2;
  const int division = has_division ? (code.digits[0] - '0') * 10 + (code.digits[1] - '0') : 0;
  return std::any_of(sections_.begin(), sections_.end(), [&](const Section& section) {
    const bool letter_fits = code.section == 0 || code.section == section.letter;
    const bool division_fits =
        !has_division || (division >= section.first_division && division <= section.last_division);
    return letter_fits && division_fits;
  });
}

const SizeStandard::Industry* SizeStandard::find(std::size_t size_industry) const {
  const std::size_t at = by_option_[size_industry];
  return at == 0 ? nullptr : &industries_[at - 1];
}

}  // namespace policycalc::facts
