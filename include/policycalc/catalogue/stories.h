#pragma once

#include <string>

#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// Reads the whole companies of a policies folder, `stories/*.json`; a folder may come without.
base::Result<PolicyFiles, base::Issues> readStories(const std::string& folder);

}  // namespace policycalc::catalogue
