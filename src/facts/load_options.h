#pragma once

#include <string_view>
#include <vector>

#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/decoder.h"

namespace policycalc::facts {

/// Reads the member `options` of a fact, at most kMaxOptions; reports codes that appear twice,
/// former codes included.
std::vector<Option> loadOptions(json::Decoder& fact);

/// Reads the list of option codes under `key`; reports codes that `fact` does not have.
OptionSet loadOptionSet(json::Decoder& object, std::string_view key, const Fact& fact);

}  // namespace policycalc::facts
