#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace policycalc::web {

/// The text of an answer that is put together from prepared parts. An answer has hundreds of them,
/// most of them short: each is copied without a call, a check of its end or a final zero.
class AnswerBuffer {
 public:
  /// `usual`: the bytes that most answers fit in.
  explicit AnswerBuffer(std::size_t usual);
  ~AnswerBuffer();
  AnswerBuffer(const AnswerBuffer&) = delete;
  AnswerBuffer& operator=(const AnswerBuffer&) = delete;

  void put(std::string_view part) {
    reserve(part.size());
    std::memcpy(at_, part.data(), part.size());
    at_ += part.size();
  }
  /// A literal: its size is known to the compiler.
  template <std::size_t size>
  void put(const char (&literal)[size]) {
    reserve(size - 1);
    std::memcpy(at_, literal, size - 1);
    at_ += size - 1;
  }
  void put(char c) {
    reserve(1);
    *at_++ = c;
  }
  void putInteger(std::int64_t number);
  /// A text as a JSON string. It must be UTF-8, as all texts of a catalogue are.
  void putText(std::string_view text);
  /// The same for a text of which that is not known.
  void putAnyText(std::string_view text);

  /// A copy of the text, as long as it is.
  std::string text() const;

 private:
  void reserve(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) grow(bytes);
  }
  void putQuoted(std::string_view text);
  void putEscaped(std::string_view text);
  void grow(std::size_t bytes);
  /// Takes memory for `bytes`, the first `used` of which hold the text so far.
  void own(std::size_t bytes, std::size_t used);
  std::size_t used() const { return static_cast<std::size_t>(at_ - memory_.get()); }

  std::unique_ptr<char[]> memory_;  ///< unwritten behind at_: an answer's bytes are set once
  char* at_ = nullptr;              ///< where the next part goes
  char* end_ = nullptr;             ///< of the memory
};

/// What comes before the next of several parts.
class Separator {
 public:
  /// Puts `before` the first time, and a comma after that.
  template <std::size_t size>
  void put(AnswerBuffer& out, const char (&before)[size]) {
    if (first_) {
      out.put(before);
    } else {
      out.put(',');
    }
    first_ = false;
  }
  void put(AnswerBuffer& out) {
    if (!first_) out.put(',');
    first_ = false;
  }
  /// Puts `after` if put() was called.
  template <std::size_t size>
  void close(AnswerBuffer& out, const char (&after)[size]) const {
    if (!first_) out.put(after);
  }

 private:
  bool first_ = true;
};

}  // namespace policycalc::web
