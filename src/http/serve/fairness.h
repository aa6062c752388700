#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace policycalc::http::serve {

/// One connection, as the choice of who gives way sees it.
struct Holder {
  enum class State : std::uint8_t {
    kIdle,     ///< waits for a request
    kSlow,     ///< a request arrives, or an answer is being taken
    kRunning,  ///< the endpoint works, or the connection is at its end: never gives way
  };

  /// Whose connection it is; "" for a trusted proxy's whose client is not known yet: never gives
  /// way.
  std::string_view network;
  State state = State::kRunning;
  std::int64_t since = 0;  ///< steady nanoseconds; when it came into this state
  std::size_t bytes = 0;   ///< of its body or answer
};

/// Which connection gives up its place for a newcomer of `network`, when all places are taken: of
/// the network with the most connections the one that has been idle for longest, else the slowest.
/// The newcomer counts for its own network. Of networks with equally many connections, that of the
/// newcomer gives way first. No network gives way to a larger one. Returns nothing if no connection
/// may be given up.
std::optional<std::size_t> whoGivesUpAPlace(std::span<const Holder> holders,
                                            std::string_view network);

/// Which connection is cut when bodies and answers take too much memory: of the network that holds
/// the most bytes the slowest.
std::optional<std::size_t> whoGivesUpBytes(std::span<const Holder> holders);

/// Which connection leaves the reserve for a newcomer: the one whose request has been awaited for
/// longest, whatever its network.
std::optional<std::size_t> whoLeavesTheReserve(std::span<const Holder> holders);

}  // namespace policycalc::http::serve
