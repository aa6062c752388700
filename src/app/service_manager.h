#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>

#include "app/janitor.h"

namespace policycalc::app {

// Tells the service manager that started the program, usually systemd, how the service fares. These
// are the datagrams of sd_notify(3), sent without libsystemd: one call does not need a library.

struct ServiceManager {
  std::string socket;  ///< a path, or `@` and an abstract name; "" without a manager
  /// The manager restarts the service after this time without a sign of life; 0: it never does.
  std::chrono::microseconds watchdog{0};
};

/// A variable of the environment, null if it is not set: `std::getenv`.
using Variable = std::function<const char*(const char* name)>;

/// From NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID, where `own` is the id of this process. What
/// is malformed counts as not set.
ServiceManager serviceManager(const Variable& variable, ::pid_t own);

/// Returns false if no manager was told: the service runs without one, or it does not listen. For
/// any thread.
bool tell(const ServiceManager& manager, std::string_view state);

/// Tells the manager that the service lives, as long as it `answers`, three times in each period of
/// the watchdog, on a thread. Does nothing for a manager that expects no signs.
class SignsOfLife {
 public:
  SignsOfLife(const ServiceManager& manager, std::function<bool()> answers);

 private:
  std::optional<Janitor> rounds_;
};

}  // namespace policycalc::app
