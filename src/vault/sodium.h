#pragma once

#include <optional>
#include <sodium.h>
#include <string>
#include <string_view>

namespace policycalc::vault {

/// Initialises the library; call it before any use. Thread-safe. Throws std::runtime_error if the
/// system has no random numbers.
void startSodium();

/// Base64url without padding.
std::string toBase64(std::string_view bytes);
/// Returns nothing for any other text, including alternative encodings of the same bytes that
/// `toBase64` does not produce.
std::optional<std::string> fromBase64(std::string_view text);

/// Overwrites `text`, so that no secret stays in memory.
void wipe(std::string& text);

inline const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
inline unsigned char* bytesOf(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace policycalc::vault
