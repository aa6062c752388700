#include "http/serve/accept_failures.h"

#include <mutex>
#include <string>
#include <unordered_set>
#include <utility>

#include <Poco/ErrorHandler.h>
#include <Poco/Exception.h>

namespace policycalc::http::serve {

namespace {

class Relay : public Poco::ErrorHandler {
 public:
  void exception(const Poco::Exception& failure) override { tell(failure.displayText()); }
  void exception(const std::exception& failure) override { tell(failure.what()); }
  void exception() override { tell("an exception of an unknown type"); }

  void add(const LineSink& sink) {
    const std::lock_guard lock(mutex_);
    sinks_.insert(&sink);
  }
  void remove(const LineSink& sink) {
    const std::lock_guard lock(mutex_);
    sinks_.erase(&sink);
  }
  void beginStop() {
    const std::lock_guard lock(mutex_);
    ++stopping_;
  }
  void endStop() {
    const std::lock_guard lock(mutex_);
    --stopping_;
  }

 private:
  void tell(const std::string& what) {
    const std::lock_guard lock(mutex_);
    if (stopping_ > 0) return;
    for (const LineSink* sink : sinks_) (*sink)("- connection failed: " + what);
  }

  std::mutex mutex_;
  std::unordered_set<const LineSink*> sinks_;
  int stopping_ = 0;
};

/// Never destroyed: Poco uses its plain pointer to it even after static objects are gone.
Relay& relay() {
  static Relay* const instance = [] {
    auto* made = new Relay;
    Poco::ErrorHandler::set(made);
    return made;
  }();
  return *instance;
}

}  // namespace

AcceptFailures::AcceptFailures(LineSink sink) : sink_(std::move(sink)) {
  if (sink_) relay().add(sink_);
}

AcceptFailures::~AcceptFailures() {
  if (sink_) relay().remove(sink_);
}

void AcceptFailures::beginStop() {
  relay().beginStop();
}

void AcceptFailures::endStop() {
  relay().endStop();
}

}  // namespace policycalc::http::serve
