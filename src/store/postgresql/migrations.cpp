#include "store/postgresql/migrations.h"

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/postgresql/connection.h"
#include "store/postgresql/transactions.h"

namespace policycalc::store::postgresql {
namespace {

using Kind = StoreError::Kind;

constexpr std::int64_t kOldestServer = 130'000;  ///< pg_current_xact_id()

template <typename Value>
Value one(soci::session& session, const std::string& query) {
  Value value{};
  session << query, soci::into(value);
  return value;
}

std::int64_t tablesNamed(soci::session& session, const std::string& condition) {
  return one<std::int64_t>(session,
                           "SELECT count(*) FROM pg_class c JOIN pg_namespace n"
                           " ON n.oid = c.relnamespace WHERE n.nspname = '" +
                               std::string(kSchema) + "'" + condition);
}

/// A schema that the role may not use is as good as missing for its statements.
bool mayUse(soci::session& session) {
  return one<std::int64_t>(session, "SELECT CASE WHEN has_schema_privilege('" +
                                        std::string(kSchema) + "', 'USAGE') THEN 1 ELSE 0 END") ==
         1;
}

/// Without both columns it is a table of another program.
bool isOurs(soci::session& session) {
  return one<std::int64_t>(session,
                           "SELECT count(*) FROM pg_attribute WHERE attrelid = to_regclass('" +
                               std::string(kSchema) +
                               ".schema_version') AND attname IN ('program', 'version')") == 2 &&
         one<std::int64_t>(session,
                           "SELECT count(*) FROM schema_version WHERE program = 'policycalc'"
                           " AND version >= 1") == 1;
}

void checkServer(soci::session& session) {
  const auto refuse = [](const std::string& why) { throw StoreError(Kind::kCannotOpen, why); };
  if (one<std::int64_t>(session, "SELECT CAST(current_setting('server_version_num') AS bigint)") <
      kOldestServer) {
    refuse("the server is older than PostgreSQL 13");
  }
  const auto encoding = one<std::string>(session, "SELECT current_setting('server_encoding')");
  if (encoding != "UTF8") {
    refuse("the encoding of the database is " + encoding + ": make it with ENCODING 'UTF8'");
  }
  if (one<std::string>(session, "SELECT current_setting('fsync')") != "on") {
    refuse("the server runs with fsync off, so that what it has taken can be lost: set it to on");
  }
}

/// With the collation by bytes for text.
std::string byBytes(std::string statement) {
  const std::string type = " TEXT ";
  const std::string exact = " TEXT COLLATE \"C\" ";
  for (std::size_t at = statement.find(type); at != std::string::npos;
       at = statement.find(type, at + exact.size())) {
    statement.replace(at, type.size(), exact);
  }
  return statement;
}

void apply(soci::session& session, const Migration& migration) {
  if (schemaVersion(session) == 0) {
    session << "CREATE SCHEMA IF NOT EXISTS " << kSchema;
    session << byBytes(
        "CREATE TABLE schema_version (program TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL)");
    session << "INSERT INTO schema_version (program, version) VALUES ('policycalc', 0)";
  }
  for (const std::string& statement : migration.statements) session << byBytes(statement);
  session << "UPDATE schema_version SET version = " << migration.number;
}

}  // namespace

std::int64_t schemaVersion(soci::session& session) {
  if (tablesNamed(session, " AND c.relname = 'schema_version'") == 0) return 0;
  return one<std::int64_t>(session, "SELECT version FROM schema_version");
}

void checkIdentity(soci::session& session, std::int64_t latest) {
  checkServer(session);
  if (tablesNamed(session, "") == 0) return;
  if (!mayUse(session)) {
    throw StoreError(Kind::kCannotOpen, "this role may not use the schema `" +
                                            std::string(kSchema) + "` of the database");
  }
  if (!isOurs(session)) {
    throw StoreError(Kind::kCannotOpen, "the schema `" + std::string(kSchema) +
                                            "` of the database belongs to another program");
  }
  const std::int64_t version = schemaVersion(session);
  if (version <= latest) return;
  throw StoreError(Kind::kNewerThanProgram,
                   "it was written by a newer version of this program (its schema is " +
                       std::to_string(version) + ", this version knows " + std::to_string(latest) +
                       ")");
}

void migrate(soci::session& session, const std::vector<Migration>& migrations) {
  const std::int64_t latest = migrations.back().number;
  checkIdentity(session, latest);
  for (const Migration& migration : migrations) {
    if (schemaVersion(session) >= migration.number) continue;
    store::WriteTransaction transaction(transactions(), session);
    // Checked again: only the lock makes sure that no other process was faster.
    checkIdentity(session, latest);
    if (schemaVersion(session) >= migration.number) continue;
    apply(session, migration);
    transaction.commit();
  }
  checkIdentity(session, latest);
}

}  // namespace policycalc::store::postgresql
