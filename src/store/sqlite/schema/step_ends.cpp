#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration endsOfMatters() {
  return {12,
          "how matters end, and whether the company was told",
          {
              // More states: the check on them can only be changed with the whole table. The rows
              // that refer to it find it again before the step ends.
              "PRAGMA defer_foreign_keys = ON",
              "CREATE TEMP TABLE old_matter AS SELECT * FROM matter",
              "DROP TABLE matter",
              R"(CREATE TABLE matter (
                id             INTEGER PRIMARY KEY AUTOINCREMENT,
                reference      TEXT    NOT NULL UNIQUE CHECK (reference <> ''),
                applicant_id   INTEGER NOT NULL REFERENCES applicant (id),
                measure        TEXT    NOT NULL CHECK (measure <> ''),
                catalogue      TEXT    NOT NULL,
                county         TEXT    NOT NULL CHECK (county <> ''),
                unit           TEXT    NOT NULL CHECK (unit <> ''),
                handler_id     INTEGER NOT NULL,
                state          TEXT    NOT NULL
                               CHECK (state IN ('received', 'preparing', 'handed_over',
                                                'in_progress', 'fulfilled', 'refused', 'forwarded',
                                                'unreachable', 'withdrawn', 'expired')),
                state_since    INTEGER NOT NULL,
                handed_over    INTEGER NOT NULL CHECK (handed_over IN (0, 1)),
                opened_at      INTEGER NOT NULL,
                opened_by      INTEGER NOT NULL REFERENCES staff_member (id),
                changed_at     INTEGER NOT NULL,
                revision       INTEGER NOT NULL CHECK (revision >= 1),
                due_day        INTEGER NOT NULL DEFAULT 0,
                soon_day       INTEGER NOT NULL DEFAULT 0,
                owner_id       INTEGER NOT NULL DEFAULT 0,
                returns        INTEGER NOT NULL DEFAULT 0,
                permit_until   INTEGER NOT NULL DEFAULT 0,
                permit_by_code INTEGER NOT NULL DEFAULT 0,
                to_tell        INTEGER NOT NULL DEFAULT 0 CHECK (to_tell IN (0, 1))
              ) STRICT)",
              // It is not known of an earlier end whether the company was told.
              R"(INSERT INTO matter (id, reference, applicant_id, measure, catalogue, county, unit,
                handler_id, state, state_since, handed_over, opened_at, opened_by, changed_at,
                revision, due_day, soon_day, owner_id, returns, permit_until, permit_by_code,
                to_tell)
                SELECT id, reference, applicant_id, measure, catalogue, county, unit, handler_id,
                state, state_since, handed_over, opened_at, opened_by, changed_at, revision,
                due_day, soon_day, owner_id, returns, permit_until, permit_by_code,
                state IN ('fulfilled', 'refused') AND permit_until > 0 FROM old_matter)",
              "DROP TABLE old_matter",
              "CREATE INDEX matter_by_applicant ON matter (applicant_id)",
              "CREATE INDEX matter_by_measure ON matter (measure, state)",
              "CREATE INDEX matter_by_state ON matter (state, state_since)",
              R"(CREATE INDEX matter_open_by_due ON matter (due_day, id)
                WHERE state IN ('received', 'preparing', 'handed_over', 'in_progress'))",
              R"(CREATE INDEX matter_open_in_county ON matter (county, due_day, id)
                WHERE state IN ('received', 'preparing', 'handed_over', 'in_progress'))",
              "CREATE INDEX matter_by_end ON matter (state_since DESC, id)",
              "CREATE INDEX matter_by_permit ON matter (permit_until) WHERE permit_until > 0",
              "CREATE INDEX matter_to_tell ON matter (state_since DESC, id) WHERE to_tell = 1",
              R"(CREATE TRIGGER matter_is_added AFTER INSERT ON matter
                BEGIN INSERT INTO matter_version (county, version) VALUES (NEW.county, 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              R"(CREATE TRIGGER matter_is_changed AFTER UPDATE ON matter
                BEGIN INSERT INTO matter_version (county, version) VALUES (NEW.county, 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              // What the service itself ended had no authorisation any more.
              R"(UPDATE matter SET state = 'expired' WHERE state = 'withdrawn' AND id IN
                (SELECT matter_id FROM matter_change
                 WHERE to_state = 'withdrawn' AND staff_id = 0))",
              R"(UPDATE matter_change SET to_state = 'expired'
                WHERE to_state = 'withdrawn' AND staff_id = 0)",
              "ALTER TABLE matter_change ADD COLUMN sealed_end TEXT NOT NULL DEFAULT ''",
              // Why an applicant was erased; '' until then.
              R"(ALTER TABLE applicant ADD COLUMN ended_as TEXT NOT NULL DEFAULT ''
                CHECK (ended_as IN ('', 'withdrawn', 'expired')))",
              R"(UPDATE applicant SET ended_as = CASE WHEN EXISTS (SELECT 1 FROM audit
                WHERE object = 'applicant' AND object_id = applicant.id AND action = 'ended')
                THEN 'expired' ELSE 'withdrawn' END WHERE erased = 1)",
              R"(CREATE TABLE matter_deed (
                id        INTEGER PRIMARY KEY,
                matter_id INTEGER NOT NULL REFERENCES matter (id),
                at        INTEGER NOT NULL,
                staff_id  INTEGER NOT NULL,
                deed      TEXT    NOT NULL CHECK (deed <> ''),
                padding   BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                sealed    TEXT    NOT NULL
              ) STRICT)",
              "CREATE INDEX matter_deed_by_matter ON matter_deed (matter_id, id)",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
