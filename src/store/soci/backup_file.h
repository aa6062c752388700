#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "policycalc/store/backup.h"

namespace policycalc::store::sqlite {

/// A new file (mode 0600) beside the one whose name it is to get. It and what SQLite lays beside it
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

  /// Gives it owner, group and mode of the file that it will replace, so that a service of another
  /// user than the one who restores can go on. Owner and group only as far as the system lets this
  /// process. Throws StoreError.
  void takeRightsOf(const std::filesystem::path& existing) const;

  /// Gives it its name once its content is on the disk, in one step; the name is on the disk when
  /// this returns. False, and it has none, if something is called so already and may not be
  /// replaced. Not while SQLite has it open: that would lose its locks. Throws StoreError.
  bool giveName(bool over_existing);

 private:
  std::filesystem::path final_name_;
  std::filesystem::path path_;
  bool has_name_ = false;
};

/// `path` and what is the matter with it.
BackupRefusal refusal(const std::filesystem::path& path, const std::string& message);
/// The refusal that `force` helps against.
BackupRefusal existsAlready(const std::filesystem::path& path);

/// Whether anything has that name, be it a link that leads nowhere.
bool isThere(const std::filesystem::path& path);

/// The file that SQLite lays beside a database: `-wal`, `-shm` or `-journal`.
std::filesystem::path beside(const std::filesystem::path& database, const char* suffix);

/// What is wrong with the database in `file`, which nobody else uses: not this program's, of a
/// later version, damaged, or with other tables, triggers or columns than its version has. Nothing,
/// and `contents` filled, if it is sound. Throws StoreError where the disk fails.
std::optional<std::string> faultOf(const std::filesystem::path& file, BackupContents& contents);

}  // namespace policycalc::store::sqlite
