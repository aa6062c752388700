// Arbitrary bytes as contacts.csv: either refused with issues on lines, or read and written so that
// they read the same again.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "policycalc/catalogue/contacts.h"
#include "policycalc/json/reader.h"

#include "facts/small_vocabulary.h"

using namespace policycalc;

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

const facts::Vocabulary& vocabulary() {
  static const facts::Vocabulary loaded = [] {
    base::Issues issues;
    const auto document = json::read(test::smallVocabulary(), "facts.json");
    const json::IssueSink sink{"facts.json", issues};
    json::Decoder root(*document, "", sink);
    return facts::Vocabulary::load(root);
  }();
  return loaded;
}

const catalogue::Registry& registry() {
  static const catalogue::Registry units({}, {{"bureau", "市局", {}, "municipal", "", {}},
                                              {"county", "本县政府", {}, "county", "", 0}});
  return units;
}

std::string contractFault(std::string_view csv) {
  base::Issues issues;
  const auto contacts = catalogue::Contacts::load(csv, registry(), vocabulary(), issues);
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string fault = contractFault({reinterpret_cast<const char*>(data), size});
  if (!fault.empty()) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
