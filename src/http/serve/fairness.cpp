#include "http/serve/fairness.h"

#include <tuple>
#include <unordered_map>

namespace policycalc::http::serve {

namespace {

using State = Holder::State;
using Sums = std::unordered_map<std::string_view, std::size_t>;

/// The first holder by `rank`, which returns nothing for one that does not come into question.
template <typename Rank>
std::optional<std::size_t> firstBy(std::span<const Holder> holders, const Rank& rank) {
  std::optional<std::size_t> first;
  decltype(rank(holders.front())) best;
  for (std::size_t i = 0; i < holders.size(); ++i) {
    auto its = rank(holders[i]);
    if (!its || (first && !(*its < *best))) continue;
    first = i;
    best = std::move(its);
  }
  return first;
}

}  // namespace

std::optional<std::size_t> whoGivesUpAPlace(std::span<const Holder> holders,
                                            std::string_view network) {
  Sums places;
  for (const Holder& holder : holders) ++places[holder.network];
  // A trusted proxy brings a client that is not known yet: the least that one can have is nothing.
  const std::size_t own = network.empty() ? 1 : ++places[network];
  using Rank = std::tuple<std::int64_t, bool, State, std::int64_t>;
  return firstBy(holders, [&](const Holder& holder) -> std::optional<Rank> {
    if (holder.network.empty() || holder.state == State::kRunning) return std::nullopt;
    const std::size_t count = places[holder.network];
    if (count < own) return std::nullopt;
    return Rank{-static_cast<std::int64_t>(count), holder.network != network, holder.state,
                holder.since};
  });
}

std::optional<std::size_t> whoGivesUpBytes(std::span<const Holder> holders) {
  Sums bytes;
  for (const Holder& holder : holders) bytes[holder.network] += holder.bytes;
  using Rank = std::tuple<std::int64_t, std::int64_t>;
  return firstBy(holders, [&](const Holder& holder) -> std::optional<Rank> {
    if (holder.network.empty() || holder.state != State::kSlow || holder.bytes == 0) {
      return std::nullopt;
    }
    return Rank{-static_cast<std::int64_t>(bytes[holder.network]), holder.since};
  });
}

std::optional<std::size_t> whoLeavesTheReserve(std::span<const Holder> holders) {
  return firstBy(holders, [](const Holder& holder) -> std::optional<std::int64_t> {
    if (holder.state == State::kRunning) return std::nullopt;
    return holder.since;
  });
}

}  // namespace policycalc::http::serve
