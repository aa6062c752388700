#include "policycalc/web/query_code.h"

#include "policycalc/vault/access_code.h"
#include "policycalc/vault/blind_index.h"

namespace policycalc::web {
namespace {

constexpr std::size_t kSymbols = 12;
constexpr std::size_t kGroup = 4;

}  // namespace

std::string newQueryCode() {
  std::string code = vault::randomSymbols(kSymbols);
  for (std::size_t at = kSymbols - kGroup; at > 0; at -= kGroup) code.insert(at, "-");
  return code;
}

std::optional<std::string> readQueryCode(std::string_view text) {
  auto symbols = vault::readSymbols(text, kSymbols);
  if (!symbols || symbols->size() != kSymbols) return std::nullopt;
  return symbols;
}

std::string queryCodeHash(std::string_view symbols, const vault::Key& applicant_key) {
  return vault::blindIndex(symbols, applicant_key, "query_code");
}

}  // namespace policycalc::web
