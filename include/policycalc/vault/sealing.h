#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "policycalc/vault/access_code.h"

namespace policycalc::vault {

/// A secret of 32 bytes, wiped from memory when it goes.
class Key {
 public:
  static constexpr std::size_t kBytes = 32;

  /// Fresh from the system's generator. Thread-safe.
  static Key random();
  explicit Key(const std::array<unsigned char, kBytes>& bytes) : bytes_(bytes) {}
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();

  const std::array<unsigned char, kBytes>& bytes() const { return bytes_; }
  /// Takes as long whatever differs.
  bool operator==(const Key& other) const;

 private:
  std::array<unsigned char, kBytes> bytes_;
};

/// What a code is used for. Everything derived differs between purposes.
enum class Purpose : unsigned char { kProfile, kFeedback };

/// The name under which the code's record is stored: 43 characters of base64url. A keyed BLAKE2b
/// hash, one way; derived apart from `codeKey`, so that the stored name tells nothing of the key.
/// No password hash is needed: a code has 130 bits of chance.
std::string lookupId(const AccessCode& code, Purpose purpose);

/// The key that only the holder of the code has.
Key codeKey(const AccessCode& code, Purpose purpose);

/// `text` encrypted and authenticated (XChaCha20-Poly1305 with a random nonce) together with
/// `context`, which is not stored in it and must be given again to open; padded to a multiple of
/// 256 bytes, so that the length tells little. Base64url.
std::string seal(std::string_view text, const Key& key, std::string_view context);

/// What was sealed; nothing if key or context differ or a single bit was changed.
std::optional<std::string> open(std::string_view sealed, const Key& key, std::string_view context);

/// A key sealed by another, and back.
std::string wrap(const Key& key, const Key& by, std::string_view context);
std::optional<Key> unwrap(std::string_view wrapped, const Key& by, std::string_view context);

}  // namespace policycalc::vault
