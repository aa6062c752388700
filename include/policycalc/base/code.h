#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace policycalc::base {

/// A code of `list`, an array of std::string_view with static storage. A text that the list does
/// not hold does not compile, so that no answer has a code that its document does not name.
template <const auto& list>
class CodeOf {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is written where a code is expected.
  consteval CodeOf(const char* text) : text_(text) {
    if (std::find(list.begin(), list.end(), text_) == list.end()) {
      throw "the list of codes does not hold this one";
    }
  }

  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// All codes of several lists, in their order.
template <std::size_t... sizes>
constexpr auto joinedCodes(const std::array<std::string_view, sizes>&... lists) {
  std::array<std::string_view, (sizes + ...)> all{};
  auto next = all.begin();
  ((next = std::copy(lists.begin(), lists.end(), next)), ...);
  return all;
}

}  // namespace policycalc::base
