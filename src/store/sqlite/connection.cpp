#include "store/sqlite/connection.h"

#include <string>
#include <thread>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "policycalc/store/error.h"

#include "store/sqlite/errors.h"

namespace policycalc::store::sqlite {
namespace {

constexpr std::chrono::milliseconds kRetryPause{5};

/// SOCI takes `timeout` in whole seconds and ignores unknown options. Its quoting has no escape,
/// so prepareDatabaseFile() refuses quotation marks.
std::string connectString(const Place& place) {
  return "dbname=\"" + place.file.string() +
         "\" timeout=" + std::to_string(place.busy_timeout.count());
}

/// False if another connection blocks it.
bool tryWriteAheadLog(soci::session& session, std::string& mode) {
  try {
    session << "PRAGMA journal_mode = WAL", soci::into(mode);
    return true;
  } catch (const soci::soci_error& error) {
    if (toStoreError(error).kind() != StoreError::Kind::kBusy) throw;
    return false;
  }
}

/// False if other connections block it.
bool tryToEmptyLog(soci::session& session) {
  int busy = 1;
  int pages = 0;
  int moved = 0;
  session << "PRAGMA wal_checkpoint(TRUNCATE)", soci::into(busy), soci::into(pages),
      soci::into(moved);
  return busy == 0;
}

}  // namespace

std::unique_ptr<soci::session> connect(const Place& place, Access access) {
  auto session = std::make_unique<soci::session>(soci::sqlite3, connectString(place));
  *session << "PRAGMA foreign_keys = ON";
  *session << "PRAGMA synchronous = FULL";
  // A damaged page is then an error, not a wrong answer.
  *session << "PRAGMA cell_size_check = ON";
  *session << "PRAGMA secure_delete = ON";
  // A changed file must not make SQLite call functions through its views or triggers.
  *session << "PRAGMA trusted_schema = OFF";
  // The data that undoing a savepoint needs must not go to a file outside our care.
  *session << "PRAGMA temp_store = MEMORY";
  // Has no effect on an existing database.
  *session << "PRAGMA page_size = " + std::to_string(kPageSize);
  if (access == Access::kReadOnly) *session << "PRAGMA query_only = ON";
  return session;
}

bool emptyLog(soci::session& session, std::chrono::seconds busy_timeout) noexcept {
  try {
    // SQLite waits for readers, but gives up at once if another connection moves the log.
    const auto deadline = std::chrono::steady_clock::now() + busy_timeout;
    while (!tryToEmptyLog(session)) {
      if (std::chrono::steady_clock::now() >= deadline) return false;
      std::this_thread::sleep_for(kRetryPause);
    }
    return true;
  } catch (...) {
    return false;
  }
}

void useWriteAheadLog(soci::session& session, std::chrono::seconds busy_timeout) {
  std::string mode;
  session << "PRAGMA journal_mode", soci::into(mode);
  // If two connections switch at once, SQLite fails without waiting for its busy timeout.
  const auto deadline = std::chrono::steady_clock::now() + busy_timeout;
  while (mode != "wal" && !tryWriteAheadLog(session, mode)) {
    if (std::chrono::steady_clock::now() >= deadline) {
      throw StoreError(StoreError::Kind::kBusy, "the database is busy",
                       "switching the write-ahead log on");
    }
    std::this_thread::sleep_for(kRetryPause);
  }
  if (mode != "wal") {
    throw StoreError(StoreError::Kind::kCannotOpen, "its file system cannot hold a write-ahead log",
                     "journal_mode is " + mode);
  }
}

}  // namespace policycalc::store::sqlite
