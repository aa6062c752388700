#include "store/postgresql/backup.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <string_view>

#include <soci/soci.h>

#include "policycalc/store/error.h"
#include "policycalc/store/store.h"

#include "store/part_file.h"
#include "store/postgresql/address.h"
#include "store/postgresql/connection.h"
#include "store/postgresql/errors.h"
#include "store/postgresql/migrations.h"
#include "store/postgresql/schema.h"
#include "store/postgresql/tool.h"

namespace policycalc::store::postgresql {
namespace {

namespace fs = std::filesystem;
using Kind = StoreError::Kind;

const std::string kTables = kSchema;

std::int64_t count(soci::session& session, const std::string& rows) {
  std::int64_t number = 0;
  session << "SELECT count(*) FROM " << rows, soci::into(number);
  return number;
}

BackupContents contentsOf(soci::session& session) {
  BackupContents contents;
  contents.profiles = count(session, "saved_profile");
  contents.feedback = count(session, "feedback");
  contents.applicants = count(session, "applicant WHERE erased = 0");
  contents.matters = count(session, "matter");
  return contents;
}

void runOrThrow(const std::string& name, const std::vector<std::string>& words,
                const std::string& address) {
  const ToolEnd end = runTool(name, words, address);
  if (!end.done) throw StoreError(Kind::kOther, whyFailed(name, end), end.said);
}

/// Fills `part` with the database as it is at one moment, and returns what it holds then.
BackupContents copyInto(const std::string& address, const fs::path& part) {
  return translating([&] {
    const auto session = connect({address}, Access::kReadOnly);
    checkIdentity(*session, schema().back().number);
    if (schemaVersion(*session) < 1) throw StoreError(Kind::kCannotOpen, "it is empty");
    // pg_dump sees what this transaction sees, as long as it lasts.
    *session << "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    *session << "SET LOCAL idle_in_transaction_session_timeout = 0";
    std::string snapshot;
    *session << "SELECT pg_export_snapshot()", soci::into(snapshot);
    const BackupContents contents = contentsOf(*session);
    runOrThrow("pg_dump",
               {"--format=custom", "--schema=" + kTables,
                // Sessions that end later must not come back.
                "--exclude-table-data=" + kTables + ".staff_session", "--snapshot=" + snapshot,
                "--lock-wait-timeout=30000", "--no-password", "--file=" + part.string(),
                "--dbname=" + toolAddress(address).open},
               address);
    *session << "ROLLBACK";
    return contents;
  });
}

/// Reads all of the copy.
void checkCopy(const fs::path& part, const std::string& address) {
  runOrThrow("pg_restore", {"--file=/dev/null", part.string()}, address);
}

/// What the list of pg_restore says of the tables' schema.
bool holdsTables(const std::string& list) {
  return list.find(" SCHEMA - " + kTables + " ") != std::string::npos &&
         list.find(" TABLE " + kTables + " schema_version ") != std::string::npos;
}

/// Whether it makes anything outside the schema: no backup of this program does.
bool holdsMore(const std::string& list) {
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find('\n', begin), list.size());
    const std::string line = list.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line.front() < '0' || line.front() > '9') continue;
    const bool ours = line.find(" " + kTables + " ") != std::string::npos;
    if (!ours) return true;
  }
  return false;
}

/// Why the file is no backup of such a database; "" if it is one.
std::string faultOfFile(const fs::path& file, const std::string& address) {
  if (std::string fault = faultOfBackup(file); !fault.empty()) return fault;
  std::array<char, 16> start{};
  std::ifstream(file, std::ios::binary).read(start.data(), start.size());
  const std::string_view first(start.data(), start.size());
  if (first.substr(0, 6) == "SQLite") {
    return "is a backup of a database in a file, whose data a server does not take over";
  }
  if (first.substr(0, 5) != "PGDMP") return "is not a usable backup: it is not one of pg_dump";
  const ToolEnd end = runTool("pg_restore", {"--list", fs::absolute(file).string()}, address);
  if (!end.done) return "is not a usable backup: " + whyFailed("pg_restore", end);
  if (!holdsTables(end.said)) return "is not a usable backup: it is of another program";
  if (holdsMore(end.said)) {
    return "is not a usable backup: it holds more than the schema `" + kTables + "`";
  }
  return {};
}

/// Whether the database holds anything under our name; an empty schema is removed.
bool isTaken(const std::string& address) {
  return translating([&] {
    const auto session = connect({address}, Access::kReadWrite);
    checkIdentity(*session, schema().back().number);
    if (schemaVersion(*session) > 0) return true;
    *session << "DROP SCHEMA IF EXISTS " << kTables;
    return false;
  });
}

void empty(const std::string& address) {
  translating([&] {
    const auto session = connect({address}, Access::kReadWrite);
    *session << "DROP SCHEMA IF EXISTS " << kTables << " CASCADE";
  });
}

/// What is in the database after pg_restore, brought up to this version, without what must not come
/// back.
Restored prepare(const RestoreOptions& options) {
  const std::string address = options.database.string();
  Restored restored;
  translating([&] {
    const auto session = connect({address}, Access::kReadOnly);
    checkIdentity(*session, schema().back().number);
    if (schemaVersion(*session) < 1) throw StoreError(Kind::kCorrupt, "its tables are missing");
    restored.contents = contentsOf(*session);
  });
  restored.contents.bytes = fs::file_size(options.file);
  StoreOptions opening;
  opening.path = options.database;
  opening.only_existing = true;
  const auto store = openStore(opening);
  // As of a file: see sqlite/restore.cpp.
  store->clock().confirm(options.now);
  store->applicants().endOver(options.now);
  restored.expired = store->savedProfiles().removeExpired(options.now);
  store->staffSessions().removeOld(std::chrono::sys_seconds::max());
  return restored;
}

StoreError naming(const std::string& what, const fs::path& database, const StoreError& error) {
  return {
      error.kind(),
      "cannot " + what + " the database `" + shownAddress(database.string()) + "`: " + error.what(),
      error.detail()};
}

}  // namespace

base::Result<BackupContents, BackupRefusal> backUp(const BackupOptions& options) {
  try {
    const std::string address = options.database.string();
    const fs::path file = resolved(options.file);
    const std::string fault = faultOfPlace(file);
    if (!fault.empty()) return refusal(options.file, fault);
    if (!options.over_existing && isThere(file)) return existsAlready(options.file);

    PartFile part(file);
    BackupContents contents = copyInto(address, part.path());
    checkCopy(part.path(), address);
    contents.bytes = fs::file_size(part.path());
    if (!part.giveName(options.over_existing)) return existsAlready(options.file);
    return contents;
  } catch (const StoreError& error) {
    throw naming("back up", options.database, error);
  }
}

base::Result<Restored, BackupRefusal> restore(const RestoreOptions& options) {
  try {
    const std::string address = options.database.string();
    const std::string fault = faultOfFile(options.file, address);
    if (!fault.empty()) return refusal(options.file, fault);
    if (isTaken(address)) {
      return BackupRefusal{"`" + shownAddress(address) +
                           "` holds tables of this program: stop every service on it and set them"
                           " aside (ALTER SCHEMA policycalc RENAME TO policycalc_old), or restore"
                           " to another database"};
    }
    runOrThrow("pg_restore",
               {"--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges",
                "--no-password", "--dbname=" + toolAddress(address).open,
                fs::absolute(options.file).string()},
               address);
    try {
      return prepare(options);
    } catch (...) {
      empty(address);
      throw;
    }
  } catch (const StoreError& error) {
    throw naming("restore", options.database, error);
  }
}

}  // namespace policycalc::store::postgresql
