#pragma once

#include <cstddef>

namespace policycalc::api {

/// The most bytes of any body that the API takes, that of a batch: about 4 KiB a company, where a
/// long profile has 2 KiB. Each route has its own limit, and the server counts all bodies that
/// arrive at the same time.
inline constexpr std::size_t kLargestBody = std::size_t{4} * 1024 * 1024;

}  // namespace policycalc::api
