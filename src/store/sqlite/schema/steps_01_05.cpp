#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration catalogueVersions() {
  return {1,
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
          }};
}

Migration savedProfiles() {
  return {2,
          "saved profiles and feedback",
          {
              R"(CREATE TABLE saved_profile (
                id             INTEGER PRIMARY KEY,
                lookup         TEXT    NOT NULL UNIQUE CHECK (lookup <> ''),
                revision       INTEGER NOT NULL CHECK (revision >= 1),
                saved_at       INTEGER NOT NULL,
                expires_at     INTEGER NOT NULL CHECK (expires_at > saved_at),
                may_help       INTEGER NOT NULL CHECK (may_help IN (0, 1)),
                may_notify     INTEGER NOT NULL CHECK (may_notify IN (0, 1)),
                padding        BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                key_by_code    TEXT    NOT NULL,
                key_by_service TEXT    NOT NULL,
                sealed         TEXT    NOT NULL
              ) STRICT)",
              R"(CREATE INDEX saved_profile_by_expiry ON saved_profile (expires_at))",
              R"(CREATE TABLE feedback (
                id             INTEGER PRIMARY KEY,
                reference      TEXT    NOT NULL UNIQUE CHECK (reference <> ''),
                query_lookup   TEXT    NOT NULL UNIQUE CHECK (query_lookup <> ''),
                kind           TEXT    NOT NULL
                               CHECK (kind IN ('error', 'objection', 'suggestion')),
                measure        TEXT    NOT NULL,
                catalogue      TEXT    NOT NULL,
                received_at    INTEGER NOT NULL,
                state          TEXT    NOT NULL
                               CHECK (state IN ('received', 'in_progress', 'answered', 'declined')),
                changed_at     INTEGER NOT NULL,
                padding        BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                sealed_message TEXT    NOT NULL,
                sealed_contact TEXT    NOT NULL
              ) STRICT)",
              R"(CREATE INDEX feedback_by_time ON feedback (received_at, id))",
          }};
}

Migration staffAndSessions() {
  return {3,
          "staff and their sessions",
          {
              R"(CREATE TABLE staff_member (
                id            INTEGER PRIMARY KEY,
                login         TEXT    NOT NULL UNIQUE CHECK (login <> ''),
                name          TEXT    NOT NULL CHECK (name <> ''),
                role          TEXT    NOT NULL
                              CHECK (role IN ('clerk', 'handler', 'supervisor', 'administrator')),
                county        TEXT    NOT NULL,
                unit          TEXT    NOT NULL,
                password_hash TEXT    NOT NULL CHECK (password_hash <> ''),
                must_change   INTEGER NOT NULL CHECK (must_change IN (0, 1)),
                active        INTEGER NOT NULL CHECK (active IN (0, 1)),
                revision      INTEGER NOT NULL CHECK (revision >= 1),
                created_at    INTEGER NOT NULL
              ) STRICT)",
              R"(CREATE TABLE staff_session (
                id           INTEGER PRIMARY KEY,
                token_id     TEXT    NOT NULL UNIQUE CHECK (token_id <> ''),
                staff_id     INTEGER NOT NULL REFERENCES staff_member (id),
                csrf         TEXT    NOT NULL CHECK (csrf <> ''),
                created_at   INTEGER NOT NULL,
                last_seen_at INTEGER NOT NULL
              ) STRICT)",
              R"(CREATE INDEX staff_session_by_staff ON staff_session (staff_id))",
          }};
}

