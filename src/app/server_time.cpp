#include "app/server_time.h"

#include <string>

#include "app/clock.h"

namespace policycalc::app {

using std::chrono::seconds;

void ServerTime::look() noexcept {
  try {
    const auto before = machineTime();
    const auto server = store_.time();
    if (!server) return;
    const seconds needed = *server - before;
    if (std::chrono::abs(needed - clockCorrection()) < kTolerated) return;
    correctClock(needed);
    if (!log_) return;
    const bool is_ahead = needed < seconds(0);
    log_("- this machine's clock is " + std::to_string(std::chrono::abs(needed).count()) +
         (is_ahead ? " s ahead of" : " s behind") +
         " the clock of the database server, by which the service goes");
  } catch (const std::exception&) {
    // HealthWatch says what is wrong with the database.
  }
}

}  // namespace policycalc::app
