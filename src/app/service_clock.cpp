#include "app/service_clock.h"

#include <cstdlib>
#include <string>

#include "policycalc/base/detailed_error.h"
#include "policycalc/web/times.h"

namespace policycalc::app {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using store::ClockSense;

/// A step of the clock that is worth a look before the next round.
constexpr hours kJump{1};

/// `9 days`, `5 hours`.
std::string lengthOf(seconds length) {
  constexpr hours kDay{24};
  const bool in_days = length >= 2 * kDay;
  const auto count = in_days ? length / kDay : length / hours(1);
  return std::to_string(count) + (in_days ? " days" : count == 1 ? " hour" : " hours");
}

}  // namespace

sys_seconds ServiceClock::now() noexcept {
  const sys_seconds now = options_.now();
  const seconds since = now - looked_at_.load();
  if (since > kJump || since < -kJump) look();
  return now;
}

void ServiceClock::look() noexcept {
  const sys_seconds now = options_.now();
  looked_at_ = now;
  try {
    judge(now);
  } catch (const std::exception& failure) {
    if (options_.log) options_.log("- the time cannot be kept: " + base::logText(failure));
  }
}

void ServiceClock::judge(sys_seconds now) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const seconds awake = options_.awake();
  const ClockSense sense = kept_.observe(now, awake_then_ ? awake - *awake_then_ : seconds(0));
  if (sense == ClockSense::kBelieved) awake_then_ = awake;
  if (sense_.exchange(sense) != sense) tell(sense, now);
}

void ServiceClock::tell(ClockSense sense, sys_seconds now) const {
  if (!options_.log) return;
  const std::string shown = "- the clock shows " + web::utcText(now);
  const auto confirmed = kept_.confirmed();
  if (sense == ClockSense::kBelieved || !confirmed) {
    options_.log(shown + ", which is believed again");
    return;
  }
  const bool ahead = sense == ClockSense::kAhead;
  options_.log(shown + ", " + lengthOf(ahead ? now - *confirmed : *confirmed - now) +
               (ahead ? " past" : " before") + " the confirmed time " + web::utcText(*confirmed) +
               (ahead ? ": nothing is removed and nothing ends by it" : "") +
               "; set the clock right or, if it is right, run `policycalc clock confirm`");
}

}  // namespace policycalc::app
