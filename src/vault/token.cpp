#include "policycalc/vault/token.h"

#include <cstddef>

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

constexpr std::size_t kBytes = 32;

}  // namespace

Token Token::random() {
  startSodium();
  std::string bytes(kBytes, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  Token token(toBase64(bytes));
  sodium_memzero(bytes.data(), bytes.size());
  return token;
}

std::optional<Token> Token::read(std::string_view text) {
  // A longer text, which any client can send, is not decoded.
  if (text.size() !=
      sodium_base64_ENCODED_LEN(kBytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING) - 1)
    return std::nullopt;
  const auto bytes = fromBase64(text);
  if (!bytes || bytes->size() != kBytes) return std::nullopt;
  return Token(std::string(text));
}

std::string tokenId(const Token& token) {
  startSodium();
  constexpr std::string_view kUse = "policycalc/1/token";
  std::string id(kBytes, '\0');
  crypto_generichash(bytesOf(id), id.size(), bytesOf(token.text()), token.text().size(),
                     bytesOf(kUse), kUse.size());
  return toBase64(id);
}

bool sameSecret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace policycalc::vault
