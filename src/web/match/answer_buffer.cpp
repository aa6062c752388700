#include "web/match/answer_buffer.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "policycalc/json/append.h"

namespace policycalc::web {
namespace {

/// What a thread keeps from one answer to the next, so that it need not ask for much memory at
/// once.
struct Kept {
  std::unique_ptr<char[]> memory;
  std::size_t bytes = 0;
};
constexpr std::size_t kMostKept = std::size_t{64} * 1024;

Kept& kept() {
  thread_local Kept of_this_thread;
  return of_this_thread;
}

}  // namespace

AnswerBuffer::AnswerBuffer(std::size_t usual) {
  Kept& before = kept();
  if (before.bytes < usual) {
    own(usual, 0);
    return;
  }
  memory_ = std::move(before.memory);
  at_ = memory_.get();
  end_ = at_ + std::exchange(before.bytes, 0);
}

AnswerBuffer::~AnswerBuffer() {
  const auto bytes = static_cast<std::size_t>(end_ - memory_.get());
  if (bytes <= kMostKept) kept() = {std::move(memory_), bytes};
}

void AnswerBuffer::grow(std::size_t bytes) {
  const auto size = static_cast<std::size_t>(end_ - memory_.get());
  own(std::max(2 * size, used() + bytes), used());
}

void AnswerBuffer::own(std::size_t bytes, std::size_t used) {
  auto larger = std::make_unique_for_overwrite<char[]>(bytes);
  if (used > 0) std::memcpy(larger.get(), memory_.get(), used);
  memory_ = std::move(larger);
  at_ = memory_.get() + used;
  end_ = memory_.get() + bytes;
}

void AnswerBuffer::putInteger(std::int64_t number) {
  constexpr std::size_t kMostDigits = 20;  // with a sign
  reserve(kMostDigits);
  at_ = std::to_chars(at_, end_, number).ptr;
}

void AnswerBuffer::putText(std::string_view text) {
  if (!json::isPlain(text)) return putEscaped(text);
  putQuoted(text);
}

void AnswerBuffer::putAnyText(std::string_view text) {
  if (!json::isPlainUtf8(text)) return putEscaped(text);
  putQuoted(text);
}

void AnswerBuffer::putQuoted(std::string_view text) {
  put('"');
  put(text);
  put('"');
}

void AnswerBuffer::putEscaped(std::string_view text) {
  std::string escaped;
  json::appendString(escaped, text);
  put(escaped);
}

std::string AnswerBuffer::text() const {
  return {memory_.get(), used()};
}

}  // namespace policycalc::web
