#pragma once

#include <vector>

#include "policycalc/catalogue/measure.h"
#include "policycalc/json/decoder.h"

namespace policycalc::catalogue {

/// The member `channels` of a measure. Also reads earlier versions, in which channels are only
/// names.
std::vector<Channel> loadChannels(json::Decoder& measure);

}  // namespace policycalc::catalogue
