#include "policycalc/web/body_fields.h"

#include <algorithm>
#include <charconv>

#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"

namespace policycalc::web {

base::Result<json::Value, base::Issues> readBody(std::string_view body) {
  auto document = json::read(body);
  if (document.ok()) return document;
  base::Issues issues = document.takeError();
  for (base::Issue& issue : issues) {
    issue.message +=
        " (line " + std::to_string(issue.line) + ", column " + std::to_string(issue.column) + ")";
  }
  return issues;
}

std::optional<std::int64_t> wholeNumber(const json::Value& value) {
  if (!value.isNumber()) return std::nullopt;
  std::int64_t number = 0;
  const char* const end = value.text.data() + value.text.size();
  const auto [at, error] = std::from_chars(value.text.data(), end, number);
  if (error != std::errc() || at != end) return std::nullopt;
  return number;
}

BodyFields::BodyFields(const json::Value& root, std::string pointer)
    : root_(root), pointer_(std::move(pointer)) {
  if (root.isObject()) return;
  issues_.push_back({base::Severity::kError,
                     "wrong_type",
                     {},
                     pointer_,
                     root.position.line,
                     root.position.column,
                     "an object is expected, not " + std::string(json::typeName(root.type))});
}

const json::Value* BodyFields::text(std::string_view key) {
  const json::Value* value = root_.find(key);
  if (value == nullptr && root_.isObject()) reportMissing(key);
  if (value != nullptr && value->isNull()) {
    asked_.push_back(key);
    report(key, *value, "wrong_type", "a text is expected, not null");
    return nullptr;
  }
  return optionalText(key);
}

const json::Value* BodyFields::optionalText(std::string_view key) {
  asked_.push_back(key);
  const json::Value* value = root_.find(key);
  if (value == nullptr || value->isNull()) return nullptr;
  if (value->isString()) return value;
  report(key, *value, "wrong_type",
         "a text is expected, not " + std::string(json::typeName(value->type)));
  return nullptr;
}

const json::Value* BodyFields::required(std::string_view key) {
  asked_.push_back(key);
  const json::Value* value = root_.find(key);
  if (value == nullptr && root_.isObject()) reportMissing(key);
  return value;
}

const json::Value* BodyFields::optional(std::string_view key) {
  asked_.push_back(key);
  const json::Value* value = root_.find(key);
  return value == nullptr || value->isNull() ? nullptr : value;
}

std::int64_t BodyFields::revision() {
  constexpr std::string_view kKey = "revision";
  constexpr std::int64_t kLargest = 1'000'000'000'000;
  const json::Value* value = required(kKey);
  if (value == nullptr) return 0;
  const auto number = wholeNumber(*value);
  if (!value->isNumber()) {
    report(kKey, *value, "wrong_type",
           "a number is expected, not " + std::string(json::typeName(value->type)));
  } else if (!number || *number < 1 || *number > kLargest) {
    report(kKey, *value, "wrong_value", base::quoted(value->text) + " is no revision");
  } else {
    return *number;
  }
  return 0;
}

void BodyFields::report(std::string_view key, const json::Value& value, std::string code,
                        std::string message) {
  reportAt(base::childPointer(pointer_, key), value, std::move(code), std::move(message));
}

void BodyFields::reportAt(std::string pointer, const json::Value& value, std::string code,
                          std::string message) {
  issues_.push_back({base::Severity::kError,
                     std::move(code),
                     {},
                     std::move(pointer),
                     value.position.line,
                     value.position.column,
                     std::move(message)});
}

void BodyFields::add(const base::Issues& issues) {
  issues_.insert(issues_.end(), issues.begin(), issues.end());
}

void BodyFields::reportMissing(std::string_view key) {
  report(key, root_, "missing_field", "the field " + base::quoted(key) + " is missing");
}

base::Issues BodyFields::issues() {
  for (const json::Member& member : root_.members) {
    if (std::find(asked_.begin(), asked_.end(), member.key) != asked_.end()) continue;
    issues_.push_back({base::Severity::kError,
                       "unknown_field",
                       {},
                       base::childPointer(pointer_, member.key),
                       member.position.line,
                       member.position.column,
                       base::quoted(member.key) + " is no field"});
  }
  base::sortIssues(issues_);
  return std::move(issues_);
}

}  // namespace policycalc::web
