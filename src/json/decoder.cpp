#include "policycalc/json/decoder.h"

#include <algorithm>
#include <charconv>

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

std::string_view wordFor(Value::Type type) {
  switch (type) {
    case Value::Type::kNull:
      return "null";
    case Value::Type::kBoolean:
      return "true or false";
    case Value::Type::kNumber:
      return "a number";
    case Value::Type::kString:
      return "a text";
    case Value::Type::kArray:
      return "a list";
    case Value::Type::kObject:
      return "an object";
  }
  return "";
}

std::string mismatch(Value::Type expected, const Value& found) {
  return std::string(wordFor(expected)) + " is expected, not " + std::string(typeName(found.type));
}

}  // namespace

void reportIssue(const IssueSink& sink, const Value& value, std::string pointer, std::string code,
                 std::string message, std::vector<std::string> instead) {
  sink.issues.addUpTo(sink.most, {base::Severity::kError, std::move(code), std::string(sink.file),
                                  std::move(pointer), value.position.line, value.position.column,
                                  std::move(message), std::move(instead)});
}

std::optional<std::int64_t> wholeNumber(const Value& value) {
  if (!value.isNumber()) return std::nullopt;
  std::int64_t number = 0;
  const char* const end = value.text.data() + value.text.size();
  const auto [at, error] = std::from_chars(value.text.data(), end, number);
  if (error != std::errc() || at != end) return std::nullopt;
  return number;
}

Decoder::Decoder(const Value& value, std::string pointer, const IssueSink& sink)
    : value_(&value), pointer_(std::move(pointer)), sink_(&sink) {
  if (!value.isObject() && &value != &kAbsent) {
    report("wrong_type", mismatch(Value::Type::kObject, value));
    value_ = &kAbsent;
  }
}

const Value* Decoder::member(std::string_view key) {
  asked_.push_back(key);
  return value_->find(key);
}

const Value* Decoder::required(std::string_view key) {
  const Value* found = member(key);
  if (found == nullptr && value_ != &kAbsent) reportMissing(key);
  return found;
}

const Value* Decoder::optional(std::string_view key) {
  const Value* found = member(key);
  return found == nullptr || found->isNull() ? nullptr : found;
}

const Value* Decoder::ofType(std::string_view key, const Value* found, Value::Type type) const {
  if (found == nullptr || found->type == type) return found;
  report(key, *found, "wrong_type", mismatch(type, *found));
  return nullptr;
}

const Value* Decoder::required(std::string_view key, Value::Type type) {
  return ofType(key, required(key), type);
}

const Value* Decoder::text(std::string_view key) {
  return required(key, Value::Type::kString);
}

const Value* Decoder::optionalText(std::string_view key) {
  return ofType(key, optional(key), Value::Type::kString);
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
  if (const auto number = wholeNumber(*found)) return *number;
  reportAt(key, "wrong_value", base::quoted(found->text) + " is not a whole number");
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
  reportAt(key, "wrong_value", base::quoted(found->text) + " is not one of " + listOf(names));
  return {};
}

std::string Decoder::optionalString(std::string_view key) {
  return optional(key) == nullptr ? std::string() : string(key);
}

std::optional<base::Date> Decoder::optionalDate(std::string_view key) {
  return optional(key) == nullptr ? std::nullopt : date(key);
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
    sink_->issues.addUpTo(
        sink_->most, {base::Severity::kError, "unknown_field", std::string(sink_->file),
                      base::childPointer(pointer_, member.key), member.position.line,
                      member.position.column, base::quoted(member.key) + " is not a field here"});
  }
}

void Decoder::report(std::string code, std::string message) const {
  reportAt(pointer_, *value_, std::move(code), std::move(message));
}

void Decoder::report(std::string_view key, const Value& value, std::string code,
                     std::string message) const {
  reportAt(base::childPointer(pointer_, key), value, std::move(code), std::move(message));
}

void Decoder::reportAt(std::string_view key, std::string code, std::string message) const {
  const Value* found = value_->find(key);
  report(key, found == nullptr ? *value_ : *found, std::move(code), std::move(message));
}

void Decoder::reportAt(std::string pointer, const Value& value, std::string code,
                       std::string message, std::vector<std::string> instead) const {
  reportIssue(*sink_, value, std::move(pointer), std::move(code), std::move(message),
              std::move(instead));
}

void Decoder::reportMissing(std::string_view key) const {
  report(key, *value_, "missing_field", "the field " + base::quoted(key) + " is missing");
}

}  // namespace policycalc::json
