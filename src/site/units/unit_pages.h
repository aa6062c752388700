#pragma once

#include <optional>
#include <string>

#include "policycalc/engine/edition.h"

#include "site/page.h"

namespace policycalc::site {

/// One unit: its names, how to reach it, and all it answers for. Nothing for an unknown id.
std::optional<Page> unitPage(std::string_view id, const engine::Edition& edition,
                             const Services& services);

/// The units by level; those of one `level` only unless it is "", and those with a name that holds
/// all words of `sought`.
Page unitsPage(const std::string& sought, const std::string& level, const engine::Edition& edition,
               const Services& services);

}  // namespace policycalc::site