Migration desk() {
  return {
      4,
      "the desk: applicants, cases, handlers, audit trail",
      {
          // AUTOINCREMENT: an id is never used again, not even after its row is gone.
          R"(CREATE TABLE applicant (
                id             INTEGER PRIMARY KEY AUTOINCREMENT,
                county         TEXT    NOT NULL CHECK (county <> ''),
                firm           TEXT    NOT NULL,
                revision       INTEGER NOT NULL CHECK (revision >= 1),
                created_at     INTEGER NOT NULL,
                changed_at     INTEGER NOT NULL,
                erased         INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
                padding        BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                key_by_service TEXT    NOT NULL,
                sealed_name    TEXT    NOT NULL,
                sealed         TEXT    NOT NULL
              ) STRICT)",
          R"(CREATE INDEX applicant_by_firm ON applicant (firm, county))",
          R"(CREATE INDEX applicant_by_county ON applicant (county, changed_at))",
          R"(CREATE TABLE authorisation (
                id           INTEGER PRIMARY KEY AUTOINCREMENT,
                applicant_id INTEGER NOT NULL REFERENCES applicant (id),
                given        TEXT    NOT NULL CHECK (given IN ('paper', 'screen', 'code')),
                for_cases    INTEGER NOT NULL CHECK (for_cases IN (0, 1)),
                until        INTEGER NOT NULL CHECK (until > recorded_at),
                lookup       TEXT    NOT NULL CHECK ((lookup <> '') = (given = 'code')),
                recorded_at  INTEGER NOT NULL,
                recorded_by  INTEGER NOT NULL REFERENCES staff_member (id),
                ended_at     INTEGER NOT NULL DEFAULT 0,
                padding      BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                sealed_by    TEXT    NOT NULL
              ) STRICT)",
          R"(CREATE UNIQUE INDEX authorisation_in_force ON authorisation (applicant_id)
                WHERE ended_at = 0)",
          R"(CREATE INDEX authorisation_by_lookup ON authorisation (lookup) WHERE lookup <> '')",
          R"(CREATE TABLE hall_case (
                id           INTEGER PRIMARY KEY AUTOINCREMENT,
                reference    TEXT    NOT NULL UNIQUE CHECK (reference <> ''),
                applicant_id INTEGER NOT NULL REFERENCES applicant (id),
                measure      TEXT    NOT NULL CHECK (measure <> ''),
                catalogue    TEXT    NOT NULL,
                county       TEXT    NOT NULL CHECK (county <> ''),
                unit         TEXT    NOT NULL CHECK (unit <> ''),
                handler_id   INTEGER NOT NULL,
                state        TEXT    NOT NULL
                             CHECK (state IN ('received', 'preparing', 'handed_over', 'in_progress',
                                              'fulfilled', 'refused', 'withdrawn')),
                state_since  INTEGER NOT NULL,
                handed_over  INTEGER NOT NULL CHECK (handed_over IN (0, 1)),
                opened_at    INTEGER NOT NULL,
                opened_by    INTEGER NOT NULL REFERENCES staff_member (id),
                changed_at   INTEGER NOT NULL,
                revision     INTEGER NOT NULL CHECK (revision >= 1)
              ) STRICT)",
          R"(CREATE INDEX hall_case_by_applicant ON hall_case (applicant_id))",
          R"(CREATE INDEX hall_case_by_measure ON hall_case (measure, state))",
          R"(CREATE INDEX hall_case_by_state ON hall_case (state, state_since))",
          R"(CREATE TABLE case_document (
                case_id   INTEGER NOT NULL REFERENCES hall_case (id),
                place     INTEGER NOT NULL,
                name      TEXT    NOT NULL,
                ticked_by INTEGER NOT NULL DEFAULT 0,
                ticked_at INTEGER NOT NULL DEFAULT 0,
                PRIMARY KEY (case_id, place)
              ) STRICT, WITHOUT ROWID)",
          R"(CREATE TABLE case_note (
                id          INTEGER PRIMARY KEY,
                case_id     INTEGER NOT NULL REFERENCES hall_case (id),
                at          INTEGER NOT NULL,
                staff_id    INTEGER NOT NULL,
                padding     BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                sealed_text TEXT    NOT NULL
              ) STRICT)",
          R"(CREATE INDEX case_note_by_case ON case_note (case_id, id))",
          R"(CREATE TABLE case_change (
                id            INTEGER PRIMARY KEY,
                case_id       INTEGER NOT NULL REFERENCES hall_case (id),
                at            INTEGER NOT NULL,
                staff_id      INTEGER NOT NULL,
                from_state    TEXT    NOT NULL,
                to_state      TEXT    NOT NULL,
                handler_id    INTEGER NOT NULL,
                padding       BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                sealed_reason TEXT    NOT NULL
              ) STRICT)",
          R"(CREATE INDEX case_change_by_case ON case_change (case_id, id))",
          R"(CREATE TABLE handler (
                measure  TEXT    NOT NULL CHECK (measure <> ''),
                county   TEXT    NOT NULL,
                unit     TEXT    NOT NULL CHECK (unit <> ''),
                staff_id INTEGER NOT NULL REFERENCES staff_member (id),
                PRIMARY KEY (measure, county, unit)
              ) STRICT, WITHOUT ROWID)",
          R"(CREATE TABLE audit (
                id        INTEGER PRIMARY KEY AUTOINCREMENT,
                at        INTEGER NOT NULL,
                staff_id  INTEGER NOT NULL,
                address   TEXT    NOT NULL,
                action    TEXT    NOT NULL CHECK (action <> ''),
                object    TEXT    NOT NULL CHECK (object <> ''),
                object_id INTEGER NOT NULL,
                revision  INTEGER NOT NULL,
                county    TEXT    NOT NULL,
                fields    TEXT    NOT NULL
              ) STRICT)",
          R"(CREATE INDEX audit_by_object ON audit (object, object_id, id))",
          R"(CREATE INDEX audit_by_staff ON audit (staff_id, id))",
          R"(CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END)",
          R"(CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END)",
          // REPLACE would remove a row without the trigger above.
          R"(CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit
                WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
                BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END)",
      }};
}

Migration casesAreMatters() {
  return {5,
          "the desk's cases are matters",
          {
              "ALTER TABLE hall_case RENAME TO matter",
              "ALTER TABLE case_document RENAME TO matter_document",
              "ALTER TABLE matter_document RENAME COLUMN case_id TO matter_id",
              "ALTER TABLE case_note RENAME TO matter_note",
              "ALTER TABLE matter_note RENAME COLUMN case_id TO matter_id",
              "ALTER TABLE case_change RENAME TO matter_change",
              "ALTER TABLE matter_change RENAME COLUMN case_id TO matter_id",
              "ALTER TABLE authorisation RENAME COLUMN for_cases TO for_matters",
              "DROP INDEX hall_case_by_applicant",
              "DROP INDEX hall_case_by_measure",
              "DROP INDEX hall_case_by_state",
              "DROP INDEX case_note_by_case",
              "DROP INDEX case_change_by_case",
              "CREATE INDEX matter_by_applicant ON matter (applicant_id)",
              "CREATE INDEX matter_by_measure ON matter (measure, state)",
              "CREATE INDEX matter_by_state ON matter (state, state_since)",
              "CREATE INDEX matter_note_by_matter ON matter_note (matter_id, id)",
              "CREATE INDEX matter_change_by_matter ON matter_change (matter_id, id)",
              // The only change of existing entries: the same fact in the new word.
              "DROP TRIGGER audit_is_not_changed",
              "UPDATE audit SET object = 'matter' WHERE object = 'case'",
              R"(UPDATE audit SET fields = replace(fields, 'for_cases', 'for_matters')
                WHERE fields LIKE '%for_cases%')",
              R"(CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
                BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END)",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
