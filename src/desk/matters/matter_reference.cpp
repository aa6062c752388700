#include "desk/matters/matter_reference.h"

#include <stdexcept>

#include "policycalc/base/ascii.h"
#include "policycalc/vault/access_code.h"

namespace policycalc::desk {
namespace {

constexpr std::size_t kSymbols = 8;

}  // namespace

std::string newMatterReference() {
  for (;;) {
    std::string reference = vault::randomSymbols(kSymbols);
    // Else a spreadsheet takes some for a number (975050E3) or a date (1MAR2024).
    if (base::isLetter(reference[0]) && base::isDigit(reference[1])) return reference;
  }
}

std::optional<std::string> readMatterReference(std::string_view text) {
  auto symbols = vault::readSymbols(text, kSymbols);
  if (!symbols || symbols->size() != kSymbols) return std::nullopt;
  return symbols;
}

store::Matters::Opened openUnderFreeReference(store::Matters& matters, store::Matter matter,
                                              const std::vector<std::string>& documents,
                                              const store::Actor& actor,
                                              const std::function<std::string()>& draw) {
  // Even with a million references taken, only one draw in 200,000 repeats one.
  constexpr int kMostDraws = 8;
  for (int draws = 0; draws < kMostDraws; ++draws) {
    matter.reference = draw();
    const store::Matters::Opened opened = matters.open(matter, documents, actor);
    if (opened.outcome != store::Matters::Opening::kReferenceTaken) return opened;
  }
  throw std::runtime_error("no free reference for a matter was drawn");
}

}  // namespace policycalc::desk
