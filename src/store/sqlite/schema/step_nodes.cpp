#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration serviceNodes() {
  return {19,
          "the services that answer from this database",
          {
              R"(CREATE TABLE service_node (
                place TEXT    NOT NULL PRIMARY KEY CHECK (place <> ''),
                beats INTEGER NOT NULL CHECK (beats >= 1)
              ) STRICT, WITHOUT ROWID)",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
