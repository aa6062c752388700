#include "policycalc/facts/profile.h"

#include <algorithm>

#include "policycalc/base/decimal.h"
#include "policycalc/base/money.h"
#include "policycalc/base/text.h"
#include "policycalc/facts/industry_code.h"

namespace policycalc::facts {
namespace {

constexpr std::int64_t kHundredPercent = 1'000'000;  // in millionths

/// Reads one fact's value and reports what is wrong with it.
class ValueReader {
 public:
  ValueReader(const Fact& fact, const std::string& pointer, base::Issues& issues)
      : fact_(fact), pointer_(pointer), issues_(issues) {}

  Given read(const json::Value& value) {
    if (value.isNull()) return {};
    switch (fact_.type) {
      case FactType::kText:
        return readText(value);
      case FactType::kBoolean:
        return readBoolean(value);
      case FactType::kChoice:
        return readChoice(value);
      case FactType::kChoices:
        return readChoices(value);
      case FactType::kInteger:
      case FactType::kMoney:
      case FactType::kPercent:
        return readNumber(value);
    }
    return {};
  }

 private:
  Given refuse(const json::Value& value, std::string code, std::string message) {
    return refuseAt(value, pointer_, std::move(code), std::move(message));
  }

  Given refuseAt(const json::Value& value, std::string pointer, std::string code,
                 std::string message) {
    issues_.push_back({base::Severity::kError,
                       std::move(code),
                       {},
                       std::move(pointer),
                       value.position.line,
                       value.position.column,
                       std::move(message)});
    return {};
  }

  Given wrongType(const json::Value& value, std::string_view expected) {
    return refuse(value, "wrong_type",
                  base::quoted(fact_.id) + " takes " + std::string(expected) + ", not " +
                      std::string(json::typeName(value.type)));
  }

  Given readText(const json::Value& value) {
    if (!value.isString()) return wrongType(value, "a text");
    if (value.text.empty()) {
      return refuse(value, "empty_text", "leave " + base::quoted(fact_.id) + " out if unknown");
    }
    if (base::countCodePoints(value.text) > kMaxTextCharacters) {
      return refuse(value, "too_long",
                    base::quoted(fact_.id) + " has more than " +
                        std::to_string(kMaxTextCharacters) + " characters");
    }
    const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; };
    if (std::any_of(value.text.begin(), value.text.end(), is_control)) {
      return refuse(value, "control_character",
                    base::quoted(fact_.id) + " holds a control character");
    }
    return {true, 0, 0, value.text};
  }

  Given readBoolean(const json::Value& value) {
    if (!value.isBoolean()) return wrongType(value, "true or false");
    return {true, value.boolean ? kTrue : kFalse, 0, {}};
  }

  Given readChoice(const json::Value& value) {
    if (!value.isString()) return wrongType(value, "one option code");
    if (const auto option = fact_.findOption(value.text)) {
      return {true, OptionSet{1} << *option, 0, {}};
    }
    return refuse(value, "unknown_option",
                  base::quoted(value.text) + " is no option of " + base::quoted(fact_.id));
  }

  Given readChoices(const json::Value& value) {
    if (!value.isArray()) return wrongType(value, "a list of option codes");
    Given given{true, 0, 0, {}};
    for (std::size_t i = 0; i < value.elements.size(); ++i) {
      const json::Value& element = value.elements[i];
      const std::string pointer = base::childPointer(pointer_, i);
      if (!element.isString()) {
        refuseAt(element, pointer, "wrong_type", "an option code is expected");
        continue;
      }
      const auto option = fact_.findOption(element.text);
      if (!option) {
        refuseAt(element, pointer, "unknown_option",
                 base::quoted(element.text) + " is no option of " + base::quoted(fact_.id));
      } else if ((given.options >> *option & 1U) != 0) {
        refuseAt(element, pointer, "duplicate_option", base::quoted(element.text) + " is repeated");
      } else {
        given.options |= OptionSet{1} << *option;
      }
    }
    return given;
  }

