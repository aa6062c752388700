#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "policycalc/base/result.h"

namespace policycalc::store {

/// Why no backup was made or restored; the message is one line for people.
struct BackupRefusal {
  std::string message;
  bool exists = false;  ///< the one reason that `over_existing` takes away
};

/// What a backup holds, in numbers: nothing of what anybody said.
struct BackupContents {
  std::uintmax_t bytes = 0;
  std::int64_t profiles = 0;  ///< saved profiles, the expired ones that are still there among them
  std::int64_t feedback = 0;
  std::int64_t applicants = 0;  ///< without the erased ones
  std::int64_t matters = 0;

  bool operator==(const BackupContents&) const = default;
};

struct BackupOptions {
  std::filesystem::path database;
  std::filesystem::path file;  ///< where the backup goes; its folder exists
  bool over_existing = false;
};

/// Writes a copy of the database, as it is at one moment, to a file of its own (mode 0600) while
/// others go on reading and writing. All that was acknowledged before the call is in it, and
/// nothing that was erased before. The copy is checked and on the disk before it gets its name, so
/// that a file of that name is whole; a killed process may leave `<file>.part-…` beside it.
/// Fails where `file` cannot be a backup's: it exists, is a folder,
/// belongs to the database itself, or its folder does not exist. Throws StoreError where the
/// database is none or damaged, or where the copy cannot be written.
base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options);

struct RestoreOptions {
  std::filesystem::path file;  ///< the backup; it is only read
  std::filesystem::path database;
  bool over_existing = false;
  std::chrono::sys_seconds now{};  ///< what had expired or was over by then is removed
};

struct Restored {
  BackupContents contents;  ///< of the backup
  std::size_t expired = 0;  ///< profiles of it that were removed, as they had expired
  std::optional<std::filesystem::path> kept;  ///< the database that was there before
};

/// Puts a backup in the place of the database: brought up to this version, without expired
/// profiles, without the data of applicants whose authorisation is over (Applicants::endOver), and
/// without the staff's sessions, since those may have ended after the backup was made. At every
/// moment the database's name is that of the old one or of the new one, each whole; the old one is
/// kept beside it as `<name>.before-restore-<UTC>`.
/// Fails, and changes nothing, where `file` is no sound backup of this
/// program or of a later version, where the database exists unless `over_existing`, and where
/// another process has it open. Throws StoreError where the disk or its rights stand in the way.
/// No service may be started while this runs.
base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options);

}  // namespace policycalc::store
