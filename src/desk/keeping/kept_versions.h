#pragma once

#include <string>

#include "policycalc/desk/desk.h"

namespace policycalc::desk {

/// The answer `KeptVersions`: what waits first, then what is and was in use, the latest first, then
/// what was withdrawn. Throws StoreError.
std::string writeKeptVersions(const Services& services);

}  // namespace policycalc::desk
