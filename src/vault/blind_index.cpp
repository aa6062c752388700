#include "policycalc/vault/blind_index.h"

#include <array>

#include "vault/sodium.h"

namespace policycalc::vault {

std::string blindIndex(std::string_view text, const Key& key, std::string_view purpose) {
  startSodium();
  // The length marks where the purpose ends and the text begins.
  std::string message = "policycalc/1/index/" + std::to_string(purpose.size()) + "/";
  message.append(purpose).append(text);
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), bytesOf(message), message.size(), key.bytes().data(),
                     Key::kBytes);
  wipe(message);
  return toBase64({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

}  // namespace policycalc::vault
