#include "policycalc/vault/api_key.h"

#include <array>
#include <cstddef>

#include "policycalc/vault/access_code.h"

#include "vault/sodium.h"

namespace policycalc::vault {
namespace {

constexpr std::string_view kPublishable = "pck_pub_";
constexpr std::string_view kSecret = "pck_sec_";
constexpr std::size_t kPrefix = kPublishable.size();
static_assert(kSecret.size() == kPrefix);
constexpr std::size_t kSymbols = 32;
constexpr std::size_t kChecksum = 6;
constexpr std::size_t kLength = kPrefix + kSymbols + kChecksum;

/// A BLAKE2b hash of `text` for one use. `Size` is 16 to 64 bytes.
template <std::size_t Size>
std::array<unsigned char, Size> hashFor(std::string_view use, std::string_view text) {
  startSodium();
  std::array<unsigned char, Size> hash{};
  crypto_generichash(hash.data(), hash.size(), bytesOf(text), text.size(), bytesOf(use),
                     use.size());
  return hash;
}

/// The symbol of the lowest five bits.
char symbolOf(unsigned char bits) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return kAlphabet[bits % kAlphabet.size()];
}

std::string checksumOf(std::string_view text) {
  const auto hash = hashFor<crypto_generichash_BYTES_MIN>("policycalc/1/api-key-checksum", text);
  std::string checksum;
  for (std::size_t i = 0; i < kChecksum; ++i) checksum += symbolOf(hash[i]);
  return checksum;
}

}  // namespace

ApiKey ApiKey::random(ApiKeyKind kind) {
  std::string text(kind == ApiKeyKind::kSecret ? kSecret : kPublishable);
  text += randomSymbols(kSymbols);
  text += checksumOf(text);
  return {kind, std::move(text)};
}

std::optional<ApiKey> ApiKey::read(std::string_view text) {
  if (text.size() != kLength) return std::nullopt;
  const bool is_secret = text.starts_with(kSecret);
  if (!is_secret && !text.starts_with(kPublishable)) return std::nullopt;
  const std::string_view symbols = text.substr(kPrefix);
  if (readSymbols(symbols, symbols.size()) != symbols) return std::nullopt;
  const std::string_view checked = text.substr(0, kLength - kChecksum);
  if (checksumOf(checked) != text.substr(checked.size())) return std::nullopt;
  return ApiKey(is_secret ? ApiKeyKind::kSecret : ApiKeyKind::kPublishable, std::string(text));
}

std::string ApiKey::hint() const {
  constexpr std::size_t kShown = 4;
  return text_.substr(0, kPrefix + kShown);
}

std::string apiKeyDigest(const ApiKey& key) {
  const auto hash = hashFor<crypto_generichash_BYTES>("policycalc/1/api-key", key.text());
  return toBase64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace policycalc::vault
