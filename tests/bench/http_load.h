#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace policycalc::bench {

struct LoadResult {
  double requests_per_second = 0;
  std::uint64_t failed = 0;  ///< connections that ended before their answer
};

/// Repeats `request` on this many keep-alive connections to a loopback port for about this long.
/// Each connection waits for an answer before the next request.
LoadResult load(std::uint16_t port, const std::string& request, int connections,
                std::chrono::milliseconds duration);

}  // namespace policycalc::bench
