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
  bool exists = false;  ///< `over_existing` would help
};

/// What a backup holds, in numbers only.
struct BackupContents {
  std::uintmax_t bytes = 0;
  std::int64_t profiles = 0;  ///< saved profiles, including expired ones that are still there
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

/// Writes a copy of the database, as it is at one moment, to `file` (mode 0600) while others go on
/// reading and writing. The copy holds all that was acknowledged before the call, and nothing that
/// was erased before. It is checked and on the disk before it gets its name, so a file of that name
/// is whole; a killed process may leave `<file>.part-…` beside it. Fails if `file` cannot hold a
/// backup: it exists, is a folder, belongs to the database itself, or its folder does not exist.
/// Of a database on a server, pg_dump writes the file, without the staff's sessions; the address's
/// password reaches it by its environment.
/// Throws StoreError if the database is missing or damaged, if the copy cannot be written, or if
/// pg_dump or pg_restore, which checks the copy, is missing or fails: the message says why.
base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options);

struct RestoreOptions {
  std::filesystem::path file;  ///< the backup; it is only read
  std::filesystem::path database;
  bool over_existing = false;
  std::chrono::sys_seconds now{};  ///< what has expired by then is removed
};

struct Restored {
  BackupContents contents;                    ///< of the backup
  std::size_t expired = 0;                    ///< profiles removed from it, as they had expired
  std::optional<std::filesystem::path> kept;  ///< the database that was there before
};

/// Replaces the database with a backup: brought up to this version, without expired profiles,
/// without the data of applicants whose authorisation is over (Applicants::endOver), and without
/// the staff's sessions, since those may have ended after the backup was made. At every moment the
/// database's name belongs to the old one or to the new one, each whole; the old one is kept beside
/// it as `<name>.before-restore-<UTC>`. Fails, and changes nothing, if `file` is damaged, of
/// another program or of a later version, if the database exists without `over_existing`, or if
/// another process has it open. Throws StoreError if the disk fails or its rights forbid it. Start
/// no service while this runs.
/// On a server, pg_restore fills a database that has no tables of this program yet: one that has
/// them is refused, `over_existing` or not, and nothing is kept aside. A restore that fails leaves
/// no tables; a killed one leaves none or all, perhaps of an older version and with what had
/// expired, which the service brings up and removes.
base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options);

}  // namespace policycalc::store
