#pragma once

#include <cstddef>
#include <string>

namespace policycalc::desk {

/// What is erased and what remains when an authorisation is withdrawn, as JSON. `matters`: how many
/// open matters ended with it.
std::string writeWithdrawn(std::size_t matters);

}  // namespace policycalc::desk
