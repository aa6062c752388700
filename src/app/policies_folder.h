#pragma once

#include <memory>
#include <string>

#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::app {

using LoadedCatalogue = base::Result<std::shared_ptr<const catalogue::Catalogue>, base::Issues>;

/// Reads and loads a policies folder, without its worked cases. The error has all issues.
LoadedCatalogue catalogueIn(const std::string& folder);

}  // namespace policycalc::app
