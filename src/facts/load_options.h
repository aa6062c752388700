#pragma once

#include <string_view>

#include "policycalc/facts/vocabulary.h"
#include "policycalc/json/decoder.h"

namespace policycalc::facts {

/// The options of `fact` that the list under `key` names; codes that it does not have are reported.
OptionSet loadOptionSet(json::Decoder& object, std::string_view key, const Fact& fact);

}  // namespace policycalc::facts
