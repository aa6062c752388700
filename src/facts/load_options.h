#pragma once

#include <string_view>

#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/decoder.h"

namespace policycalc::facts {

/// Reads the list of option codes under `key`; reports codes that `fact` does not have.
OptionSet loadOptionSet(json::Decoder& object, std::string_view key, const Fact& fact);

}  // namespace policycalc::facts
