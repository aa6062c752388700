#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace policycalc::http::serve {

/// What connections count while they run; ServerCounters is a copy of it. Relaxed: each figure is
/// right, but they are not from the same moment.
struct LiveCounters {
  using Count = std::atomic<std::uint64_t>;

  Count accepted{0};
  Count refused{0};
  Count gone{0};
  std::array<Count, 6> requests{};
  Count bytes_in{0};
  Count bytes_out{0};
  Count request_timeouts{0};
  Count answer_timeouts{0};

  static void add(Count& count, std::uint64_t more = 1) {
    count.fetch_add(more, std::memory_order_relaxed);
  }
  void addRequest(int status) {
    const auto status_class = static_cast<std::size_t>(status / 100);
    if (status_class < requests.size()) add(requests.at(status_class));
  }
};

}  // namespace policycalc::http::serve
