#include "store/sqlite/backup_file.h"

#include <vector>

#include <soci/soci.h>

#include "policycalc/store/error.h"

#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"

namespace policycalc::store::sqlite {
namespace {

namespace fs = std::filesystem;
using Kind = StoreError::Kind;

std::int64_t count(soci::session& session, const std::string& table,
                   const std::string& condition = "") {
  std::int64_t is_there = 0;  // an older version may not have it yet
  session << "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = :name",
      soci::use(table), soci::into(is_there);
  std::int64_t rows = 0;
  if (is_there > 0) session << "SELECT count(*) FROM " + table + condition, soci::into(rows);
  return rows;
}

/// Every table, index, view and trigger, as created.
std::vector<std::string> objectsOf(soci::session& session) {
  std::vector<std::string> objects;
  const soci::rowset<std::string> rows =
      (session.prepare << "SELECT type || ' ' || name || ' ' || tbl_name || ' ' ||"
                          " coalesce(sql, '') FROM sqlite_schema ORDER BY type, name");
  for (const std::string& object : rows) objects.push_back(object);
  return objects;
}

/// As objectsOf() for an empty database of that version.
std::vector<std::string> objectsOfVersion(std::int64_t version) {
  const auto session = connect({":memory:"}, Access::kReadWrite);
  const auto& all = schema();
  migrate(*session, {all.begin(), all.begin() + version});
  return objectsOf(*session);
}

std::optional<std::string> faultOf(soci::session& session, BackupContents& contents) {
  session << "PRAGMA trusted_schema = OFF";
  session << "PRAGMA cell_size_check = ON";
  checkIdentity(session, static_cast<int>(schema().size()));
  const std::int64_t version = schemaVersion(session);
  if (version < 1) return "it is empty";
  // Otherwise a foreign trigger would run with our next statement.
  if (objectsOf(session) != objectsOfVersion(version)) {
    return "it has other tables than this program's version " + std::to_string(version);
  }
  std::string verdict;
  session << "PRAGMA integrity_check(1)", soci::into(verdict);
  std::int64_t strays = 0;
  session << "SELECT count(*) FROM pragma_foreign_key_check", soci::into(strays);
  if (verdict != "ok" || strays > 0) return "it is damaged";
  contents.profiles = count(session, "saved_profile");
  contents.feedback = count(session, "feedback");
  contents.applicants = count(session, "applicant", " WHERE erased = 0");
  contents.matters = count(session, "matter") + count(session, "hall_case");  // the older name
  return std::nullopt;
}

}  // namespace

fs::path beside(const fs::path& database, const char* suffix) {
  fs::path path = database;
  path += suffix;
  return path;
}

std::optional<std::string> faultOf(const fs::path& file, BackupContents& contents) {
  try {
    contents.bytes = fs::file_size(file);
    return translating([&] {
      const auto session = connect({file}, Access::kReadOnly);
      return faultOf(*session, contents);
    });
  } catch (const StoreError& error) {
    const bool cannot_tell =
        error.kind() == Kind::kOther || error.kind() == Kind::kDisk || error.kind() == Kind::kBusy;
    if (cannot_tell) throw;
    return error.what();
  }
}

}  // namespace policycalc::store::sqlite
