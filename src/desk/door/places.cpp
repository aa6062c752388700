#include "desk/door/places.h"

namespace policycalc::desk {

Places::Taken::~Taken() {
  if (places_ == nullptr) return;
  const std::lock_guard<std::mutex> lock(places_->mutex_);
  --places_->taken_;
  if (who_ == Who::kStranger) --places_->taken_by_strangers_;
  places_->changed_.notify_all();
}

std::optional<Places::Taken> Places::take(Who who) {
  std::unique_lock<std::mutex> lock(mutex_);
  if (number_ <= 0) return std::nullopt;
  Queue& queue = queueOf(who);
  if (!queue.empty() || !isFree(who)) {
    if (queue.size() >= kMostWaiting) return std::nullopt;
    const auto mine = queue.insert(queue.end(), '\0');
    const bool is_served =
        changed_.wait_for(lock, patience_, [&] { return mine == queue.begin() && isFree(who); });
    queue.erase(mine);
    changed_.notify_all();  // the next one is the first now
    if (!is_served) return std::nullopt;
  }
  ++taken_;
  if (who == Who::kStranger) ++taken_by_strangers_;
  return Taken(*this, who);
}

std::size_t Places::waiting(Who who) const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return who == Who::kKnown ? known_.size() : strangers_.size();
}

bool Places::isFree(Who who) const {
  if (taken_ >= number_) return false;
  return who == Who::kKnown || (taken_by_strangers_ < for_strangers_ && known_.empty());
}

}  // namespace policycalc::desk
