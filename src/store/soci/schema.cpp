#include "store/soci/schema.h"

namespace policycalc::store::sqlite {

// To change the schema, append a migration with the next number; never edit one that was released.
// Tables are STRICT: without it SQLite takes any text into an INTEGER column. Times are seconds
// since 1970 in UTC. Foreign keys are checked at once, not deferred.
const std::vector<Migration>& schema() {
  static const std::vector<Migration> migrations = {
      {1,
       "catalogue versions",
       {
           // `content` comes last and `bytes` counts it, so that a list need not read it.
           R"(CREATE TABLE catalogue_version (
                id           INTEGER PRIMARY KEY,
                hash         TEXT    NOT NULL UNIQUE CHECK (hash <> ''),
                published_at INTEGER NOT NULL,
                bytes        INTEGER NOT NULL CHECK (bytes >= 0),
                content      TEXT    NOT NULL
              ) STRICT)",
           R"(CREATE INDEX catalogue_version_by_time ON catalogue_version (published_at, id))",
       }},
  };
  return migrations;
}

}  // namespace policycalc::store::sqlite
