#include "policycalc/vault/sealing.h"

#include <algorithm>

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

constexpr std::size_t kPadding = 256;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

static_assert(Key::kBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

std::string_view nameOf(Purpose purpose) {
  return purpose == Purpose::kProfile ? "profile" : "feedback";
}

/// 32 bytes of BLAKE2b over the code, keyed by their use: one derivation reveals nothing about
/// another.
Key derive(const AccessCode& code, std::string_view use, Purpose purpose) {
  startSodium();
  const std::string key = "policycalc/1/" + std::string(use) + "/" + std::string(nameOf(purpose));
  std::array<unsigned char, Key::kBytes> bytes{};
  crypto_generichash(bytes.data(), bytes.size(), bytesOf(code.symbols()), code.symbols().size(),
                     bytesOf(key), key.size());
  const Key derived(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return derived;
}

std::string_view view(const Key& key) {
  return {reinterpret_cast<const char*>(key.bytes().data()), Key::kBytes};
}

}  // namespace

Key Key::random() {
  startSodium();
  std::array<unsigned char, kBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  const Key key(bytes);
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

Key::~Key() {
  sodium_memzero(bytes_.data(), bytes_.size());
}

bool Key::operator==(const Key& other) const {
  return sodium_memcmp(bytes_.data(), other.bytes_.data(), kBytes) == 0;
}

std::string lookupId(const AccessCode& code, Purpose purpose) {
  return toBase64(view(derive(code, "lookup", purpose)));
}

Key codeKey(const AccessCode& code, Purpose purpose) {
  return derive(code, "key", purpose);
}

std::string seal(std::string_view text, const Key& key, std::string_view context) {
  startSodium();
  std::string padded((text.size() / kPadding + 1) * kPadding, '\0');
  text.copy(padded.data(), text.size());
  std::size_t length = 0;
  sodium_pad(&length, bytesOf(padded), text.size(), kPadding, padded.size());
  std::string sealed(kNonce + length + kTag, '\0');
  randombytes_buf(sealed.data(), kNonce);
  crypto_aead_xchacha20poly1305_ietf_encrypt(bytesOf(sealed) + kNonce, nullptr, bytesOf(padded),
                                             length, bytesOf(context), context.size(), nullptr,
                                             bytesOf(sealed), key.bytes().data());
  wipe(padded);
  return toBase64(sealed);
}

std::optional<std::string> open(std::string_view sealed, const Key& key, std::string_view context) {
  startSodium();
  const auto bytes = fromBase64(sealed);
  if (!bytes || bytes->size() < kNonce + kTag) return std::nullopt;
  std::string text(bytes->size() - kNonce - kTag, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      bytesOf(text), nullptr, nullptr, bytesOf(*bytes) + kNonce, bytes->size() - kNonce,
      bytesOf(context), context.size(), bytesOf(*bytes), key.bytes().data());
  std::size_t length = 0;
  if (failed != 0 || sodium_unpad(&length, bytesOf(text), text.size(), kPadding) != 0) {
    return std::nullopt;
  }
  text.resize(length);
  return text;
}

std::string wrap(const Key& key, const Key& by, std::string_view context) {
  return seal(view(key), by, context);
}

std::optional<Key> unwrap(std::string_view wrapped, const Key& by, std::string_view context) {
  auto bytes = open(wrapped, by, context);
  if (!bytes || bytes->size() != Key::kBytes) return std::nullopt;
  std::array<unsigned char, Key::kBytes> copy{};
  std::copy(bytes->begin(), bytes->end(), copy.begin());
  wipe(*bytes);
  const Key key(copy);
  sodium_memzero(copy.data(), copy.size());
  return key;
}

}  // namespace policycalc::vault
