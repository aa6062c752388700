#include "app/end_signals.h"

namespace policycalc::app {

EndSignals::EndSignals() {
  sigemptyset(&set_);
  sigaddset(&set_, SIGTERM);
  sigaddset(&set_, SIGINT);
  sigaddset(&set_, SIGQUIT);
  pthread_sigmask(SIG_BLOCK, &set_, nullptr);
  // A client that goes away makes the send fail and must not end the program.
  std::signal(SIGPIPE, SIG_IGN);
  // The service outlives the terminal that it was started from, and rereads nothing.
  std::signal(SIGHUP, SIG_IGN);
}

void EndSignals::wait() const {
  int signal = 0;
  sigwait(&set_, &signal);
}

}  // namespace policycalc::app
