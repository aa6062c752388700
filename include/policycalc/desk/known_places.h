#pragma once

#include <string_view>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/seat.h"

namespace policycalc::desk {

/// Whether `code` is the district code of a county of the city.
bool isCounty(std::string_view code, const catalogue::Catalogue& catalogue);

/// The counties and units of the catalogue. Keeps a reference to it.
KnownPlaces knownPlaces(const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk
