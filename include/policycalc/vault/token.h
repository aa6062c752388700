#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace policycalc::vault {

/// A secret that a browser keeps for a session: 256 bits from the system's generator. Never stored
/// or logged; the store keeps its tokenId().
class Token {
 public:
  /// A new one. Thread-safe.
  static Token random();

  /// The token with exactly that text, or nothing if the text is not a token.
  static std::optional<Token> read(std::string_view text);

  /// 43 characters of base64url.
  const std::string& text() const { return text_; }

 private:
  explicit Token(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

/// The name under which a token's session is stored: a one-way BLAKE2b hash as 43 characters of
/// base64url.
std::string tokenId(const Token& token);

/// Whether two secrets are equal. Compares in constant time, but may reveal their lengths.
bool sameSecret(std::string_view one, std::string_view other);

}  // namespace policycalc::vault
