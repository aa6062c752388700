#pragma once

#include "policycalc/store/backup.h"

namespace policycalc::store::sqlite {

/// As store::backUp(), of an SQLite file to another.
base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options);

/// As store::restore(), from an SQLite file to another.
base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options);

}  // namespace policycalc::store::sqlite
