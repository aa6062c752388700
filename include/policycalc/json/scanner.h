#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/json/reader.h"

namespace policycalc::json {

/// Reads a JSON document value by value, as the caller asks for them, without building a tree. It
/// explains nothing: at anything unusual it gives up, and every later call fails. The caller then
/// reads the same text with read(), which names the fault, if there is one. What it accepts is part
/// of what read() accepts, with the same meaning; unlike read() it gives up at
///   - a byte order mark,
///   - a number with an exponent, or of more than kMostDigits digits.
/// The caller refuses keys that an object repeats. Keeps a reference to the text and never
/// allocates, except for texts with escapes. Not thread-safe.
class Scanner {
 public:
  static constexpr int kMostDigits = 18;

  /// A number: `digits` × 10^-`decimals`, negative if `negative`. `text` is how it is written.
  struct Number {
    std::int64_t digits = 0;
    int decimals = 0;
    bool negative = false;
    std::string_view text = {};

    /// The number in units of 10^-scale; nothing if it is negative or would lose digits.
    std::optional<std::int64_t> toUnits(int scale) const;
  };

  /// Of `limits`, max_depth is left to the caller, who asks for every array and object.
  explicit Scanner(std::string_view text, const ReadLimits& limits = {});

  /// False once it gave up.
  bool ok() const { return ok_; }
  /// Gives up: the caller met something odd.
  void giveUp() { ok_ = false; }

  /// Reads the `{` of an object. False if it gave up, as for all that follows.
  bool beginObject() { return begin('{'); }
  /// The next key of the innermost object, or nothing after its last member, whose `}` is then
  /// read, and nothing if it gave up. Valid until the next call.
  std::optional<std::string_view> key();

  bool beginArray() { return begin('['); }
  /// True if the innermost array has another element; else its `]` is read, or it gave up.
  bool element();

  /// Whether the next value is of this type; reads nothing.
  bool isNext(Value::Type type);
  /// Reads the next value if it is null.
  bool null();
  /// Reads the next value, which has to be of the type.
  std::optional<bool> boolean();
  std::optional<Number> number();
  /// Valid until the next call.
  std::optional<std::string_view> string();

  /// Whether nothing but blanks follows. Asked at the end of the document.
  bool isAtEnd();

  /// Reads a text that is one plain number, as JSON writes it, under the same limits; nothing else.
  static std::optional<Number> numberIn(std::string_view text);

 private:
  char next();
  bool begin(char bracket);
  bool goesOn(char closing);
  bool addValue();
  bool word(std::string_view expected);
  std::optional<std::string_view> text();
  bool unescape();
  bool unescapeOne();
  std::optional<char32_t> hexDigits();

  const char* at_;
  const char* end_;
  std::size_t values_left_;
  bool ok_ = true;
  bool first_ = false;  ///< nothing was read of the innermost array or object
  std::string unescaped_;
};

}  // namespace policycalc::json
