#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include <soci/session.h>

namespace policycalc::store::sqlite {

/// Whether another process holds a lock on that SQLite file, as every service that has it open
/// does; works for damaged files, too. Must not be called while this process has the file open,
/// whose locks would be lost. False if there is no such file.
bool isOpenElsewhere(const std::filesystem::path& database);

/// The database that is about to be replaced, locked against all others for the life of this
/// object. The content of its write-ahead log has moved into the file. A file that SQLite cannot
/// use is not locked, and its log stays as it is. For one thread.
class OldDatabase {
 public:
  /// Throws StoreError with kBusy if another process has it open.
  explicit OldDatabase(std::filesystem::path database);

  /// Adds the name `<name>.before-restore-<UTC>` and removes or renames what SQLite laid beside the
  /// old name. The old name stays, for the new database to replace. Returns the new name. Throws
  /// StoreError.
  std::filesystem::path keepAside(std::chrono::sys_seconds now) const;

 private:
  std::filesystem::path database_;
  std::unique_ptr<soci::session> lock_;  ///< null if SQLite cannot use the file
};

/// Moves a log that lies there without its database: a new database of that name would take it for
/// its own.
void moveLogAside(const std::filesystem::path& database, const std::filesystem::path& kept);

/// An unused name beside the database.
std::filesystem::path nameAside(const std::filesystem::path& database,
                                std::chrono::sys_seconds now);

}  // namespace policycalc::store::sqlite
