#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/known_places.h"
#include "policycalc/json/writer.h"

namespace policycalc::desk {

/// The codes of the city's counties, in the vocabulary's order.
std::vector<std::string> countyCodes(const catalogue::Catalogue& catalogue);

/// The county's name, or its code if the catalogue does not know it.
std::string countyName(std::string_view code, const catalogue::Catalogue& catalogue);

/// Writes `{"code":…,"name":…}`, with the name of countyName().
void writeCounty(json::Writer& writer, std::string_view code,
                 const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk
