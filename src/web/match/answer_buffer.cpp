#include "web/match/answer_buffer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "policycalc/json/append.h"

namespace policycalc::web {

void AnswerBuffer::grow(std::size_t bytes) {
  const auto used = static_cast<std::size_t>(at_ - text_.data());
  text_.resize(std::max(2 * text_.size(), used + bytes));
  point(used);
}

void AnswerBuffer::putInteger(std::int64_t number) {
  std::array<char, 24> digits{};
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  put(std::string_view(digits.data(), static_cast<std::size_t>(end - digits.data())));
}

void AnswerBuffer::putText(std::string_view text) {
  if (!json::isPlain(text)) return putAnyText(text);
  put('"');
  put(text);
  put('"');
}

void AnswerBuffer::putAnyText(std::string_view text) {
  std::string escaped;
  json::appendString(escaped, text);
  put(escaped);
}

std::string AnswerBuffer::take() {
  text_.resize(static_cast<std::size_t>(at_ - text_.data()));
  std::string taken = std::move(text_);
  text_.clear();
  point(0);
  return taken;
}

}  // namespace policycalc::web
