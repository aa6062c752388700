#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace policycalc::vault {

/// Where a key may be kept: in a page, where all its visitors read it, or only on a server.
enum class ApiKeyKind : std::uint8_t { kPublishable, kSecret };

/// A partner's key to the API: `pck_pub_` or `pck_sec_`, 32 symbols of Crockford's base 32 (160
/// bits from the system's generator), and 6 more that are a checksum of all before them. By prefix
/// and checksum a scanner for leaked secrets knows a key without asking us. Never stored or logged;
/// the store keeps its apiKeyDigest().
class ApiKey {
 public:
  /// A new one. Thread-safe.
  static ApiKey random(ApiKeyKind kind);

  /// The key with exactly that text; nothing if prefix, length, symbols or checksum are wrong.
  static std::optional<ApiKey> read(std::string_view text);

  const std::string& text() const { return text_; }
  ApiKeyKind kind() const { return kind_; }

  /// Prefix and first four symbols: tells its owner which key is meant, and opens nothing.
  std::string hint() const;

 private:
  ApiKey(ApiKeyKind kind, std::string text) : kind_(kind), text_(std::move(text)) {}

  ApiKeyKind kind_;
  std::string text_;
};

/// The name under which a key is stored: a one-way BLAKE2b hash as 43 characters of base64url. A
/// slow hash would add nothing, as 160 random bits cannot be guessed.
std::string apiKeyDigest(const ApiKey& key);

}  // namespace policycalc::vault
