#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <soci/session.h>

namespace policycalc::store::postgresql {

/// One step of the schema. A released step never changes: corrections are further steps.
struct Migration {
  std::int64_t number = 0;  ///< the schema's version after it, as SQLite counts them
  std::string name;
  /// One a string. `TEXT` is written without a collation: apply() adds the one by bytes, in which
  /// SQLite compares and sorts.
  std::vector<std::string> statements;
};

/// Refuses a schema that holds anything but this program's tables (kCannotOpen) or those of a later
/// version than `latest` (kNewerThanProgram), and a server that this program cannot rely on:
/// another encoding than UTF-8, a version before 13, fsync off. A missing schema is fine, and an
/// empty one. Changes nothing.
void checkIdentity(soci::session& session, std::int64_t latest);

/// Brings the schema to the last of `migrations`, each step in one transaction together with its
/// number. Other processes may do the same at once. Throws as checkIdentity() does, or SOCI's
/// exceptions.
void migrate(soci::session& session, const std::vector<Migration>& migrations);

/// The version of the schema: the number of the last migration, 0 without tables.
std::int64_t schemaVersion(soci::session& session);

}  // namespace policycalc::store::postgresql
