#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"
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

  /// What a catalogue has of one kind: the ids of its units, the numbers of its items.
  using NamesIn = std::vector<std::string> (*)(const catalogue::Catalogue&);
  using NumbersIn = std::vector<int> (*)(const catalogue::Catalogue&);
  /// A name or a number that the catalogue has to know, or nothing. issuesIn() reports one that it
  /// does not: which catalogue is asked, the query itself says.
  std::string nameIn(std::string_view name, NamesIn names);
  std::optional<int> numberIn(std::string_view name, NumbersIn numbers);

  /// An id as readId() reads it; 0 if it is absent.
  std::int64_t id(std::string_view name);
  /// A day (`2026-11-25`); nothing if it is absent.
  std::optional<base::Date> date(std::string_view name);

  /// For what only the endpoint can find wrong.
  void report(std::string_view name, IssueCode code, std::string message);

  /// Call last: reports parameters that no call asked for, and returns all issues.
  base::Issues issues();
  /// Names and numbers that this catalogue does not know.
  base::Issues issuesIn(const catalogue::Catalogue& catalogue);

 private:
  template <typename List>
  struct Asked {
    std::string_view name;
    std::string value;
    List list;
  };

  void add(std::string_view name, IssueCode code, std::string message,
           std::vector<std::string> instead = {}, std::string message_zh = {});
  void reportUnknown(std::string_view name, const std::string& value,
                     const std::vector<std::string>& values);

  const http::Request& request_;
  std::vector<std::string_view> asked_;
  std::vector<Asked<NamesIn>> names_;
  std::vector<Asked<NumbersIn>> numbers_;
  base::Issues issues_;
};

/// `endpoint` for a route without parameters: a request that has one is refused.
http::Endpoint withoutQuery(http::Endpoint endpoint);

}  // namespace policycalc::web
