#include "facts/load_options.h"

#include "policycalc/base/text.h"

namespace policycalc::facts {

OptionSet loadOptionSet(json::Decoder& object, std::string_view key, const Fact& fact) {
  OptionSet set;
  for (const std::string& code : object.strings(key)) {
    if (const auto option = fact.findOption(code)) {
      set.add(*option);
    } else {
      object.reportAt(key, "unknown_option",
                      base::quoted(code) + " is not an option of " + base::quoted(fact.id));
    }
  }
  return set;
}

}  // namespace policycalc::facts
