#pragma once

#include "policycalc/catalogue/measure.h"
#include "policycalc/json/decoder.h"

namespace policycalc::catalogue {

/// Reads {status, unit, bound, value}: a fixed or computed amount has all of them, any other only
/// its status. Reports what contradicts that to the decoder's sink.
Amount loadAmount(json::Decoder object, const criteria::Symbols& symbols);

}  // namespace policycalc::catalogue
