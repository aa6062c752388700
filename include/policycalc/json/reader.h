#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/json/value.h"

namespace policycalc::json {

struct ReadLimits {
  std::size_t max_bytes = std::size_t{256} * 1024;
  int max_depth = 32;  ///< arrays and objects open at the same time; at most 1000 are allowed
  /// Values in the whole document, arrays and objects included. A value takes about a hundred bytes
  /// of memory for as few as two of text.
  std::size_t max_values = std::numeric_limits<std::size_t>::max();
};

/// Reads one JSON document (RFC 8259) strictly. Refused, each with pointer, line and column:
///   too_large         more than `max_bytes`
///   too_deep          more than `max_depth` open arrays and objects
///   too_many_values   more than `max_values`
///   syntax            anything that RFC 8259 does not allow, such as NaN and infinities
///   trailing_text     anything after the document, even a NUL byte
///   duplicate_key     the same key twice in one object (all of them are reported)
///   invalid_utf8      bytes that are not UTF-8, in keys too
///   lone_surrogate    an escape that names half a character (`\ud800`, `\udc00`)
///   number_range      a number that base::Decimal cannot hold: beyond 127 bits, 60 decimals or an
///                     exponent of ±60
/// Numbers are kept as text, never read through a double; base::Decimal::parse takes each of them.
///
/// The issues come in the order of the text, at most kMostIssues of them. Reading goes on after a
/// repeated key, a lone low surrogate and most numbers out of range; it ends at the first fault of
/// any other kind, which is reported with all before it. A pointer longer than 1 KiB is cut to an
/// enclosing place; pointers and messages are valid UTF-8. `file` is put into the issues. Throws
/// only for lack of memory and never recurses over the input. Safe to call from any thread.
base::Result<Value, base::Issues> read(std::string_view text, std::string_view file = {},
                                       const ReadLimits& limits = {});

}  // namespace policycalc::json
