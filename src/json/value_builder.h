#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/json/reader.h"
#include "policycalc/json/value.h"

#include "json/line_counter.h"

namespace policycalc::json {

/// Builds the value of one document from the events of a parser, and checks what the parser does
/// not: depth, number of values, duplicate keys, lone surrogates, the range of numbers. Every event
/// says where it ends in the text. Keeps a reference to the text.
class ValueBuilder {
 public:
  ValueBuilder(std::string_view text, std::string_view file, const ReadLimits& limits);

  /// These return false, with an issue, at one value too many.
  bool null(std::size_t end);
  bool boolean(bool value, std::size_t end);
  bool number(std::size_t end);
  bool string(std::string_view decoded, std::size_t end);
  void key(std::string_view decoded, std::size_t end);
  /// `at` is the offset of the bracket. False, with an issue, if it is one level or value too many.
  bool begin(Value::Type type, std::size_t at);
  void end(std::size_t at);

  /// The place that an error of the parser is about.
  enum class Place : unsigned char { kContainer, kValue };
  void fail(Place place, std::size_t offset, std::string code, const std::string& message);

  /// Where the text goes on after the last event.
  std::size_t lastEnd() const { return last_end_; }

  /// No issue so far.
  bool ok() const { return issues_.empty(); }
  Value takeValue() { return std::move(root_); }
  /// All issues in the order of the text, including those of objects that were never closed.
  base::Issues takeIssues();

 private:
  std::size_t tokenBegin() const;
  /// Counts the value that begins at `begin`; false, with an issue, if it is one too many.
  bool mayAdd(std::size_t begin);
  Value& slot(Value::Type type, std::size_t begin);
  struct Pointer {
    std::string text;
    bool complete =
        true;  // false: names an enclosing place, as the whole pointer would be too long
    void extend(std::string_view key);
    void extend(std::size_t index);
    void replace(std::string child);
  };
  Pointer containerPointer(std::size_t level) const;
  std::string placePointer(Place place) const;
  void checkSurrogates(std::size_t begin, std::size_t end, Place place);
  void checkKeys(std::size_t level);
  void report(const std::string& pointer, Position position, std::string code,
              const std::string& message);

  std::string_view text_;
  std::string_view file_;
  std::size_t max_depth_;
  std::size_t max_values_;
  std::size_t values_ = 0;
  LineCounter lines_;
  base::Issues issues_;
  Value root_;
  // INVARIANT: each is the last child of the one before it, so none moves while it is open.
  std::vector<Value*> open_;
  std::size_t last_end_ = 0;
  bool awaits_value_ = false;  // the innermost object has a key without its value
};

}  // namespace policycalc::json
