#pragma once

#include <optional>
#include <sodium.h>
#include <string>
#include <string_view>

namespace policycalc::vault {

/// Makes the library ready; to be called before any use. Thread-safe. Throws std::runtime_error
/// if the system gives no random numbers.
void startSodium();

/// Base64url without padding.
std::string toBase64(std::string_view bytes);
/// Nothing for any other text, and for the forms that decode to the same bytes but are not the one
/// that `toBase64` makes.
std::optional<std::string> fromBase64(std::string_view text);

/// Overwrites what `text` holds, so that no secret stays in memory.
void wipe(std::string& text);

inline const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}
inline unsigned char* bytesOf(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace policycalc::vault
