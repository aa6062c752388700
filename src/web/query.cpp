#include "policycalc/web/query.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/web/refusals.h"

namespace policycalc::web {

std::optional<std::int64_t> readId(std::string_view text) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || id < 1 || std::to_string(id) != text) return std::nullopt;
  return id;
}

void Query::add(std::string_view name, IssueCode code, std::string message,
                std::vector<std::string> instead, std::string message_zh) {
  base::Issue issue;
  issue.code = code.text();
  issue.pointer = "?" + std::string(name);
  issue.message = std::move(message);
  issue.instead = std::move(instead);
  issue.message_zh = std::move(message_zh);
  issues_.addUpTo(base::kMostIssues, std::move(issue));
}

void Query::report(std::string_view name, IssueCode code, std::string message) {
  add(name, code, std::move(message));
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
    reportUnknown(name, found, {values.begin(), values.end()});
  }
  return found;
}

void Query::reportUnknown(std::string_view name, const std::string& value,
                          const std::vector<std::string>& values) {
  std::vector<std::string> instead = base::nearestNames(value, values);
  std::string message =
      base::quoted(value) + " is not a value of " + base::quoted(name) + base::didYouMean(instead);
  add(name, "wrong_value", std::move(message), std::move(instead));
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

std::string Query::nameIn(std::string_view name, NamesIn names) {
  std::string found = text(name);
  if (!found.empty()) names_.push_back({name, found, names});
  return found;
}

std::optional<int> Query::numberIn(std::string_view name, NumbersIn numbers) {
  const auto found = number(name);
  if (found) numbers_.push_back({name, std::to_string(*found), numbers});
  return found;
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
  add(name, "wrong_value", base::quoted(found) + " is " + day.error().message, {},
      base::quoted(found) + " 不是日期：要写成 YYYY-MM-DD，1900 年至 2999 年");
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

base::Issues Query::issuesIn(const catalogue::Catalogue& catalogue) {
  for (const auto& [name, value, names] : names_) {
    const std::vector<std::string> known = names(catalogue);
    if (std::find(known.begin(), known.end(), value) == known.end()) {
      reportUnknown(name, value, known);
    }
  }
  for (const auto& [name, value, numbers] : numbers_) {
    const std::vector<int> known = numbers(catalogue);
    if (std::find(known.begin(), known.end(), std::stoi(value)) != known.end()) continue;
    const auto [first, last] = std::minmax_element(known.begin(), known.end());
    std::string message = base::quoted(value) + " is not a value of " + base::quoted(name);
    std::string message_zh;
    if (!known.empty()) {
      const std::string least = std::to_string(*first);
      const std::string most = std::to_string(*last);
      message += ", which goes from " + least + " to " + most;
      message_zh = base::quoted(name) + " 只能是 " + least + " 至 " + most;
    }
    add(name, "wrong_value", std::move(message), {}, std::move(message_zh));
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
