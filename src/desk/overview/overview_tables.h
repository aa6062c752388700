#pragma once

#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/overview.h"
#include "policycalc/tables/table.h"

/// The numbers of an overview as rows of a spreadsheet, in Chinese. Pure.
namespace policycalc::desk {

tables::Table tableOfPlaces(const std::vector<store::PlaceNumbers>& places, bool by_county,
                            const catalogue::Catalogue& catalogue);
tables::Table tableOfWeeks(const std::vector<store::WeekNumbers>& weeks);
tables::Table tableOfAges(const std::vector<store::AgeNumbers>& ages);
tables::Table tableOfEnds(const std::vector<store::EndNumbers>& ends);

}  // namespace policycalc::desk
