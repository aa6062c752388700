#pragma once

#include <iconv.h>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/registry/records.h"

namespace policycalc::registry {

/// The bytes of an input as far as they are read, and how to make UTF-8 of them. In both encodings
/// a byte below 0x30 is always itself, so that newlines, commas and quotes are found before
/// anything is decoded.
class Input {
 public:
  using Read = base::Result<bool, base::Issue>;

  explicit Input(std::unique_ptr<Source> source) : source_(std::move(source)) {}

  /// Reads the beginning and finds the encoding, or takes the one of that name.
  Read begin(const std::string& encoding);

  /// What is read and not yet consumed. Valid until the next call of fill().
  std::string_view rest() const { return std::string_view(buffer_).substr(at_); }
  /// Counts the lines that end in the `bytes` consumed.
  void consume(std::size_t bytes);
  /// The same for bytes of which only the last is a newline.
  void consumeLine(std::size_t bytes);
  /// Reads more; false at the end.
  Read fill();
  /// Consumes the rest of the line.
  Read skipLine();

  /// The line that rest() begins on, from 1.
  std::uint64_t line() const { return line_; }

  /// `bytes` as UTF-8, or nothing if they are not in the encoding. Valid until the next call.
  std::optional<std::string_view> decoded(std::string_view bytes);
  /// The fault of such bytes.
  base::Issue undecodable() const;

 private:
  Read detect();

  struct CloseIconv {
    void operator()(void* converter) const { iconv_close(converter); }
  };

  std::unique_ptr<Source> source_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool ended_ = false;
  std::uint64_t line_ = 1;
  std::unique_ptr<void, CloseIconv> converter_;  ///< null: UTF-8
  std::string decoded_;
};

}  // namespace policycalc::registry
