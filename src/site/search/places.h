#pragma once

#include <string_view>
#include <vector>

#include "policycalc/engine/edition.h"

#include "site/template/data.h"

namespace policycalc::site {

/// The items, clauses, units and documents that the words of a search name, as links {text, href}.
std::vector<Data> namedPlaces(std::string_view typed, const engine::Edition& edition);

}  // namespace policycalc::site
