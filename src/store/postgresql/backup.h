#pragma once

#include "policycalc/store/backup.h"

namespace policycalc::store::postgresql {

/// As store::backUp(), of a database on a server: pg_dump writes the file.
base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options);

/// As store::restore(), to an empty database on a server: pg_restore fills it.
base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options);

}  // namespace policycalc::store::postgresql
