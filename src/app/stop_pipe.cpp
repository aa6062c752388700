#include "app/stop_pipe.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <stdexcept>
#include <unistd.h>

namespace policycalc::app {
namespace {

volatile std::sig_atomic_t asked = 0;
std::array<int, 2> ends{-1, -1};

extern "C" void askToStop(int) {
  const int error = errno;
  asked = 1;
  // The pipe is empty before, so that the write cannot fail for want of room.
  const ssize_t written = ::write(ends[1], "x", 1);
  static_cast<void>(written);
  errno = error;
}

}  // namespace

StopPipe::StopPipe() {
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe can be made");
  struct sigaction action {};
  action.sa_handler = askToStop;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

bool StopPipe::isAsked() const {
  return asked != 0;
}

int StopPipe::end() const {
  return ends[0];
}

}  // namespace policycalc::app
