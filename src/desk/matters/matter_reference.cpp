#include "desk/matters/matter_reference.h"

#include "policycalc/vault/access_code.h"

namespace policycalc::desk {
namespace {

constexpr std::size_t kSymbols = 8;

}  // namespace

std::string newMatterReference() {
  return vault::randomSymbols(kSymbols);
}

std::optional<std::string> readMatterReference(std::string_view text) {
  auto symbols = vault::readSymbols(text, kSymbols);
  if (!symbols || symbols->size() != kSymbols) return std::nullopt;
  return symbols;
}

}  // namespace policycalc::desk
