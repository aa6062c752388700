#include "policycalc/json/decoder.h"

#include <algorithm>

#include "policycalc/base/text.h"

namespace policycalc::json {
namespace {

const Value kAbsent{};

std::string listOf(std::initializer_list<std::string_view> names) {
  std::string list;
  for (const std::string_view name : names) {
    if (!list.empty()) list += ", ";
    list += "`" + std::string(name) + "`";
  }
  return list;
}

}  // namespace

void reportIssue(const IssueSink& sink, const Value& value, std::string pointer, std::string code,
                 std::string message) {
  sink.issues.push_back({base::Severity::kError, std::move(code), std::string(sink.file),
                         std::move(pointer), value.position.line, value.position.column,
                         std::move(message)});
}

Decoder::Decoder(const Value& value, std::string pointer, const IssueSink& sink)
    : value_(&value), pointer_(std::move(pointer)), sink_(&sink) {
  if (!value.isObject() && &value != &kAbsent) {
    report("wrong_type", "an object is expected, not " + std::string(typeName(value.type)));
    value_ = &kAbsent;
  }
}

const Value* Decoder::member(std::string_view key) {
  asked_.push_back(key);
  return value_->find(key);
}

const Value* Decoder::required(std::string_view key, Value::Type type) {
  const Value* found = member(key);
  if (value_ == &kAbsent) return nullptr;
  if (found == nullptr) {
    report("missing_key", "the key " + base::quoted(key) + " is missing");
    return nullptr;
  }
  if (found->type != type) {
    reportAt(key, "wrong_type",
             std::string(typeName(type)) + " expected, not " + std::string(typeName(found->type)));
    return nullptr;
  }
  return found;
}

std::string Decoder::string(std::string_view key) {
  const Value* found = required(key, Value::Type::kString);
  if (found == nullptr) return {};
  if (found->text.empty()) reportAt(key, "wrong_value", "the text is empty");
  return found->text;
}

bool Decoder::boolean(std::string_view key) {
  const Value* found = required(key, Value::Type::kBoolean);
  return found != nullptr && found->boolean;
}

std::int64_t Decoder::integer(std::string_view key) {
  const Value* found = required(key, Value::Type::kNumber);
  if (found == nullptr) return 0;
  const auto number = base::Decimal::parse(found->text);
  if (number.ok()) {
    const auto whole = number->toUnitsExact(0);
    if (whole.ok()) return *whole;
  }
  reportAt(key, "wrong_value", base::quoted(found->text) + " is no whole number");
  return 0;
}

base::Decimal Decoder::decimal(std::string_view key) {
  const Value* found = required(key, Value::Type::kNumber);
  if (found == nullptr) return {};
  const auto number = base::Decimal::parse(found->text);
  if (number.ok()) return *number;
  reportAt(key, "wrong_value", number.error().message);
  return {};
}

std::optional<base::Date> Decoder::date(std::string_view key) {
  const Value* found = required(key, Value::Type::kString);
  if (found == nullptr) return {};
  const auto date = base::Date::parse(found->text);
  if (date.ok()) return *date;
  reportAt(key, "wrong_value", base::quoted(found->text) + " is " + date.error().message);
  return {};
}

std::vector<std::string> Decoder::strings(std::string_view key) {
  const Value* found = required(key, Value::Type::kArray);
  std::vector<std::string> texts;
  if (found == nullptr) return texts;
  for (std::size_t i = 0; i < found->elements.size(); ++i) {
    const Value& element = found->elements[i];
    if (element.isString() && !element.text.empty()) {
      texts.push_back(element.text);
    } else {
      reportIssue(*sink_, element, base::childPointer(base::childPointer(pointer_, key), i),
                  "wrong_type", "a text is expected");
    }
  }
  return texts;
}

std::optional<std::size_t> Decoder::oneOf(std::string_view key,
                                          std::initializer_list<std::string_view> names) {
  const Value* found = required(key, Value::Type::kString);
  if (found == nullptr) return {};
  const auto* at = std::find(names.begin(), names.end(), found->text);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  reportAt(key, "wrong_value", base::quoted(found->text) + " is none of " + listOf(names));
  return {};
}

std::string Decoder::optionalString(std::string_view key) {
  const Value* found = member(key);
  if (found == nullptr || found->isNull()) return {};
  asked_.pop_back();
  return string(key);
}

std::optional<base::Date> Decoder::optionalDate(std::string_view key) {
  const Value* found = member(key);
  if (found == nullptr || found->isNull()) return {};
  asked_.pop_back();
  return date(key);
}

std::vector<Decoder> Decoder::objects(std::string_view key) {
  const Value* found = required(key, Value::Type::kArray);
  std::vector<Decoder> decoders;
  if (found == nullptr) return decoders;
  const std::string pointer = base::childPointer(pointer_, key);
  for (std::size_t i = 0; i < found->elements.size(); ++i) {
    decoders.emplace_back(found->elements[i], base::childPointer(pointer, i), *sink_);
  }
  return decoders;
}

Decoder Decoder::object(std::string_view key) {
  const Value* found = required(key, Value::Type::kObject);
  return Decoder(found == nullptr ? kAbsent : *found, base::childPointer(pointer_, key), *sink_);
}

void Decoder::refuseUnknownKeys() {
  for (const Member& member : value_->members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    sink_->issues.push_back({base::Severity::kError, "unknown_key", std::string(sink_->file),
                             base::childPointer(pointer_, member.key), member.position.line,
                             member.position.column,
                             base::quoted(member.key) + " is no known key here"});
  }
}

void Decoder::report(std::string code, std::string message) const {
  reportIssue(*sink_, *value_, pointer_, std::move(code), std::move(message));
}

void Decoder::reportAt(std::string_view key, std::string code, std::string message) const {
  const Value* found = value_->find(key);
  reportIssue(*sink_, found == nullptr ? *value_ : *found, base::childPointer(pointer_, key),
              std::move(code), std::move(message));
}

}  // namespace policycalc::json
