#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration dutyAndAbsence() {
  return {13,
          "duty handlers of units, and absences",
          {
              R"(CREATE TABLE duty_handler (
                unit     TEXT    NOT NULL PRIMARY KEY CHECK (unit <> ''),
                staff_id INTEGER NOT NULL REFERENCES staff_member (id)
              ) STRICT, WITHOUT ROWID)",
              // Days since 1970 at UTC+8, the last one included. The next absence of a member takes
              // the place of the last one.
              R"(CREATE TABLE absence (
                staff_id      INTEGER PRIMARY KEY REFERENCES staff_member (id),
                substitute_id INTEGER NOT NULL REFERENCES staff_member (id),
                from_day      INTEGER NOT NULL,
                to_day        INTEGER NOT NULL,
                CHECK (from_day <= to_day AND substitute_id <> staff_id)
              ) STRICT)",
              "CREATE INDEX absence_by_substitute ON absence (substitute_id)",
              // Whose turn it is follows from absences.
              R"(CREATE TRIGGER absence_is_set AFTER INSERT ON absence
                BEGIN INSERT INTO matter_version (county, version) VALUES ('', 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              R"(CREATE TRIGGER absence_is_ended AFTER DELETE ON absence
                BEGIN INSERT INTO matter_version (county, version) VALUES ('', 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              R"(CREATE INDEX matter_open_of_owner ON matter (owner_id) WHERE state IN
                ('received', 'preparing', 'handed_over', 'in_progress'))",
              R"(CREATE INDEX matter_open_of_handler ON matter (handler_id) WHERE state IN
                ('received', 'preparing', 'handed_over', 'in_progress'))",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
