#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "policycalc/store/backup.h"

#include "store/part_file.h"

namespace policycalc::store::sqlite {

/// The file that SQLite lays beside a database: `-wal`, `-shm` or `-journal`.
std::filesystem::path beside(const std::filesystem::path& database, const char* suffix);

/// The fault of the database in `file`, which no one else uses: another program's, of a later
/// version, damaged, or with other tables, triggers or columns than its version has. Returns
/// nothing, and fills `contents`, if it is sound. Throws StoreError if the disk fails.
std::optional<std::string> faultOf(const std::filesystem::path& file, BackupContents& contents);

}  // namespace policycalc::store::sqlite
