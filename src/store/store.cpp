#include "policycalc/store/store.h"

#include <soci/soci.h>

#include "store/confirmed_time.h"
#include "store/database.h"
#include "store/open_database.h"

namespace policycalc::store {
namespace {

Trouble troubleOf(StoreError::Kind kind) {
  switch (kind) {
    case StoreError::Kind::kBusy:
      return Trouble::kLocked;
    case StoreError::Kind::kFull:
      return Trouble::kFull;
    case StoreError::Kind::kCorrupt:
      return Trouble::kDamaged;
    case StoreError::Kind::kCannotOpen:
    case StoreError::Kind::kNewerThanProgram:
    case StoreError::Kind::kConstraint:
    case StoreError::Kind::kUnknownWord:
    case StoreError::Kind::kStaleKey:
    case StoreError::Kind::kDisk:
    case StoreError::Kind::kCeiling:
    case StoreError::Kind::kOther:
      break;
  }
  return Trouble::kUnreachable;
}

}  // namespace

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {}

Store::~Store() = default;

Health Store::health() {
  Health health;
  health.trouble = database_->troubleOfFile();
  if (database_->counters().sawDamage()) health.trouble = Trouble::kDamaged;
  if (health.trouble) return health;
  try {
    // The reserve is not for this: without it, the trouble is known already.
    database_->write([&](soci::session& session) {
      session << "UPDATE heartbeat SET beats = beats + 1 WHERE id = 1";
      health.confirmed = confirmedTime(session);
    });
  } catch (const StoreError& error) {
    health.trouble = troubleOf(error.kind());
  }
  return health;
}

void Store::checkWhole() {
  database_->checkWhole();
}

StoreCounters Store::counters() const {
  return database_->counters().read();
}

std::unique_ptr<Store> openStore(const StoreOptions& options) {
  return std::make_unique<Store>(openDatabase(options));
}

bool Store::overwritesErased() const {
  return database_->overwritesErased();
}

std::optional<std::chrono::sys_seconds> Store::time() const {
  return database_->time();
}

}  // namespace policycalc::store
