#pragma once

#include <vector>

#include "policycalc/catalogue/changes.h"
#include "policycalc/desk/desk.h"
#include "policycalc/store/matters.h"

namespace policycalc::desk {

/// What the catalogue in use changes in the measure of the matter, compared with the one that it
/// was opened or last read with: what may change an answer, and what the measure itself says; and
/// that the measure has ended since. Nothing of the former where the earlier catalogue is gone.
std::vector<catalogue::Change> measureChanges(const store::MatterFile& file,
                                              const Services& services);

}  // namespace policycalc::desk
