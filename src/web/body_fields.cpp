#include "policycalc/web/body_fields.h"

#include <utility>

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"

#include "web/body_limits.h"

namespace policycalc::web {

base::Result<json::Value, base::Issues> readBody(std::string_view body) {
  auto document = json::read(body, {}, kBodyLimits);
  if (document.ok()) return document;
  base::Issues issues = document.takeError();
  for (base::Issue& issue : issues) {
    issue.message +=
        " (line " + std::to_string(issue.line) + ", column " + std::to_string(issue.column) + ")";
  }
  return issues;
}

std::int64_t BodyFields::revision() {
  constexpr std::string_view kKey = "revision";
  constexpr std::int64_t kLargest = 1'000'000'000'000;
  const json::Value* value = required(kKey);
  if (value == nullptr) return 0;
  const auto number = wholeNumber(*value);
  if (!value->isNumber()) {
    reportType(base::childPointer(pointer(), kKey), *value, "a number");
  } else if (!number || *number < 1 || *number > kLargest) {
    report(kKey, *value, "wrong_value", base::quoted(value->text) + " is not a revision");
  } else {
    return *number;
  }
  return 0;
}

void BodyFields::report(std::string_view key, const json::Value& value, IssueCode code,
                        std::string message) const {
  Decoder::report(key, value, std::string(code.text()), std::move(message));
}

void BodyFields::reportAt(std::string pointer, const json::Value& value, IssueCode code,
                          std::string message) const {
  Decoder::reportAt(std::move(pointer), value, std::string(code.text()), std::move(message));
}

void BodyFields::reportType(std::string pointer, const json::Value& value,
                            std::string_view expected) const {
  reportAt(std::move(pointer), value, "wrong_type",
           std::string(expected) + " is expected, not " + std::string(json::typeName(value.type)));
}

void BodyFields::reportUnknown(std::string pointer, const json::Value& value, IssueCode code,
                               std::string_view what, const std::vector<std::string>& names) {
  if (collected.size() >= base::kMostIssues) {
    collected.countOmitted();  // before the search for similar names, which takes longest
    return;
  }
  std::vector<std::string> nearest = base::nearestNames(value.text, names);
  std::string message = base::quoted(value.text);
  message.append(" is not ").append(what).append(base::didYouMean(nearest));
  Decoder::reportAt(std::move(pointer), value, std::string(code.text()), std::move(message),
                    std::move(nearest));
}

void BodyFields::add(const base::Issues& issues) {
  collected.addUpTo(base::kMostIssues, issues);
}

base::Issues BodyFields::issues() {
  refuseUnknownKeys();
  base::sortIssues(collected);
  return std::move(collected);
}

}  // namespace policycalc::web
