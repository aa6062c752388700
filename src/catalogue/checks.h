#pragma once

#include "policycalc/base/issue.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {

/// What holds between the parts of a catalogue: citations and relations that
/// lead somewhere, figures that are used and exist for as long as a measure needs them,
/// placeholders that name a parameter, leaves that can be both true and false.
void checkCatalogue(const Catalogue& catalogue, base::Issues& issues);

}  // namespace policycalc::catalogue
