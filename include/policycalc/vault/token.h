#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace policycalc::vault {

/// A secret that a browser holds for a while: 256 bits from the system's generator. Never stored or
/// logged; what is stored is its tokenId().
class Token {
 public:
  /// A new one. Thread-safe.
  static Token random();

  /// The token of exactly that text; nothing for any text that is none. Whether it was ever given
  /// out is another question.
  static std::optional<Token> read(std::string_view text);

  /// 43 characters of base64url.
  const std::string& text() const { return text_; }

 private:
  explicit Token(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

/// The name under which what the token opens is stored: 43 characters of base64url, a BLAKE2b hash,
/// one way.
std::string tokenId(const Token& token);

/// Whether two secrets are the same; takes as long whatever differs, but shows their lengths.
bool sameSecret(std::string_view one, std::string_view other);

}  // namespace policycalc::vault
