#include "facts/value_reader.h"

#include <algorithm>
#include <limits>

#include "policycalc/base/decimal.h"
#include "policycalc/base/money.h"
#include "policycalc/base/text.h"
#include "policycalc/facts/industry_code.h"

namespace policycalc::facts {
namespace {

constexpr std::int64_t kHundredPercent = 1'000'000;  // in millionths

}  // namespace

int decimalsOf(FactType type) {
  if (type == FactType::kMoney) return base::Money::kScale;
  return type == FactType::kPercent ? base::Ratio::kPercentScale : 0;
}

std::int64_t mostOf(FactType type) {
  return type == FactType::kPercent ? kHundredPercent : std::numeric_limits<std::int64_t>::max();
}

bool holdsControl(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

Given ValueReader::read(const json::Value& value) {
  if (value.isNull()) return {};
  switch (fact_.type) {
    case FactType::kText:
      return &fact_ == &vocabulary_.fact(vocabulary_.known().industry_code)
                 ? readIndustryCode(value)
                 : readText(value);
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

Given ValueReader::refuse(const json::Value& value, std::string code, std::string message) {
  return refuseAt(value, pointer_, std::move(code), std::move(message));
}

Given ValueReader::refuseAt(const json::Value& value, const std::string& pointer, std::string code,
                            std::string message) {
  issues_.addUpTo(base::kMostIssues, {base::Severity::kError,
                                      std::move(code),
                                      {},
                                      pointer,
                                      value.position.line,
                                      value.position.column,
                                      std::move(message)});
  return {};
}

Given ValueReader::refuseOption(const json::Value& value, const std::string& pointer) {
  if (issues_.size() >= base::kMostIssues) {
    issues_.countOmitted();  // before the search for similar names, which takes longest
    return {};
  }
  UnknownName unknown = unknownOption(value.text, fact_, vocabulary_);
  refuseAt(value, pointer, std::move(unknown.code), std::move(unknown.message));
  issues_.back().instead = std::move(unknown.instead);
  return {};
}

Given ValueReader::wrongType(const json::Value& value, std::string_view expected) {
  return refuse(value, "wrong_type",
                base::quoted(fact_.id) + " takes " + std::string(expected) + ", not " +
                    std::string(json::typeName(value.type)));
}

Given ValueReader::outOfRange(const json::Value& value) {
  return refuse(value, "out_of_range",
                base::quoted(value.text) + " is out of range for " + base::quoted(fact_.id));
}

Given ValueReader::readText(const json::Value& value) {
  if (!value.isString()) return wrongType(value, "a text");
  if (value.text.empty()) {
    return refuse(value, "empty_text", "leave " + base::quoted(fact_.id) + " out if unknown");
  }
  if (base::countCodePoints(value.text) > kMaxTextCharacters) {
    return refuse(value, "too_long",
                  base::quoted(fact_.id) + " has more than " + std::to_string(kMaxTextCharacters) +
                      " characters");
  }
  if (holdsControl(value.text)) {
    return refuse(value, "control_character",
                  base::quoted(fact_.id) + " holds a control character");
  }
  return {true, {}, 0, value.text};
}

/// Normalises the code to the form of the standard.
Given ValueReader::readIndustryCode(const json::Value& value) {
  Given given = readText(value);
  if (!given.known) return given;
  const auto code = IndustryCode::parse(given.text);
  if (!code) {
    return refuse(value, "malformed",
                  base::quoted(given.text) +
                      " is not an industry code: a letter A to T and up to four digits");
  }
  given.text = code->toString();
  return given;
}

Given ValueReader::readBoolean(const json::Value& value) {
  if (!value.isBoolean()) return wrongType(value, "true or false");
  return {true, value.boolean ? kTrue : kFalse, 0, {}};
}

Given ValueReader::readChoice(const json::Value& value) {
  if (!value.isString()) return wrongType(value, "one option code");
  if (const auto option = fact_.findOption(value.text)) {
    return {true, OptionSet::of(*option), 0, {}};
  }
  return refuseOption(value, pointer_);
}

Given ValueReader::readChoices(const json::Value& value) {
  if (!value.isArray()) {
    if (value.isString() && vocabulary_.retired().findOption(fact_.id, value.text) != nullptr) {
      return refuseOption(value, pointer_);
    }
    return wrongType(value, "a list of option codes");
  }
  Given given{true, {}, 0, {}};
  for (std::size_t i = 0; i < value.elements.size(); ++i) {
    const json::Value& element = value.elements[i];
    const std::string pointer = base::childPointer(pointer_, i);
    if (!element.isString()) {
      refuseAt(element, pointer, "wrong_type", "an option code is expected");
      continue;
    }
    const auto option = fact_.findOption(element.text);
    if (!option) {
      refuseOption(element, pointer);
    } else if (given.options.has(*option)) {
      refuseAt(element, pointer, "duplicate_option", base::quoted(element.text) + " is repeated");
    } else {
      given.options.add(*option);
    }
  }
  return given;
}

Given ValueReader::readNumber(const json::Value& value) {
  const bool whole = fact_.type == FactType::kInteger;
  if (!value.isNumber() && (whole || !value.isString())) {
    return wrongType(value, whole ? "a whole number" : "a number or a decimal text");
  }
  const bool plain =
      value.isNumber() || (!value.text.empty() && value.text.front() != '.' &&
                           value.text.find_first_not_of("-.0123456789") == std::string::npos);
  const auto decimal = base::Decimal::parse(value.text);
  if (!plain || (!decimal && decimal.error().code == base::Error::Code::kInvalid)) {
    return refuse(value, "malformed", base::quoted(value.text) + " is not a number");
  }
  if (!decimal) return outOfRange(value);
  if (decimal->isNegative()) {
    return refuse(value, "negative", base::quoted(fact_.id) + " cannot be negative");
  }
  const int scale = decimalsOf(fact_.type);
  const auto number = decimal->toUnitsExact(scale);
  if (!number && number.error().code == base::Error::Code::kInvalid) {
    return refuse(value, "too_many_decimals",
                  base::quoted(fact_.id) + " takes at most " + std::to_string(scale) + " decimals");
  }
  if (!number) return outOfRange(value);
  if (*number > mostOf(fact_.type)) return outOfRange(value);
  return {true, {}, *number, {}};
}

}  // namespace policycalc::facts
