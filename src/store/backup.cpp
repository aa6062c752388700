#include "policycalc/store/backup.h"

#include "store/sqlite/backup.h"

namespace policycalc::store {

base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options) {
  return sqlite::backUp(options);
}

base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options) {
  return sqlite::restore(options);
}

}  // namespace policycalc::store
