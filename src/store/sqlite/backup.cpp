#include "store/sqlite/backup.h"

#include <string>
#include <system_error>

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/sqlite/backup_file.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"

namespace policycalc::store::sqlite {
namespace {

namespace fs = std::filesystem;

/// How long to wait for a process that moves the log or recovers after a crash.
constexpr std::chrono::seconds kBusyTimeout{30};

bool belongsTo(const fs::path& database, const fs::path& file) {
  std::error_code ignored;
  if (fs::equivalent(database, file, ignored) || file == database) return true;
  for (const char* suffix : {"-wal", "-shm", "-journal"}) {
    if (file == beside(database, suffix)) return true;
  }
  return false;
}

/// The fault of the place for the backup; "" if it has none.
std::string faultOfPlace(const fs::path& database, const fs::path& file) {
  if (!isUsablePath(file)) {
    return "cannot be used: its path has a quotation mark, line break or NUL";
  }
  if (belongsTo(database, file)) return "belongs to the database itself";
  return store::faultOfPlace(file);
}

/// Copies the database in one read transaction. The copy is packed anew: it has no unused space
/// with remains of old data.
void copyInto(const fs::path& database, const fs::path& part) {
  translating([&] {
    // The copy only reads, but SQLite's read-only switch would forbid it.
    const auto session = connect({database, kBusyTimeout}, Access::kReadWrite);
    checkIdentity(*session, static_cast<int>(schema().size()));
    if (schemaVersion(*session) < 1) {
      throw StoreError(StoreError::Kind::kCannotOpen, "it is empty");
    }
    const std::string name = part.string();
    *session << "VACUUM INTO :name", soci::use(name);
  });
}

fs::path existingDatabase(const fs::path& path) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) {
    throw StoreError(StoreError::Kind::kCannotOpen, "it does not exist");
  }
  return prepareDatabaseFile(path);
}

}  // namespace

base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options) {
  try {
    const fs::path database = existingDatabase(options.database);
    const fs::path file = resolved(options.file);
    const std::string fault = faultOfPlace(database, file);
    if (!fault.empty()) return refusal(options.file, fault);
    if (!options.over_existing && isThere(file)) return existsAlready(options.file);

    PartFile part(file);
    copyInto(database, part.path());
    BackupContents contents;
    if (const auto unsound = faultOf(part.path(), contents)) {
      throw StoreError(StoreError::Kind::kCorrupt, "its copy is not sound: " + *unsound);
    }
    if (!part.giveName(options.over_existing)) return existsAlready(options.file);
    return contents;
  } catch (const StoreError& error) {
    throw StoreError(
        error.kind(),
        "cannot back up the database `" + options.database.string() + "`: " + error.what(),
        error.detail());
  }
}

}  // namespace policycalc::store::sqlite
