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

/// Of every database that is made here, in bytes; the schema counts on it.
constexpr int kPageSize = 4096;

enum class Access : std::uint8_t { kReadOnly, kReadWrite };

/// A session with the settings that every one needs, since SQLite keeps them per connection:
/// busy timeout, foreign keys, full synchronisation, overwriting of deleted data, no temporary
/// files. To be used by one thread at a time. Throws SOCI's exceptions.
std::unique_ptr<soci::session> connect(const Place& place, Access access);

/// Moves what the write-ahead log holds into the database and cuts the log to nothing: what was
/// overwritten there is then gone from the log as well. Waits as long as `busy_timeout` for another
/// who does the same, and as long as the session's own for those who still read from the log; false
/// if they did not end, or if it failed otherwise. To be called outside a transaction.
bool emptyLog(soci::session& session, std::chrono::seconds busy_timeout) noexcept;

/// Turns the write-ahead log on, for good, unless it is on. Throws StoreError or SOCI's exceptions.
void useWriteAheadLog(soci::session& session, std::chrono::seconds busy_timeout);

}  // namespace policycalc::store::sqlite
