#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration publications() {
  return {14,
          "what is in use, since when, by whom and why",
          {
              // The row with the highest number is in use. Its catalogue is in `catalogue_version`;
              // what is served beside it comes last, behind what lists read.
              R"(CREATE TABLE publication (
                number       INTEGER PRIMARY KEY CHECK (number > 0),
                kind         TEXT    NOT NULL CHECK (kind IN ('folder', 'publish', 'rollback')),
                hash         TEXT    NOT NULL CHECK (hash <> ''),
                published_at INTEGER NOT NULL,
                published_by TEXT    NOT NULL,
                why          TEXT    NOT NULL,
                what         TEXT    NOT NULL,
                workdays     TEXT    NOT NULL,
                conformance  TEXT    NOT NULL
              ) STRICT)",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
