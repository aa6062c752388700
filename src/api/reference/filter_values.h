#pragma once

#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::api {

// The values that the filters of the lists take, by the catalogue that is asked.

std::vector<std::string> factTopics(const catalogue::Catalogue& catalogue);
std::vector<std::string> needIds(const catalogue::Catalogue& catalogue);
std::vector<std::string> unitIds(const catalogue::Catalogue& catalogue);
std::vector<int> itemNumbers(const catalogue::Catalogue& catalogue);
std::vector<int> chapterNumbers(const catalogue::Catalogue& catalogue);

}  // namespace policycalc::api
