#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/decimal.h"
#include "policycalc/base/issue.h"
#include "policycalc/json/value.h"

namespace policycalc::json {

/// Where a document's issues go: the file they are about and the list that collects them.
struct IssueSink {
  std::string_view file;
  base::Issues& issues;
};

/// Reads the members of one object into typed values and collects everything that is wrong with
/// them: codes `wrong_type`, `missing_key`, `unknown_key`, `wrong_value`. A faulty or absent member
/// reads as an empty value, so that one pass reports all faults. Keeps references: the value and
/// the sink must outlive it. Not thread-safe.
class Decoder {
 public:
  /// `value` may be of any type: if it is no object, that is reported and every member is absent.
  Decoder(const Value& value, std::string pointer, const IssueSink& sink);

  const Value& value() const { return *value_; }
  const std::string& pointer() const { return pointer_; }
  const IssueSink& sink() const { return *sink_; }

  /// Required members. An empty string is reported too.
  std::string string(std::string_view key);
  bool boolean(std::string_view key);
  std::int64_t integer(std::string_view key);
  base::Decimal decimal(std::string_view key);
  std::optional<base::Date> date(std::string_view key);
  std::vector<std::string> strings(std::string_view key);
  /// Index of the member's text in `names`, or nothing (reported).
  std::optional<std::size_t> oneOf(std::string_view key,
                                   std::initializer_list<std::string_view> names);

  /// Members that may be null or absent.
  std::string optionalString(std::string_view key);
  std::optional<base::Date> optionalDate(std::string_view key);

  /// The member, or null; remembers that the key is known. `array` reports another type.
  const Value* member(std::string_view key);
  /// The elements of a required array, each with its pointer.
  std::vector<Decoder> objects(std::string_view key);
  Decoder object(std::string_view key);

  /// Reports every member that no call asked for. Call it last.
  void refuseUnknownKeys();

  void report(std::string code, std::string message) const;
  void reportAt(std::string_view key, std::string code, std::string message) const;

 private:
  const Value* required(std::string_view key, Value::Type type);

  const Value* value_;
  std::string pointer_;
  const IssueSink* sink_;
  std::vector<std::string_view> asked_;
};

/// Adds an issue about `value`, which stands at `pointer`.
void reportIssue(const IssueSink& sink, const Value& value, std::string pointer, std::string code,
                 std::string message);

}  // namespace policycalc::json
