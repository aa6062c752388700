#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "policycalc/base/decimal.h"
#include "policycalc/json/value.h"

namespace policycalc::json {

/// Writes one JSON document into a string. The caller keeps begin and end in balance (asserted).
/// Bytes that are not UTF-8 come out as U+FFFD; `<`, `>`, `&` stay as they are (answers are
/// application/json). Not thread-safe.
class Writer {
 public:
  enum class Layout : std::uint8_t { kCompact, kIndented };

  explicit Writer(Layout layout = Layout::kCompact);
  ~Writer();
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  Writer& beginObject();
  Writer& endObject();
  Writer& beginArray();
  Writer& endArray();
  Writer& key(std::string_view name);

  Writer& string(std::string_view text);
  Writer& boolean(bool value);
  Writer& integer(std::int64_t value);
  Writer& decimal(const base::Decimal& value);
  Writer& null();
  /// A complete JSON value that is already rendered; copied unchecked.
  Writer& raw(std::string_view json);
  /// Whole members of the open object (`"a":1,"b":[]`), already rendered; copied unchecked.
  /// Compact layout only (asserted); an empty text adds nothing.
  Writer& rawMembers(std::string_view json);
  /// A parsed value: keys in their order, numbers with the digits they were read with.
  Writer& value(const Value& value);

  /// `string`, or null for an empty text.
  Writer& stringOrNull(std::string_view text);

  /// The document written so far; ends the writer's use.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// `value` with every object's keys sorted bytewise and no white space; numbers normalised
/// (`1.50` and `1.5` are the same). Two documents with equal canonical text mean the same.
std::string canonical(const Value& value);

}  // namespace policycalc::json
