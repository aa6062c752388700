#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace policycalc::json {

constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kHighBits = kOnes << 7U;
constexpr std::size_t kWord = sizeof(std::uint64_t);

/// High bits at the bytes of `word` that are zero. A byte above a zero one may be marked too.
constexpr std::uint64_t zeroBytes(std::uint64_t word) {
  return (word - kOnes) & ~word & kHighBits;
}

/// High bits at the bytes that are `"`, `\` or control characters; the first of them is exact.
constexpr std::uint64_t endsOfText(std::uint64_t word) {
  const std::uint64_t control = (word - kOnes * 0x20) & ~word & kHighBits;
  return zeroBytes(word ^ (kOnes * '"')) | zeroBytes(word ^ (kOnes * '\\')) | control;
}

/// What a text is until its first `"`, `\` or control character.
struct Run {
  const char* end;
  bool ascii = true;
};

inline Run plainRun(const char* at, const char* end) {
  const char* const begin = at;
  std::uint64_t seen = 0;
  while (static_cast<std::size_t>(end - at) >= kWord) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, kWord);
    const std::uint64_t ends = endsOfText(word);
    if (ends != 0) {
      // The lowest byte is the first: what this is built for is little-endian.
      static_assert(std::endian::native == std::endian::little);
      const auto bits = static_cast<unsigned>(std::countr_zero(ends)) & ~7U;
      seen |= word & ((std::uint64_t{1} << bits) - 1);
      return {at + bits / 8, (seen & kHighBits) == 0};
    }
    seen |= word;
    at += kWord;
  }
  if (at != end && static_cast<std::size_t>(end - begin) >= kWord) {
    // The rest, with some of what was read before.
    std::uint64_t word = 0;
    std::memcpy(&word, end - kWord, kWord);
    if (endsOfText(word) == 0) return {end, ((seen | word) & kHighBits) == 0};
  }
  while (at != end) {
    const auto byte = static_cast<unsigned char>(*at);
    if (byte < 0x20 || byte == '"' || byte == '\\') break;
    seen |= byte;  // as the lowest byte of a word
    ++at;
  }
  return {at, (seen & kHighBits) == 0};
}

}  // namespace policycalc::json
