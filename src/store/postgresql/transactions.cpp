#include "store/postgresql/transactions.h"

#include <string>

#include <soci/soci.h>

#include "store/postgresql/errors.h"

namespace policycalc::store::postgresql {
namespace {

/// The lock of those that write: "pcal" in ASCII. It is known in its own database only.
constexpr std::int64_t kWriteLock = 0x7063616C;

/// Not REPEATABLE READ: what is read then is from before the lock was waited for.
void begin(soci::session& session) {
  session << "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
  std::string locked;
  session << "SELECT CAST(pg_advisory_xact_lock(" << kWriteLock << ") AS text)", soci::into(locked);
}

/// A commit whose answer was lost counts as not done: its number cannot be asked for afterwards, as
/// a server that was killed may give it to another transaction.
void commit(soci::session& session) {
  try {
    session << "COMMIT";
  } catch (const soci::soci_error& error) {
    if (!isLost(error)) throw;
    throw StoreError(StoreError::Kind::kDisk,
                     "the server went away in a commit, and did not say whether it was done");
  }
}

}  // namespace

const Transactions& transactions() {
  static const Transactions engine{
      .begin = begin,
      .commit = commit,
      .is_open = inTransaction,
      .to_store_error = toStoreError,
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
