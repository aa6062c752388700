#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>

namespace policycalc::app {

// A folder of backups whose names tell when they were made, so that copying them about does not
// make them younger.

/// `policycalc-2026-11-30T023000Z.db`
std::filesystem::path datedBackup(const std::filesystem::path& folder,
                                  std::chrono::sys_seconds made);

/// Which dated backups are old: those made `days` days before `time` or earlier, by the calendar
/// (UTC), but never `except`.
struct OldBackups {
  std::chrono::sys_seconds time;
  std::chrono::days days;
  std::filesystem::path except;
};

/// Removes the old backups in the folder of `except`, and what a killed backup left of one;
/// everything else there stays. Returns how many files were removed. Throws
/// std::filesystem::filesystem_error.
std::size_t removeOldBackups(const OldBackups& old);

}  // namespace policycalc::app
