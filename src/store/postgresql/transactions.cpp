#include "store/postgresql/transactions.h"

#include <memory>
#include <thread>

#include <soci/soci.h>

#include "store/postgresql/errors.h"

namespace policycalc::store::postgresql {
namespace {

/// The lock of those that write: "pcal" in ASCII. It is known in its own database only.
constexpr std::int64_t kWriteLock = 0x7063616C;

constexpr std::chrono::milliseconds kRetryPause{50};

/// Not REPEATABLE READ: what is read then is from before the lock was waited for. Returns the
/// number of the transaction.
std::string begin(soci::session& session) {
  session << "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
  std::string number;
  session << "SELECT CAST(pg_current_xact_id() AS text) FROM pg_advisory_xact_lock(" << kWriteLock
          << ")",
      soci::into(number);
  return number;
}

/// `committed`, `aborted`, `in progress`.
std::string fateOf(const Place& place, const std::string& number) {
  const auto session = connect(place, Access::kReadOnly);
  std::string fate;
  soci::indicator known = soci::i_ok;
  *session << "SELECT pg_xact_status(CAST(:number AS xid8))", soci::use(number),
      soci::into(fate, known);
  return known == soci::i_ok ? fate : std::string();
}

/// Asks for as long as the busy timeout, at most. False if it did not commit; throws StoreError if
/// that remains unknown.
bool didCommit(const Place& place, const std::string& number) {
  const auto deadline = std::chrono::steady_clock::now() + place.busy_timeout;
  for (;;) {
    try {
      const std::string fate = fateOf(place, number);
      if (fate == "committed") return true;
      if (fate == "aborted") return false;
    } catch (const std::exception&) {
      // Still away.
    }
    if (std::chrono::steady_clock::now() >= deadline) {
      throw StoreError(StoreError::Kind::kDisk,
                       "the server went away in a commit, and did not say whether it was done");
    }
    std::this_thread::sleep_for(kRetryPause);
  }
}

}  // namespace

const Transactions& transactions() {
  static const Transactions engine{
      .begin = [](soci::session& session) { begin(session); },
      .commit = [](soci::session& session) { session << "COMMIT"; },
      .is_open = inTransaction,
      .to_store_error = toStoreError,
  };
  return engine;
}

Transactions surely(const Place& place) {
  const auto number = std::make_shared<std::string>();
  Transactions engine = transactions();
  engine.begin = [number](soci::session& session) { *number = begin(session); };
  engine.commit = [number, place](soci::session& session) {
    try {
      session << "COMMIT";
    } catch (const soci::soci_error& error) {
      if (!isLost(error) || !didCommit(place, *number)) throw;
    }
  };
  return engine;
}

bool settle(soci::session& session) noexcept {
  try {
    return isConnected(session) && rollBack(transactions(), session);
  } catch (const std::exception&) {
    return false;
  }
}

}  // namespace policycalc::store::postgresql
