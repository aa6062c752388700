#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <soci/session.h>

namespace policycalc::store::sqlite {

/// One step of the schema. A released step never changes: corrections are further steps.
struct Migration {
  int number = 0;  ///< from 1, without gaps; the schema's version after it
  std::string name;
  std::vector<std::string> statements;  ///< one a string: SOCI runs only the first
};

/// Refuses a file that holds anything but this program's database (kCannotOpen) or one of a later
/// version than `latest` (kNewerThanProgram); an empty one is fine. Changes nothing.
void checkIdentity(soci::session& session, int latest);

/// Brings the database to the last of `migrations`. Each runs in one transaction together with its
/// number, so that an interruption leaves a known version. Other processes may do the same at once.
/// Throws as checkIdentity() does, or SOCI's exceptions.
void migrate(soci::session& session, const std::vector<Migration>& migrations);

/// The version of the schema: the number of the last migration, 0 for an empty database.
std::int64_t schemaVersion(soci::session& session);

}  // namespace policycalc::store::sqlite
