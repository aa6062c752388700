// Arbitrary bytes as contacts.csv: either refused with issues on lines, or read and written so that
// they read the same again.
#include <string>
#include <string_view>

#include "policycalc/catalogue/contacts.h"
#include "policycalc/json/reader.h"

#include "fuzz/contract.h"
#include "fuzz/vocabulary.h"

namespace policycalc::fuzz {

namespace {

const catalogue::Registry& registry() {
  static const catalogue::Registry units({}, {{"bureau", "市局", "", {}, "municipal", "", {}},
                                              {"county", "本县政府", "", {}, "county", "", 0}});
  return units;
}

}  // namespace

std::string contractFault(std::string_view bytes) {
  base::Issues issues;
  const auto contacts = catalogue::Contacts::load(bytes, registry(), vocabulary(), issues);
  for (const base::Issue& issue : issues) {
    if (issue.code.empty() || issue.message.empty() || issue.line < 0) return "unusable issue";
  }
  if (!issues.empty()) return {};
  const std::string once = contacts.toCsv();
  const auto again = catalogue::Contacts::load(once, registry(), vocabulary(), issues);
  if (!issues.empty()) return "its own text is refused: " + once;
  if (again.toCsv() != once) return "its own text is not stable: " + once;
  return {};
}

}  // namespace policycalc::fuzz
