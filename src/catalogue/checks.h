#pragma once

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// Checks across the parts of a catalogue: citations and relations name existing things, parameters
/// are used and have values as long as a measure needs them, placeholders name parameters, leaves
/// can be both true and false.
void checkCatalogue(const Catalogue& catalogue, base::Issues& issues);

}  // namespace policycalc::catalogue
