#include "policycalc/store/backup.h"

#include "policycalc/store/place.h"

#include "store/postgresql/backup.h"
#include "store/sqlite/backup.h"

namespace policycalc::store {

base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options) {
  return isOnServer(options.database.string()) ? postgresql::backUp(options)
                                               : sqlite::backUp(options);
}

base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options) {
  return isOnServer(options.database.string()) ? postgresql::restore(options)
                                               : sqlite::restore(options);
}

}  // namespace policycalc::store
