#include "desk/cases/case_reference.h"

#include "policycalc/vault/access_code.h"

namespace policycalc::desk {
namespace {

constexpr std::size_t kSymbols = 8;

}  // namespace

std::string newCaseReference() {
  return vault::randomSymbols(kSymbols);
}

std::optional<std::string> readCaseReference(std::string_view text) {
  auto symbols = vault::readSymbols(text, kSymbols);
  if (!symbols || symbols->size() != kSymbols) return std::nullopt;
  return symbols;
}

}  // namespace policycalc::desk
