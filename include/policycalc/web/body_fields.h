#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/json/value.h"

namespace policycalc::web {

/// The body as JSON, with the line and column in the message of each issue: a pointer alone does
/// not lead to a place in a text that is no JSON.
base::Result<json::Value, base::Issues> readBody(std::string_view body);

/// A whole number in plain digits, within int64.
std::optional<std::int64_t> wholeNumber(const json::Value& value);

/// Reads the members of one request, or of an object in it, whatever their order, and collects what
/// is wrong with them: `wrong_type`, `missing_field`, `unknown_field`. Keeps a reference to the
/// value. Not thread-safe.
class BodyFields {
 public:
  /// `root` may be of any type: if it is no object, that is reported and every member is absent.
  /// `pointer` is where it stands in the body.
  explicit BodyFields(const json::Value& root, std::string pointer = {});

  /// The member if it is a text, else null; absent, null and other types are reported.
  const json::Value* text(std::string_view key);
  /// The same for a member that may be absent or null.
  const json::Value* optionalText(std::string_view key);

  /// The member whatever its type; null where it is absent, which is reported.
  const json::Value* required(std::string_view key);
  /// The member whatever its type; null where it is absent or null.
  const json::Value* optional(std::string_view key);

  /// The required member `revision`: a whole number from 1; 0 where it is reported.
  std::int64_t revision();

  /// About the member `key`, at the place of `value`.
  void report(std::string_view key, const json::Value& value, std::string code,
              std::string message);
  void reportMissing(std::string_view key);
  /// About what stands at `pointer`, deeper in the body.
  void reportAt(std::string pointer, const json::Value& value, std::string code,
                std::string message);
  /// What others found.
  void add(const base::Issues& issues);

  /// Call last: reports members that nobody asked for, and gives all issues, sorted.
  base::Issues issues();

 private:
  const json::Value& root_;
  const std::string pointer_;
  std::vector<std::string_view> asked_;
  base::Issues issues_;
};

}  // namespace policycalc::web
