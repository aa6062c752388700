#include "policycalc/http/gate.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "policycalc/http/failure.h"

namespace policycalc::http {

namespace {

constexpr std::chrono::seconds kWait{2};

/// Gives a place back, also where the endpoint throws.
class Place {
 public:
  explicit Place(Gate& gate) : gate_(gate) {}
  ~Place() { gate_.leave(); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  Gate& gate_;
};

}  // namespace

std::shared_ptr<Gate> Gate::ofThisMachine() {
  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  return std::make_shared<Gate>(2 * processors, kWait);
}

bool Gate::enter() {
  std::unique_lock lock(mutex_);
  if (!left_.wait_for(lock, wait_, [this] { return inside_ < places_; })) {
    ++refused_;
    return false;
  }
  ++inside_;
  return true;
}

void Gate::leave() {
  {
    const std::lock_guard lock(mutex_);
    --inside_;
  }
  left_.notify_one();
}

Endpoint withGate(Endpoint inner, std::shared_ptr<Gate> gate) {
  return [inner = std::move(inner), gate = std::move(gate)](const Request& request) {
    if (!gate->enter()) return failureResponse(Failure::kBusy, request);
    const Place place(*gate);
    return inner(request);
  };
}

}  // namespace policycalc::http
