#include "store/sqlite/readers.h"

#include <utility>

#include "policycalc/store/error.h"

#include "store/sqlite/transaction.h"

namespace policycalc::store::sqlite {

Readers::Lease::Lease(Readers& readers, std::unique_ptr<soci::session> session)
    : readers_(readers), session_(std::move(session)) {}

Readers::Lease::~Lease() {
  if (!rollBack(*session_)) session_.reset();
  readers_.giveBack(std::move(session_));
}

Readers::Readers(Place place, std::size_t count) : place_(std::move(place)), idle_(count) {}

Readers::Lease Readers::lease() {
  std::unique_ptr<soci::session> session;
  {
    std::unique_lock lock(mutex_);
    if (!wake_.wait_for(lock, place_.busy_timeout, [this] { return !idle_.empty(); })) {
      throw StoreError(StoreError::Kind::kBusy, "the database is busy", "no reader became free");
    }
    session = std::move(idle_.back());
    idle_.pop_back();
  }
  if (session == nullptr) {
    try {
      session = connect(place_, Access::kReadOnly);
    } catch (...) {
      giveBack(nullptr);
      throw;
    }
  }
  return {*this, std::move(session)};
}

void Readers::giveBack(std::unique_ptr<soci::session> session) noexcept {
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(session));  // never beyond its first size: does not allocate
  }
  wake_.notify_one();
}

}  // namespace policycalc::store::sqlite
