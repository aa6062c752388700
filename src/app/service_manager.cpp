#include "app/service_manager.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "app/clock.h"

namespace policycalc::app {
namespace {

/// 0 for anything but a whole number above it.
std::int64_t numberIn(const char* text) {
  if (text == nullptr) return 0;
  const char* const end = text + std::strlen(text);
  std::int64_t number = 0;
  const auto read = std::from_chars(text, end, number);
  return read.ec == std::errc{} && read.ptr == end && number > 0 ? number : 0;
}

}  // namespace

ServiceManager serviceManager(const Variable& variable, ::pid_t own) {
  ServiceManager manager;
  const char* const socket = variable("NOTIFY_SOCKET");
  if (socket == nullptr || (*socket != '/' && *socket != '@')) return manager;
  manager.socket = socket;
  const char* const process = variable("WATCHDOG_PID");
  if (process == nullptr || numberIn(process) == own) {
    manager.watchdog = std::chrono::microseconds(numberIn(variable("WATCHDOG_USEC")));
  }
  return manager;
}

bool tell(const ServiceManager& manager, std::string_view state) {
  ::sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (manager.socket.empty() || manager.socket.size() >= sizeof address.sun_path) return false;
  manager.socket.copy(address.sun_path, manager.socket.size());
  if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
  const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return false;
  const auto length =
      static_cast<::socklen_t>(offsetof(::sockaddr_un, sun_path) + manager.socket.size());
  const ::ssize_t sent = ::sendto(descriptor, state.data(), state.size(), MSG_NOSIGNAL,
                                  reinterpret_cast<const ::sockaddr*>(&address), length);
  ::close(descriptor);
  return sent == static_cast<::ssize_t>(state.size());
}

SignsOfLife::SignsOfLife(const ServiceManager& manager, std::function<bool()> answers) {
  const auto interval = std::chrono::floor<std::chrono::milliseconds>(manager.watchdog) / 3;
  if (interval.count() == 0) return;
  // A duty that removes nothing.
  Janitor::Duty sign{"nothing", [manager, answers = std::move(answers)](std::chrono::sys_seconds) {
                       if (answers()) tell(manager, "WATCHDOG=1");
                       return std::size_t{0};
                     }};
  rounds_.emplace(std::vector{std::move(sign)},
                  JanitorOptions{.interval = interval, .now = now, .log = {}});
}

}  // namespace policycalc::app
