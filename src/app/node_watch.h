#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "policycalc/http/decorators.h"
#include "policycalc/store/nodes.h"
#include "policycalc/web/share.h"

namespace policycalc::app {

/// Says on the database that this service lives, and sees which others do. Another counts as long
/// as its beats went on within `kSilence` of this machine's own steady time, so that no clock needs
/// to be right. For one thread.
class NodeWatch {
 public:
  using Steady = std::chrono::steady_clock::time_point;
  /// A service that was killed has a part of the limits for so long.
  static constexpr std::chrono::seconds kSilence{15};

  /// `nodes` outlives this object. `place` tells the services apart: see placeOf().
  NodeWatch(
      store::Nodes& nodes, std::string place, std::shared_ptr<web::Share> share, http::LineSink log,
      std::function<Steady()> steady = [] { return std::chrono::steady_clock::now(); });
  /// Takes this service off the database, so that the others have its part at once.
  ~NodeWatch();
  NodeWatch(const NodeWatch&) = delete;
  NodeWatch& operator=(const NodeWatch&) = delete;

  /// To be called every few seconds. Throws nothing: while the database fails, the last number
  /// goes on.
  void look() noexcept;

 private:
  struct Seen {
    std::int64_t beats = 0;
    Steady since;  ///< when this number of beats was first seen
  };

  void count();
  /// Whether a node has been silent for long.
  bool isSilent(const store::Node& node, Steady now);

  store::Nodes& nodes_;
  const std::string place_;
  const std::shared_ptr<web::Share> share_;
  const http::LineSink log_;
  const std::function<Steady()> steady_;
  std::map<std::string, Seen> others_;  ///< by place
  bool failing_ = false;
};

/// Where a service listens, as the others on its database know it: `host-name:port`.
std::string placeOf(std::uint16_t port);

}  // namespace policycalc::app
