#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/decimal.h"
#include "policycalc/base/issue.h"
#include "policycalc/json/value.h"

namespace policycalc::json {

/// Where a document's issues go: the file they are about, the list that collects them, and how many
/// it takes before it only counts them.
struct IssueSink {
  std::string_view file;
  base::Issues& issues;
  std::size_t most = std::numeric_limits<std::size_t>::max();
};

/// Reads the members of one object, of a policy file or of a request, and collects everything that
/// is wrong with them: codes `wrong_type`, `missing_field`, `unknown_field`, `wrong_value`. A
/// faulty or absent member reads as an empty value, so that one pass reports all faults. Keeps
/// references: the value and the sink must outlive it. Not thread-safe.
class Decoder {
 public:
  /// `value` may be of any type: if it is not an object, that is reported and every member is
  /// absent, which is not reported again. `pointer` says where `value` is in the document.
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
  /// The elements of a required array, each with its pointer.
  std::vector<Decoder> objects(std::string_view key);
  Decoder object(std::string_view key);

  /// Members that may be null or absent.
  std::string optionalString(std::string_view key);
  std::optional<base::Date> optionalDate(std::string_view key);

  /// The member if it is a text, else null; absent, null and other types are reported.
  const Value* text(std::string_view key);
  /// The same for a member that may be absent or null.
  const Value* optionalText(std::string_view key);

  /// The member whatever its type; null where it is absent, which is reported.
  const Value* required(std::string_view key);
  /// The member whatever its type; null where it is absent or null.
  const Value* optional(std::string_view key);
  /// The member whatever its type, or null. Reports nothing.
  const Value* member(std::string_view key);

  /// Reports every member that no call asked for. Call it last.
  void refuseUnknownKeys();

  /// About the object as a whole.
  void report(std::string code, std::string message) const;
  /// About the member `key`, at the place of `value`.
  void report(std::string_view key, const Value& value, std::string code,
              std::string message) const;
  /// About the member `key`, at its own place if there is one.
  void reportAt(std::string_view key, std::string code, std::string message) const;
  /// About the value at `pointer`, deeper in the document. `instead` are names to use.
  void reportAt(std::string pointer, const Value& value, std::string code, std::string message,
                std::vector<std::string> instead = {}) const;
  void reportMissing(std::string_view key) const;

 private:
  const Value* required(std::string_view key, Value::Type type);
  const Value* ofType(std::string_view key, const Value* found, Value::Type type) const;

  const Value* value_;
  std::string pointer_;
  const IssueSink* sink_;
  std::vector<std::string_view> asked_;
};

/// Adds an issue about `value`, which is at `pointer`.
void reportIssue(const IssueSink& sink, const Value& value, std::string pointer, std::string code,
                 std::string message, std::vector<std::string> instead = {});

/// The number that `value` writes in plain digits (`20`, not `2e1` or `20.0`); nothing for any
/// other value, and beyond int64.
std::optional<std::int64_t> wholeNumber(const Value& value);

}  // namespace policycalc::json
