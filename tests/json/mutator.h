#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace policycalc::json::test {

// The parts that faults are made of: JSON's own punctuation, halves of escapes, bytes that are not
// UTF-8.
inline constexpr std::string_view kPieces[] = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "\\udc00",
    "\\u0000",
    "0",
    "-",
    ".",
    "e",
    "1e99",
    "null",
    "true",
    "NaN",
    " ",
    "\n",
    "\xEF\xBB\xBF",
    "\xED\xA0\x80",
    "\xFF",
    "\x80",
    "赣",
    "\t",
    "/*",
    "\"a\":1,",
};

/// Breaks documents in one to six places, the same ones for the same seed.
class Mutator {
 public:
  explicit Mutator(std::uint32_t seed) : random_(seed) {}

  /// One of the documents, changed.
  std::string changed(std::span<const std::string_view> documents) {
    return changed(std::string(documents[below(documents.size())]));
  }

  std::string changed(std::string text) {
    const std::size_t changes = 1 + below(6);
    for (std::size_t i = 0; i < changes; ++i) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

  void change(std::string& text) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = below(8);
    switch (below(6)) {
      case 0:
        text.insert(at, kPieces[below(std::size(kPieces))]);
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(below(text.size() + 1), text.substr(at, length));
        break;
      case 3:
        text.replace(at, length, kPieces[below(std::size(kPieces))]);
        break;
      case 4:
        if (at < text.size()) text[at] = static_cast<char>(below(256));
        break;
      default:
        text.resize(at);
    }
  }

  std::mt19937 random_;
};

}  // namespace policycalc::json::test
