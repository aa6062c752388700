#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string_view>

#include "policycalc/json/value.h"

namespace policycalc::json {

/// Turns byte offsets of a text into lines and columns. Offsets should not go backwards: then all
/// look-ups together read the text once. Keeps a reference to the text.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  Position locate(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < line_begin_) {
      line_ = 1;
      line_begin_ = counted_ = 0;
    }
    while (counted_ < offset) {
      const void* end = std::memchr(text_.data() + counted_, '\n', offset - counted_);
      if (end == nullptr) break;
      ++line_;
      line_begin_ = static_cast<std::size_t>(static_cast<const char*>(end) - text_.data()) + 1;
      counted_ = line_begin_;
    }
    counted_ = std::max(counted_, offset);
    return {line_, static_cast<int>(offset - line_begin_) + 1};
  }

 private:
  std::string_view text_;
  int line_ = 1;
  std::size_t line_begin_ = 0;
  std::size_t counted_ = 0;  // no line ends in [line_begin_, counted_)
};

}  // namespace policycalc::json
