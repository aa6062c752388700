#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "policycalc/store/backup.h"

namespace policycalc::store::sqlite {

/// A new file (mode 0600) beside the one whose name it will get. It and what SQLite lays beside it
/// are removed at the end unless it got the name. For one thread.
class PartFile {
 public:
  /// Throws StoreError with kCannotOpen; the message names the folder.
  explicit PartFile(const std::filesystem::path& final_name);
  ~PartFile();
  PartFile(const PartFile&) = delete;
  PartFile& operator=(const PartFile&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// Fills it with the bytes of another file. Throws StoreError.
  void copyFrom(const std::filesystem::path& source) const;

  /// Copies owner, group and mode from the file that it will replace, so that a service can go on
  /// that runs as another user than the one who restores. Owner and group only as far as the system
  /// lets this process. Throws StoreError.
  void takeRightsOf(const std::filesystem::path& existing) const;

  /// Gives it its name in one step, once its content is on the disk; the name is on the disk when
  /// this returns. False, and it keeps its temporary name, if the name is taken and may not be
  /// replaced. SQLite must not have the file open: its locks would be lost. Throws StoreError.
  bool giveName(bool over_existing);

 private:
  std::filesystem::path final_name_;
  std::filesystem::path path_;
  bool has_name_ = false;
};

/// A refusal that names `path` and its fault.
BackupRefusal refusal(const std::filesystem::path& path, const std::string& message);
/// The refusal that over_existing avoids.
BackupRefusal existsAlready(const std::filesystem::path& path);

/// Whether anything has that name, even a dangling link.
bool isThere(const std::filesystem::path& path);

/// The file that SQLite lays beside a database: `-wal`, `-shm` or `-journal`.
std::filesystem::path beside(const std::filesystem::path& database, const char* suffix);

/// The fault of the database in `file`, which no one else uses: another program's, of a later
/// version, damaged, or with other tables, triggers or columns than its version has. Returns
/// nothing, and fills `contents`, if it is sound. Throws StoreError if the disk fails.
std::optional<std::string> faultOf(const std::filesystem::path& file, BackupContents& contents);

}  // namespace policycalc::store::sqlite
