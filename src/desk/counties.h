#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/json/writer.h"

namespace policycalc::desk {

/// Whether `code` is the district code of a county of the city.
bool isCounty(std::string_view code, const catalogue::Catalogue& catalogue);

/// The codes of all of them, in the vocabulary's order.
std::vector<std::string> countyCodes(const catalogue::Catalogue& catalogue);

/// Its name; the code where the catalogue does not know it (any more).
std::string countyName(std::string_view code, const catalogue::Catalogue& catalogue);

/// `{"code":…,"name":…}`, named as countyName() does.
void writeCounty(json::Writer& writer, std::string_view code,
                 const catalogue::Catalogue& catalogue);

}  // namespace policycalc::desk
