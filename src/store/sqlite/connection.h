#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>

#include <soci/session.h>

namespace policycalc::store::sqlite {

/// Where the database is and how long to wait for it.
struct Place {
  std::filesystem::path file;  ///< as prepareDatabaseFile() gives it
  std::chrono::seconds busy_timeout{5};
};

/// The page size of every database that is made here, in bytes; the schema relies on it.
constexpr int kPageSize = 4096;

enum class Access : std::uint8_t { kReadOnly, kReadWrite };

/// A session with the settings that SQLite keeps per connection: busy timeout, foreign keys, full
/// synchronisation, checks of each page, overwriting of deleted data, no temporary files. For one
/// thread at a time. Throws SOCI's exceptions.
std::unique_ptr<soci::session> connect(const Place& place, Access access);

/// Moves the write-ahead log into the database and truncates it, so that overwritten data is gone
/// from the log as well. Waits up to `busy_timeout` for another process that does the same, and up
/// to the session's own timeout for readers of the log. False if they did not end, or if it failed
/// otherwise. Must be called outside a transaction.
bool emptyLog(soci::session& session, std::chrono::seconds busy_timeout) noexcept;

/// Turns the write-ahead log on for good. Throws StoreError or SOCI's exceptions.
void useWriteAheadLog(soci::session& session, std::chrono::seconds busy_timeout);

}  // namespace policycalc::store::sqlite
