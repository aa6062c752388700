#include "store/sqlite/inspection.h"

#include <algorithm>
#include <string>
#include <sys/stat.h>

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/confirmed_time.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/reserve.h"
#include "store/sqlite/schema.h"

namespace policycalc::store::sqlite {
namespace {

namespace fs = std::filesystem;

/// The schema with the confirmed time.
constexpr std::int64_t kWithClock = 6;

/// Looks at the file before SQLite does, which would make a missing one.
fs::path lookAtFile(const fs::path& database, Inspection& seen) {
  const auto refuse = [](const char* why) { throw StoreError(StoreError::Kind::kCannotOpen, why); };
  std::error_code error;
  fs::path file = fs::canonical(database, error);
  if (error) refuse("the file does not exist or cannot be reached");
  if (!isUsablePath(file)) refuse("a path with a quotation mark or line break cannot be used");
  if (!fs::is_regular_file(file, error)) refuse("it is not a regular file");
  constexpr unsigned kPermissions = 07777;
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0) seen.mode = status.st_mode & kPermissions;
  if (::stat(file.parent_path().c_str(), &status) == 0) {
    seen.folder_mode = status.st_mode & kPermissions;
  }
  seen.bytes = fs::file_size(file, error);
  if (seen.bytes < kSmallestDatabase) refuse("it is not an SQLite database");
  seen.free_bytes = freeBytes(file.parent_path());
  return file;
}

void lookInside(soci::session& session, Inspection& seen) {
  seen.latest = static_cast<std::int64_t>(schema().size());
  checkIdentity(session, static_cast<int>(schema().size()));
  seen.version = schemaVersion(session);
  std::string verdict;
  session << "PRAGMA quick_check(1)", soci::into(verdict);
  if (verdict != "ok") seen.fault = verdict;
  std::replace(seen.fault.begin(), seen.fault.end(), '\n', ' ');
  if (seen.version >= kWithClock) seen.confirmed = confirmedTime(session);
}

}  // namespace

Inspection inspect(const fs::path& database) {
  Inspection seen;
  const fs::path file = lookAtFile(database, seen);
  translating([&] {
    const auto session = connect({file}, Access::kReadOnly);
    lookInside(*session, seen);
  });
  return seen;
}

}  // namespace policycalc::store::sqlite
