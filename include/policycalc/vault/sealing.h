#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/vault/access_code.h"

namespace policycalc::vault {

/// A secret of 32 bytes; the destructor wipes it from memory.
class Key {
 public:
  static constexpr std::size_t kBytes = 32;

  /// A new key from the system's generator. Thread-safe.
  static Key random();
  explicit Key(const std::array<unsigned char, kBytes>& bytes) : bytes_(bytes) {}
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();

  const std::array<unsigned char, kBytes>& bytes() const { return bytes_; }
  /// Compares in constant time.
  bool operator==(const Key& other) const;

 private:
  std::array<unsigned char, kBytes> bytes_;
};

/// What a code is used for. Different purposes derive different names and keys.
enum class Purpose : unsigned char { kProfile, kFeedback };

/// The name under which the code's record is stored: a one-way BLAKE2b hash as 43 characters of
/// base64url. It is derived separately from `codeKey`, so the stored name reveals nothing about the
/// key. A slow password hash is unnecessary, because a code has 130 random bits.
std::string lookupId(const AccessCode& code, Purpose purpose);

/// The key that only the holder of the code can derive.
Key codeKey(const AccessCode& code, Purpose purpose);

/// Encrypts and authenticates `text` (XChaCha20-Poly1305 with a random nonce) together with
/// `context`, which is not stored and must be given again to open it. Pads to a multiple of 256
/// bytes, so that the length reveals little. Base64url.
std::string seal(std::string_view text, const Key& key, std::string_view context);

/// Returns the sealed text, or nothing if the key or context differs or a single bit was changed.
std::optional<std::string> open(std::string_view sealed, const Key& key, std::string_view context);

/// Seals a key with another key, and opens it again.
std::string wrap(const Key& key, const Key& by, std::string_view context);
std::optional<Key> unwrap(std::string_view wrapped, const Key& by, std::string_view context);

}  // namespace policycalc::vault
