#include "store/readers.h"

#include <utility>

#include "policycalc/store/error.h"

namespace policycalc::store {

Readers::Lease::Lease(Readers& readers, std::unique_ptr<soci::session> session)
    : readers_(readers), session_(std::move(session)) {}

Readers::Lease::~Lease() {
  if (!readers_.options_.settle(*session_)) session_.reset();
  readers_.giveBack(std::move(session_));
}

Readers::Readers(Options options) : options_(std::move(options)), idle_(options_.count) {}

Readers::Lease Readers::lease() {
  std::unique_ptr<soci::session> session;
  {
    std::unique_lock lock(mutex_);
    if (!wake_.wait_for(lock, options_.busy_timeout, [this] { return !idle_.empty(); })) {
      throw StoreError(StoreError::Kind::kBusy, "the database is busy", "no reader became free");
    }
    session = std::move(idle_.back());
    idle_.pop_back();
  }
  if (session == nullptr) {
    try {
      session = options_.connect();
    } catch (...) {
      giveBack(nullptr);
      throw;
    }
  }
  return {*this, std::move(session)};
}

void Readers::closeIdle() noexcept {
  const std::lock_guard lock(mutex_);
  for (auto& session : idle_) session.reset();
}

void Readers::giveBack(std::unique_ptr<soci::session> session) noexcept {
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(session));  // never beyond its first size: does not allocate
  }
  wake_.notify_one();
}

}  // namespace policycalc::store
