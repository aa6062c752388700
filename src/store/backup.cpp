#include "policycalc/store/backup.h"

#include "policycalc/store/place.h"

#include "store/sqlite/backup.h"

namespace policycalc::store {

base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options) {
  if (isOnServer(options.database.string())) {
    return BackupRefusal{
        "the database is on a server, whose own tool copies it: pg_dump --format=custom"
        " --schema=policycalc --file=FILE --dbname='" +
        shownDatabase(options.database.string()) + "'"};
  }
  return sqlite::backUp(options);
}

base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options) {
  if (isOnServer(options.database.string())) {
    return BackupRefusal{
        "the database is on a server, whose own tool restores it. Stop every service on it, then:"
        " pg_restore --clean --if-exists --no-owner --single-transaction --dbname='" +
        shownDatabase(options.database.string()) +
        "' FILE, and end the sessions of the staff as the manual says"};
  }
  return sqlite::restore(options);
}

}  // namespace policycalc::store
