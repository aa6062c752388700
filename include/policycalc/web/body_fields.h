#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/json/decoder.h"
#include "policycalc/json/value.h"
#include "policycalc/web/contract/issue_codes.h"

namespace policycalc::web {

/// The body as JSON, of at most 10,000 values: many times what any form of this service has. The
/// message of each issue ends with the line and column, as a pointer cannot
/// name a place in a text that is not JSON.
base::Result<json::Value, base::Issues> readBody(std::string_view body);

using json::wholeNumber;

/// The list that a BodyFields collects its issues in: a base, so that it exists before the decoder.
struct BodyIssues {
  base::Issues collected;
  json::IssueSink collector{{}, collected, base::kMostIssues};
};

/// A decoder of one request body, or of an object in it, that keeps its own issues. Keeps a
/// reference to the value. Not thread-safe.
class BodyFields : private BodyIssues, public json::Decoder {
 public:
  explicit BodyFields(const json::Value& root, std::string pointer = {})
      : json::Decoder(root, std::move(pointer), collector) {}
  BodyFields(const BodyFields&) = delete;
  BodyFields& operator=(const BodyFields&) = delete;

  /// The required member `revision`: a whole number from 1; 0 where it is reported.
  std::int64_t revision();

  /// As those of the decoder, with a code that the API documents name.
  void report(std::string_view key, const json::Value& value, IssueCode code,
              std::string message) const;
  void reportAt(std::string pointer, const json::Value& value, IssueCode code,
                std::string message) const;
  /// `wrong_type`: `expected`, as in `a list of facts`, and not what `value` is.
  void reportType(std::string pointer, const json::Value& value, std::string_view expected) const;

  /// The name at `pointer` is not `what` (`a measure`): tells which of `names` are nearest.
  void reportUnknown(std::string pointer, const json::Value& value, IssueCode code,
                     std::string_view what, const std::vector<std::string>& names);

  /// Adds issues that were found elsewhere.
  void add(const base::Issues& issues);

  /// Call last: reports members that no call asked for, and returns all issues, sorted.
  base::Issues issues();
};

}  // namespace policycalc::web
