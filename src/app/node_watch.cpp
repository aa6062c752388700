#include "app/node_watch.h"

#include <array>
#include <climits>
#include <unistd.h>
#include <utility>

#include "policycalc/base/detailed_error.h"

namespace policycalc::app {

NodeWatch::NodeWatch(store::Nodes& nodes, std::string place, std::shared_ptr<web::Share> share,
                     http::LineSink log, std::function<Steady()> steady)
    : nodes_(nodes),
      place_(std::move(place)),
      share_(std::move(share)),
      log_(std::move(log)),
      steady_(std::move(steady)) {}

NodeWatch::~NodeWatch() {
  try {
    nodes_.leave(place_);
  } catch (const std::exception&) {
    // The others see that the beats have ended.
  }
}

void NodeWatch::look() noexcept {
  try {
    count();
    failing_ = false;
  } catch (const std::exception& failure) {
    if (!failing_ && log_) log_("- other services cannot be seen: " + base::logText(failure));
    failing_ = true;
  }
}

void NodeWatch::count() {
  const Steady now = steady_();
  int living = 1;
  for (const store::Node& node : nodes_.beat(place_)) {
    if (node.place == place_) continue;
    if (isSilent(node, now)) {
      nodes_.remove(node);
      others_.erase(node.place);
    } else {
      ++living;
    }
  }
  if (living != share_->nodes() && log_) {
    log_("- services on this database: " + std::to_string(living));
  }
  share_->set(living);
}

bool NodeWatch::isSilent(const store::Node& node, Steady now) {
  const auto [known, is_new] = others_.try_emplace(node.place, Seen{node.beats, now});
  Seen& seen = known->second;
  if (!is_new && seen.beats != node.beats) seen = {node.beats, now};
  return now - seen.since >= kSilence;
}

std::string placeOf(std::uint16_t port) {
  std::array<char, HOST_NAME_MAX + 1> name{};
  if (::gethostname(name.data(), HOST_NAME_MAX) != 0) name[0] = '\0';
  return std::string(name.data()) + ":" + std::to_string(port);
}

}  // namespace policycalc::app
