#include <string>
#include <system_error>
#include <utility>

#include "policycalc/store/error.h"
#include "policycalc/store/store.h"

#include "store/sqlite/backup.h"
#include "store/sqlite/backup_file.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/old_database.h"

namespace policycalc::store::sqlite {
namespace {

namespace fs = std::filesystem;

/// The fault of the backup as a file; "" if it has none.
std::string faultOfFile(const fs::path& file, const fs::path& database) {
  std::error_code error;
  if (fs::equivalent(file, database, error)) return "is the database itself";
  if (std::string fault = faultOfBackup(file); !fault.empty()) return fault;
  const auto log = fs::file_size(beside(file, "-wal"), error);
  if (!error && log > 0) {
    return "is not a backup but a database in use: part of it is still in its log";
  }
  return {};
}

/// Free of links, so that the file itself is replaced and SQLite's files are looked for beside it.
/// The folder is made if it is missing.
fs::path placeOf(const fs::path& database) {
  const auto refuse = [](const std::string& why) {
    throw StoreError(StoreError::Kind::kCannotOpen, why);
  };
  if (!isUsablePath(database)) {
    refuse("a path with a quotation mark, line break or NUL cannot be used");
  }
  std::error_code error;
  const fs::path wanted = fs::absolute(database, error);
  if (error || !wanted.has_filename() || fs::is_directory(wanted)) refuse("it is a folder");
  makeFolders(wanted.parent_path());
  const fs::path target = isThere(wanted) ? wanted : wanted.parent_path();
  fs::path real = fs::canonical(target, error);
  if (error) refuse("the path cannot be resolved (" + error.message() + ")");
  if (target != wanted) real /= wanted.filename();
  if (isThere(real) && !fs::is_regular_file(real)) refuse("it is not a regular file");
  return real;
}

/// Brings the copy up to this version and removes what must not come back. Returns how many
/// profiles had expired.
std::size_t prepare(const fs::path& part, std::chrono::sys_seconds now) {
  StoreOptions options;
  options.path = part;
  std::size_t expired = 0;
  {
    const auto store = openStore(options);
    // The backup may be older than any clock is believed to be; the person who restores it counts.
    store->clock().confirm(now);
    // Before the profiles: of an authorisation by code, the profile tells how it ended.
    store->applicants().endOver(now);
    expired = store->savedProfiles().removeExpired(now);
    // Otherwise a session that ended after the backup would be back.
    store->staffSessions().removeOld(std::chrono::sys_seconds::max());
  }
  // The last connection that closes moves the log into the file.
  if (isThere(beside(part, "-wal"))) {
    throw StoreError(StoreError::Kind::kOther, "the copy of the backup could not be closed");
  }
  return expired;
}

/// All steps that usually fail come before.
base::Result<Restored, BackupRefusal> putInPlace(PartFile& part, const fs::path& database,
                                                 const RestoreOptions& options, Restored restored) {
  if (!isThere(database)) {
    moveLogAside(database, nameAside(database, options.now));
    if (!part.giveName(false)) return existsAlready(options.database);
    return restored;
  }
  const OldDatabase old(database);
  part.takeRightsOf(database);
  restored.kept = old.keepAside(options.now);
  part.giveName(true);
  return restored;
}

base::Result<Restored, BackupRefusal> restoreTo(const fs::path& database,
                                                const RestoreOptions& options) {
  const std::string fault = faultOfFile(options.file, database);
  if (!fault.empty()) return refusal(options.file, fault);
  if (isThere(database)) {
    if (!options.over_existing) return existsAlready(options.database);
    if (isOpenElsewhere(database)) {
      return refusal(options.database, "is open in another process: stop the service first");
    }
  }
  PartFile part(database);
  part.copyFrom(options.file);
  Restored restored;
  // Judges the copy, so that the file cannot change between the check and its use.
  if (const auto unsound = faultOf(part.path(), restored.contents)) {
    return refusal(options.file, "is not a usable backup: " + *unsound);
  }
  restored.expired = prepare(part.path(), options.now);
  return putInPlace(part, database, options, std::move(restored));
}

}  // namespace

base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options) {
  try {
    return restoreTo(placeOf(options.database), options);
  } catch (const StoreError& error) {
    if (error.kind() == StoreError::Kind::kBusy) {
      return refusal(options.database, "is open in another process: stop the service first");
    }
    throw StoreError(
        error.kind(),
        "cannot restore the database `" + options.database.string() + "`: " + error.what(),
        error.detail());
  }
}

}  // namespace policycalc::store::sqlite
