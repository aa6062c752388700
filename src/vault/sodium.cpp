#include "vault/sodium.h"

#include <algorithm>
#include <stdexcept>

namespace policycalc::vault {
namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

}  // namespace

void startSodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) throw std::runtime_error("libsodium cannot start");
}

std::string toBase64(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytesOf(bytes), bytes.size(), kVariant);
  text.pop_back();  // the NUL that the library appends
  return text;
}

std::optional<std::string> fromBase64(std::string_view text) {
  // The library reads a negative char as `A`.
  if (std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; })) {
    return std::nullopt;
  }
  std::string bytes(text.size(), '\0');
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed = sodium_base642bin(bytesOf(bytes), bytes.size(), text.data(), text.size(),
                                       nullptr, &length, &end, kVariant);
  if (failed != 0 || end != text.data() + text.size()) return std::nullopt;
  bytes.resize(length);
  return bytes;
}

void wipe(std::string& text) {
  sodium_memzero(text.data(), text.size());
}

}  // namespace policycalc::vault
