#pragma once

#include <optional>
#include <vector>

#include "policycalc/catalogue/screens.h"

namespace policycalc::catalogue {

/// Reads the condition in the member `key` of `object`; nothing if it is null. The facts of a
/// condition must be in `earlier`, a flag for each fact of the vocabulary.
std::optional<ScreenCondition> loadCondition(json::Decoder& object, std::string_view key,
                                             const facts::Vocabulary& vocabulary,
                                             const std::vector<bool>& earlier);

}  // namespace policycalc::catalogue
