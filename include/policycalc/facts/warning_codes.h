#pragma once

#include <array>
#include <string_view>

#include "policycalc/base/code.h"

namespace policycalc::facts {

/// The codes of the warnings that the program itself gives; a policies folder may add others.
inline constexpr auto kWarningCodes = std::to_array<std::string_view>({
    "overruled",
    "differs",
    "unlikely",
    "not_used",
    "unknown_industry",
    "length",
    "alphabet",
    "department",
    "category",
    "region",
    "organisation_checksum",
    "checksum",
    "citizen_number",
    "not_yet_registered",
    "in_bankruptcy",
    "revoked",
    "deregistered",
});

using WarningCode = base::CodeOf<kWarningCodes>;

}  // namespace policycalc::facts
