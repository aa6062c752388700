#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration versionsWait() {
  return {17,
          "versions that wait for a second person, and the role of those who keep the policies",
          {
              // Once it no longer waits, a version stays with its names and without its texts. Its
              // catalogue is in `catalogue_version` all the time that it waits.
              R"(CREATE TABLE waiting_version (
                id          INTEGER PRIMARY KEY AUTOINCREMENT,
                hash        TEXT    NOT NULL CHECK (hash <> ''),
                put_at      INTEGER NOT NULL,
                put_by      TEXT    NOT NULL CHECK (put_by <> ''),
                why         TEXT    NOT NULL CHECK (why <> ''),
                what        TEXT    NOT NULL,
                over        INTEGER NOT NULL,
                state       TEXT    NOT NULL CHECK (state IN ('waiting', 'approved', 'withdrawn')),
                ended_at    INTEGER NOT NULL,
                ended_by    TEXT    NOT NULL,
                ended_why   TEXT    NOT NULL,
                workdays    TEXT    NOT NULL,
                conformance TEXT    NOT NULL
              ) STRICT)",
              R"(CREATE UNIQUE INDEX waiting_version_once ON waiting_version (hash)
                WHERE state = 'waiting')",
              "ALTER TABLE publication ADD COLUMN approved_by TEXT NOT NULL DEFAULT ''",
              // One more role: the check on them can only be changed with the whole table. The rows
              // that refer to it find it again before the step ends.
              "PRAGMA defer_foreign_keys = ON",
              "CREATE TEMP TABLE old_staff_member AS SELECT * FROM staff_member",
              "DROP TABLE staff_member",
              R"(CREATE TABLE staff_member (
                id            INTEGER PRIMARY KEY,
                login         TEXT    NOT NULL UNIQUE CHECK (login <> ''),
                name          TEXT    NOT NULL CHECK (name <> ''),
                role          TEXT    NOT NULL
                              CHECK (role IN ('clerk', 'handler', 'supervisor', 'administrator',
                                              'keeper')),
                county        TEXT    NOT NULL,
                unit          TEXT    NOT NULL,
                password_hash TEXT    NOT NULL CHECK (password_hash <> ''),
                must_change   INTEGER NOT NULL CHECK (must_change IN (0, 1)),
                active        INTEGER NOT NULL CHECK (active IN (0, 1)),
                revision      INTEGER NOT NULL CHECK (revision >= 1),
                created_at    INTEGER NOT NULL
              ) STRICT)",
              R"(INSERT INTO staff_member (id, login, name, role, county, unit, password_hash,
                must_change, active, revision, created_at)
                SELECT id, login, name, role, county, unit, password_hash, must_change, active,
                revision, created_at FROM old_staff_member)",
              "DROP TABLE old_staff_member",
              R"(CREATE TRIGGER staff_member_is_changed
                AFTER UPDATE OF name, role, county, unit, active ON staff_member
                BEGIN INSERT INTO matter_version (county, version) VALUES ('', 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