  Given readNumber(const json::Value& value) {
    const bool whole = fact_.type == FactType::kInteger;
    if (!value.isNumber() && (whole || !value.isString())) {
      return wrongType(value, whole ? "a whole number" : "a number or a decimal text");
    }
    const bool plain =
        value.isNumber() || (!value.text.empty() && value.text.front() != '.' &&
                             value.text.find_first_not_of("-.0123456789") == std::string::npos);
    const auto decimal = base::Decimal::parse(value.text);
    if (!plain || (!decimal && decimal.error().code == base::Error::Code::kInvalid)) {
      return refuse(value, "malformed", base::quoted(value.text) + " is no number");
    }
    if (!decimal) return outOfRange(value);
    if (decimal->isNegative()) {
      return refuse(value, "negative", base::quoted(fact_.id) + " cannot be negative");
    }
    const int scale = fact_.type == FactType::kMoney ? base::Money::kScale
                      : whole                        ? 0
                                                     : base::Ratio::kPercentScale;
    const auto number = decimal->toUnitsExact(scale);
    if (!number && number.error().code == base::Error::Code::kInvalid) {
      return refuse(
          value, "too_many_decimals",
          base::quoted(fact_.id) + " takes at most " + std::to_string(scale) + " decimals");
    }
    if (!number) return outOfRange(value);
    if (fact_.type == FactType::kPercent && *number > kHundredPercent) return outOfRange(value);
    return {true, 0, *number, {}};
  }

  Given outOfRange(const json::Value& value) {
    return refuse(value, "out_of_range",
                  base::quoted(value.text) + " is out of range for " + base::quoted(fact_.id));
  }

  const Fact& fact_;
  const std::string& pointer_;
  base::Issues& issues_;
};

}  // namespace

base::Result<Profile, base::Issues> readProfile(const json::Value& value,
                                                const Vocabulary& vocabulary,
                                                const std::string& pointer) {
  base::Issues issues;
  Profile profile(vocabulary.facts().size());
  if (!value.isObject()) {
    issues.push_back(
        {base::Severity::kError,
         "wrong_type",
         {},
         pointer,
         value.position.line,
         value.position.column,
         "a profile is an object of facts, not " + std::string(json::typeName(value.type))});
    return issues;
  }
  for (const json::Member& member : value.members) {
    const std::string at = base::childPointer(pointer, member.key);
    const auto fact = vocabulary.find(member.key);
    if (!fact) {
      issues.push_back({base::Severity::kError,
                        "unknown_fact",
                        {},
                        at,
                        member.position.line,
                        member.position.column,
                        base::quoted(member.key) + " is no fact"});
      continue;
    }
    profile[*fact] = ValueReader(vocabulary.fact(*fact), at, issues).read(member.value);
    if (*fact == vocabulary.known().industry_code && profile[*fact].known &&
        !IndustryCode::parse(profile[*fact].text)) {
      issues.push_back({base::Severity::kError,
                        "malformed",
                        {},
                        at,
                        member.value.position.line,
                        member.value.position.column,
                        base::quoted(profile[*fact].text) +
                            " is no industry code: a letter A to T and up to four digits"});
    }
  }
  if (!issues.empty()) return issues;
  return profile;
}

void writeProfile(json::Writer& writer, const Profile& profile, const Vocabulary& vocabulary) {
  writer.beginObject();
  const auto count = static_cast<FactIndex>(vocabulary.facts().size());
  for (FactIndex i = 0; i < count; ++i) {
    if (!profile[i].known) continue;
    writer.key(vocabulary.fact(i).id);
    writeGiven(writer, profile[i], vocabulary.fact(i));
  }
  writer.endObject();
}

void writeGiven(json::Writer& writer, const Given& given, const Fact& fact) {
  if (!given.known) {
    writer.null();
    return;
  }
  switch (fact.type) {
    case FactType::kText:
      writer.string(given.text);
      return;
    case FactType::kBoolean:
      writer.boolean(given.options == kTrue);
      return;
    case FactType::kChoice:
      writer.string(fact.codesOf(given.options).front());
      return;
    case FactType::kChoices:
      writer.beginArray();
      for (const std::string& code : fact.codesOf(given.options)) writer.string(code);
      writer.endArray();
      return;
    case FactType::kInteger:
      writer.integer(given.number);
      return;
    case FactType::kMoney:
    case FactType::kPercent:
      writer.decimal(toDecimal(given.number, fact.type));
      return;
  }
}

base::Decimal toDecimal(std::int64_t number, FactType type) {
  if (type == FactType::kMoney) return base::Money(number).yuan();
  if (type == FactType::kPercent) return base::Ratio(number).percent();
  return {number, 0};
}

std::string toChinese(std::int64_t number, const Fact& fact) {
  if (fact.type == FactType::kMoney) return base::Money(number).toChinese();
  if (fact.type == FactType::kPercent) return base::Ratio(number).toChinese();
  return std::to_string(number) + fact.unit;
}

}  // namespace policycalc::facts
