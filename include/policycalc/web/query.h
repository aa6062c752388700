#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/http/endpoint.h"
#include "policycalc/http/message.h"
#include "policycalc/web/contract/issue_codes.h"

namespace policycalc::web {

/// The id in a path or a query: from 1, without sign or leading zero, so that each id has one
/// spelling. Nothing for any other text.
std::optional<std::int64_t> readId(std::string_view text);

/// Reads the query of one request and collects what is wrong with it: `unknown_parameter`,
/// `duplicate_parameter`, `wrong_value`. Issues point at `?name`.
class Query {
 public:
  explicit Query(const http::Request& request) : request_(request) {}

  /// The parameter's text, or "".
  std::string text(std::string_view name);
  /// A text that is one of these, or "".
  std::string oneOf(std::string_view name, const std::vector<std::string_view>& values);
  std::optional<int> number(std::string_view name);

  /// An id as readId() reads it; 0 if it is absent.
  std::int64_t id(std::string_view name);
  /// A day (`2026-11-25`); nothing if it is absent.
  std::optional<base::Date> date(std::string_view name);

  /// Call last: reports parameters that no call asked for, and returns all issues.
  base::Issues issues();

 private:
  void report(std::string_view name, IssueCode code, std::string message);

  const http::Request& request_;
  std::vector<std::string_view> asked_;
  base::Issues issues_;
};

/// `endpoint` for a route without parameters: a request that has one is refused.
http::Endpoint withoutQuery(http::Endpoint endpoint);

}  // namespace policycalc::web
