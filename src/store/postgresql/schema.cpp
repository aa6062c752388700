#include "store/postgresql/schema.h"

#include "store/postgresql/schema/parts.h"

namespace policycalc::store::postgresql {
namespace {

constexpr std::int64_t kFirstVersion = 19;

Migration allTables() {
  Migration first{kFirstVersion, "all tables", schema_parts::tables()};
  for (const auto& part : {schema_parts::indexes(), schema_parts::triggers()}) {
    first.statements.insert(first.statements.end(), part.begin(), part.end());
  }
  return first;
}

}  // namespace

const std::vector<Migration>& schema() {
  static const std::vector<Migration> migrations = {allTables()};
  return migrations;
}

}  // namespace policycalc::store::postgresql
