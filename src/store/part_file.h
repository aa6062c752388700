#pragma once

#include <filesystem>
#include <string>

#include "policycalc/store/backup.h"

namespace policycalc::store {

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

/// The path with all links of its folder resolved, so that two spellings of one file are equal.
std::filesystem::path resolved(const std::filesystem::path& path);

/// Why no backup can be written to that path; "" if it can. That it exists is no fault.
std::string faultOfPlace(const std::filesystem::path& file);

/// Why nothing can be read from that path; "" if it can.
std::string faultOfBackup(const std::filesystem::path& file);

/// Brings the names in `folder` to the disk: without this, a power cut can lose a file and all that
/// was acknowledged in it. Throws StoreError with kCannotOpen.
void syncFolder(const std::filesystem::path& folder);

}  // namespace policycalc::store
