#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace policycalc::bench {

struct LoadResult {
  double requests_per_second = 0;
  std::uint64_t failed = 0;  ///< connections that ended before their answer
};

/// Sends `request` again and again over this many keep-alive connections to a loopback port, each
/// waiting for its answer, for about this long.
LoadResult load(std::uint16_t port, const std::string& request, int connections,
                std::chrono::milliseconds duration);

}  // namespace policycalc::bench
