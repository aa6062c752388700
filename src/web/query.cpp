#include "policycalc/web/query.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/web/refusals.h"

namespace policycalc::web {

std::optional<std::int64_t> readId(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || id < 1 || std::to_string(id) != text) return std::nullopt;
  return id;
}

void Query::report(std::string_view name, IssueCode code, std::string message) {
  issues_.addUpTo(base::kMostIssues, {base::Severity::kError,
                                      std::string(code.text()),
                                      {},
                                      "?" + std::string(name),
                                      0,
                                      0,
                                      std::move(message)});
}

std::string Query::text(std::string_view name) {
  asked_.push_back(name);
  std::string found;
  int times = 0;
  for (const auto& [key, value] : request_.query) {
    if (key != name) continue;
    if (++times == 2) report(name, "duplicate_parameter", base::quoted(name) + " is repeated");
    found = value;
  }
  return found;
}

std::string Query::oneOf(std::string_view name, const std::vector<std::string_view>& values) {
  std::string found = text(name);
  if (!found.empty() && std::find(values.begin(), values.end(), found) == values.end()) {
    report(name, "wrong_value", base::quoted(found) + " is not a value of " + base::quoted(name));
  }
  return found;
}

std::optional<int> Query::number(std::string_view name) {
  const std::string found = text(name);
  if (found.empty()) return {};
  constexpr std::size_t kMaxDigits = 4;
  if (found.size() > kMaxDigits || found.find_first_not_of("0123456789") != std::string::npos) {
    report(name, "wrong_value", base::quoted(found) + " is not a whole number");
    return {};
  }
  return std::stoi(found);
}

std::int64_t Query::id(std::string_view name) {
  const std::string found = text(name);
  if (found.empty()) return 0;
  if (const auto id = readId(found)) return *id;
  report(name, "wrong_value", base::quoted(found) + " is not an id");
  return 0;
}

std::optional<base::Date> Query::date(std::string_view name) {
  const std::string found = text(name);
  if (found.empty()) return {};
  const auto day = base::Date::parse(found);
  if (day.ok()) return *day;
  report(name, "wrong_value", base::quoted(found) + " is " + day.error().message);
  return {};
}

base::Issues Query::issues() {
  for (const auto& [key, value] : request_.query) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) {
      report(key, "unknown_parameter", base::quoted(key) + " is not a parameter here");
    }
  }
  return std::move(issues_);
}

http::Endpoint withoutQuery(http::Endpoint endpoint) {
  return [inner = std::move(endpoint)](const http::Request& request) {
    base::Issues issues = Query(request).issues();
    if (!issues.empty()) return invalid(request, std::move(issues));
    return inner(request);
  };
}

}  // namespace policycalc::web
