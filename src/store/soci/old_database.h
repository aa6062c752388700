#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include <soci/session.h>

namespace policycalc::store::sqlite {

/// Whether another process holds a lock on that SQLite file, as every service that has it open
/// does; works for damaged ones, too. Not while this process has the file open: its own locks would
/// be lost. False if there is no such file.
bool isOpenElsewhere(const std::filesystem::path& database);

/// The database that is about to be replaced, locked against everybody for the life of this object.
/// What its write-ahead log held is in the file itself then, which lies alone. A file that SQLite
/// cannot use is not locked, and its log stays as it is. For one thread.
class OldDatabase {
 public:
  /// Throws StoreError with kBusy where others have it open.
  explicit OldDatabase(std::filesystem::path database);

  /// Gives it one more name beside its own, `<name>.before-restore-<UTC>`, and takes what SQLite
  /// laid beside it away from the old name. Its own name stays, for the new one to replace.
  /// Gives the new name. Throws StoreError.
  std::filesystem::path keepAside(std::chrono::sys_seconds now) const;

 private:
  std::filesystem::path database_;
  std::unique_ptr<soci::session> lock_;  ///< null where SQLite cannot use the file
};

/// The same for a log that lies there without its database: a new one of that name would take it
/// for its own.
void moveLogAside(const std::filesystem::path& database, const std::filesystem::path& kept);

/// A name beside the database that nothing has yet.
std::filesystem::path nameAside(const std::filesystem::path& database,
                                std::chrono::sys_seconds now);

}  // namespace policycalc::store::sqlite
