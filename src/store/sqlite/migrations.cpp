#include "store/sqlite/migrations.h"

#include <cassert>

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/sqlite/transaction.h"

namespace policycalc::store::sqlite {
namespace {

/// Marks the file as this program's: "pcal" in ASCII.
constexpr std::int64_t kApplicationId = 0x7063616C;

std::int64_t number(soci::session& session, const std::string& query) {
  std::int64_t value = 0;
  session << query, soci::into(value);
  return value;
}

void apply(soci::session& session, const Migration& migration) {
  for (const std::string& statement : migration.statements) session << statement;
  session << "PRAGMA application_id = " + std::to_string(kApplicationId);
  session << "PRAGMA user_version = " + std::to_string(migration.number);
}

}  // namespace

std::int64_t schemaVersion(soci::session& session) {
  return number(session, "PRAGMA user_version");
}

void checkIdentity(soci::session& session, int latest) {
  // One snapshot for all reads: another process may be creating the database.
  Savepoint snapshot(session);
  const std::int64_t application = number(session, "PRAGMA application_id");
  const std::int64_t version = schemaVersion(session);
  const bool is_empty = application == 0 && version == 0 &&
                        number(session, "SELECT count(*) FROM sqlite_schema") == 0;
  if (is_empty) return;
  if (application != kApplicationId || version < 1) {
    throw StoreError(StoreError::Kind::kCannotOpen, "it is a database of another program",
                     "application_id " + std::to_string(application) + ", user_version " +
                         std::to_string(version));
  }
  if (version > latest) {
    throw StoreError(StoreError::Kind::kNewerThanProgram,
                     "it was written by a newer version of this program (its schema is " +
                         std::to_string(version) + ", this version knows " +
                         std::to_string(latest) + ")");
  }
}

void migrate(soci::session& session, const std::vector<Migration>& migrations) {
  const int latest = static_cast<int>(migrations.size());
  for (const Migration& migration : migrations) {
    assert(migration.number == &migration - migrations.data() + 1);
    if (schemaVersion(session) >= migration.number) continue;
    WriteTransaction transaction(session);
    // Checked again: only the lock makes sure that no other process was faster.
    checkIdentity(session, latest);
    if (schemaVersion(session) >= migration.number) continue;
    apply(session, migration);
    transaction.commit();
  }
  checkIdentity(session, latest);
}

}  // namespace policycalc::store::sqlite
