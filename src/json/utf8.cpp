#include "json/utf8.h"

#include <cstdint>
#include <cstring>

namespace policycalc::json {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned byteAt(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool isContinuation(unsigned byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// The first byte of a sequence and the range its second byte must lie in: the only places where
/// UTF-8 has exceptions (overlong forms, surrogates, code points beyond U+10FFFF).
struct Lead {
  std::size_t length = 0;
  unsigned second_from = 0x80;
  unsigned second_to = 0xBF;
};

Lead leadOf(unsigned byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

/// Length of the sequence of more than one byte at `at`, or 0 if it is broken.
std::size_t sequenceLength(std::string_view text, std::size_t at) {
  const Lead lead = leadOf(byteAt(text, at));
  if (lead.length == 0 || text.size() - at < lead.length) return 0;
  const unsigned second = byteAt(text, at + 1);
  if (second < lead.second_from || second > lead.second_to) return 0;
  for (std::size_t i = 2; i < lead.length; ++i) {
    if (!isContinuation(byteAt(text, at + i))) return 0;
  }
  return lead.length;
}

/// The first byte at or after `at` that is not ASCII, looked for eight bytes at a time.
std::size_t skipAscii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  while (text.size() - at >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) break;
    at += sizeof word;
  }
  while (at < text.size() && byteAt(text, at) < 0x80) ++at;
  return at;
}

}  // namespace

std::size_t validUtf8Prefix(std::string_view text) {
  std::size_t at = skipAscii(text, 0);
  while (at < text.size()) {
    const std::size_t length = sequenceLength(text, at);
    if (length == 0) return at;
    at += length;
    if (at < text.size() && byteAt(text, at) < 0x80) at = skipAscii(text, at);
  }
  return at;
}

std::string replaceInvalidUtf8(std::string_view text) {
  std::string replaced;
  while (!text.empty()) {
    const std::size_t valid = validUtf8Prefix(text);
    replaced += text.substr(0, valid);
    text.remove_prefix(valid);
    if (text.empty()) break;
    replaced += kReplacement;
    text.remove_prefix(1);
  }
  return replaced;
}

}  // namespace policycalc::json
