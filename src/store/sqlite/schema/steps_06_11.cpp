#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration serviceKey() {
  return {6,
          "the service's key",
          {
              R"(CREATE TABLE service_key (
                place        TEXT NOT NULL PRIMARY KEY CHECK (place IN ('current', 'previous')),
                key_id       TEXT NOT NULL UNIQUE CHECK (key_id <> ''),
                sealed_check TEXT NOT NULL CHECK (sealed_check <> '')
              ) STRICT, WITHOUT ROWID)",
              // The firm under the next key, while the service's key is being changed.
              "ALTER TABLE applicant ADD COLUMN firm_next TEXT NOT NULL DEFAULT ''",
          }};
}

Migration confirmedTime() {
  return {7,
          "the confirmed time, and a row that proves that the database can be written",
          {
              R"(CREATE TABLE clock (
                id           INTEGER PRIMARY KEY CHECK (id = 1),
                confirmed_at INTEGER NOT NULL
              ) STRICT)",
              R"(CREATE TABLE heartbeat (
                id    INTEGER PRIMARY KEY CHECK (id = 1),
                beats INTEGER NOT NULL
              ) STRICT)",
              "INSERT INTO heartbeat (id, beats) VALUES (1, 0)",
          }};
}

Migration logIns() {
  return {8,
          "log-ins",
          {
              R"(CREATE TABLE login_home (
                name    TEXT    NOT NULL PRIMARY KEY CHECK (name <> ''),
                seen_at INTEGER NOT NULL
              ) STRICT, WITHOUT ROWID)",
              "ALTER TABLE staff_session ADD COLUMN network TEXT NOT NULL DEFAULT ''",
              "ALTER TABLE staff_session ADD COLUMN password_at INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE staff_session ADD COLUMN factor_at INTEGER NOT NULL DEFAULT 0",
              R"(CREATE TABLE second_factor (
                staff_id    INTEGER PRIMARY KEY REFERENCES staff_member (id),
                last_period INTEGER NOT NULL,
                padding     BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                sealed      TEXT    NOT NULL,
                sealed_next TEXT    NOT NULL
              ) STRICT)",
              R"(CREATE TABLE recovery_code (
                staff_id INTEGER NOT NULL REFERENCES staff_member (id),
                hash     TEXT    NOT NULL CHECK (hash <> ''),
                PRIMARY KEY (staff_id, hash)
              ) STRICT, WITHOUT ROWID)",
          }};
}

Migration partnerKeys() {
  return {9,
          "keys of partners",
          {
              R"(CREATE TABLE api_key (
                id         INTEGER PRIMARY KEY,
                holder     TEXT    NOT NULL CHECK (holder <> ''),
                secret     INTEGER NOT NULL CHECK (secret IN (0, 1)),
                digest     TEXT    NOT NULL UNIQUE CHECK (digest <> ''),
                hint       TEXT    NOT NULL CHECK (hint <> ''),
                scopes     TEXT    NOT NULL,
                origins    TEXT    NOT NULL,
                points     INTEGER NOT NULL CHECK (points >= 0),
                added_at   INTEGER NOT NULL,
                expires_at INTEGER NOT NULL,
                revoked_at INTEGER NOT NULL
              ) STRICT)",
              R"(CREATE INDEX api_key_by_holder ON api_key (holder, id))",
          }};
}

Migration catalogueLife() {
  return {10,
          "when catalogue versions ended",
          {
              // In a table for itself: behind `content`, a list would have to read that. Its rows
              // stay when a version is removed, so that readers learn that its time is over.
              // `ended_at` is 0 while it is the current one; earlier ones, of which no end is
              // known, count from the next publication.
              R"(CREATE TABLE catalogue_life (
                hash     TEXT    NOT NULL PRIMARY KEY CHECK (hash <> ''),
                ended_at INTEGER NOT NULL
              ) STRICT, WITHOUT ROWID)",
              "INSERT INTO catalogue_life (hash, ended_at) SELECT hash, 0 FROM catalogue_version",
          }};
}

Migration matterLists() {
  return {11,
          "what the desk's lists are ordered and counted by",
          {
              // Days since 1970 at UTC+8, 0 once closed. They follow from the calendar of workdays,
              // which the database does not have: the row of `matter_calendar` names the one that
              // they were reckoned by; it begins empty.
              "ALTER TABLE matter ADD COLUMN due_day INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE matter ADD COLUMN soon_day INTEGER NOT NULL DEFAULT 0",
              R"(CREATE TABLE matter_calendar (
                id      INTEGER PRIMARY KEY CHECK (id = 1),
                version TEXT    NOT NULL
              ) STRICT)",
              "ALTER TABLE matter ADD COLUMN owner_id INTEGER NOT NULL DEFAULT 0",
              "UPDATE matter SET owner_id = opened_by",
              "ALTER TABLE matter ADD COLUMN returns INTEGER NOT NULL DEFAULT 0",
              R"(UPDATE matter SET returns = (SELECT count(*) FROM matter_change c
                WHERE c.matter_id = matter.id AND c.from_state = 'handed_over'
                AND c.to_state = 'preparing'))",
              // The authorisation of the applicant that has not been ended: its term, 0 without
              // one, and whether a saved profile must go on agreeing to it.
              "ALTER TABLE matter ADD COLUMN permit_until INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE matter ADD COLUMN permit_by_code INTEGER NOT NULL DEFAULT 0",
              R"(UPDATE matter SET permit_until = h.until, permit_by_code = (h.given = 'code')
                FROM authorisation h WHERE h.applicant_id = matter.applicant_id
                AND h.ended_at = 0)",
              R"(CREATE INDEX matter_open_by_due ON matter (due_day, id)
                WHERE state IN ('received', 'preparing', 'handed_over', 'in_progress'))",
              R"(CREATE INDEX matter_open_in_county ON matter (county, due_day, id)
                WHERE state IN ('received', 'preparing', 'handed_over', 'in_progress'))",
              "CREATE INDEX matter_by_end ON matter (state_since DESC, id)",
              "CREATE INDEX matter_by_permit ON matter (permit_until) WHERE permit_until > 0",
              // How often what the lists show has changed, by county; '' is all of them.
              R"(CREATE TABLE matter_version (
                county  TEXT    NOT NULL PRIMARY KEY,
                version INTEGER NOT NULL
              ) STRICT, WITHOUT ROWID)",
              R"(CREATE TRIGGER matter_is_added AFTER INSERT ON matter
                BEGIN INSERT INTO matter_version (county, version) VALUES (NEW.county, 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              R"(CREATE TRIGGER matter_is_changed AFTER UPDATE ON matter
                BEGIN INSERT INTO matter_version (county, version) VALUES (NEW.county, 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              R"(CREATE TRIGGER applicant_is_renamed
                AFTER UPDATE OF sealed_name, key_by_service, firm ON applicant
                BEGIN INSERT INTO matter_version (county, version) VALUES (NEW.county, 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              R"(CREATE TRIGGER staff_member_is_changed
                AFTER UPDATE OF name, role, county, unit, active ON staff_member
                BEGIN INSERT INTO matter_version (county, version) VALUES ('', 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              R"(CREATE TRIGGER saved_profile_is_changed
                AFTER UPDATE OF may_help, expires_at ON saved_profile
                WHEN EXISTS (SELECT 1 FROM authorisation WHERE lookup = NEW.lookup
                           AND lookup <> '')
                BEGIN INSERT INTO matter_version (county, version) VALUES ('', 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              R"(CREATE TRIGGER saved_profile_is_removed AFTER DELETE ON saved_profile
                WHEN EXISTS (SELECT 1 FROM authorisation WHERE lookup = OLD.lookup
                           AND lookup <> '')
                BEGIN INSERT INTO matter_version (county, version) VALUES ('', 1)
                ON CONFLICT (county) DO UPDATE SET version = version + 1; END)",
              // Which applicants got or lost a name since when, so that an index of names in memory
              // follows. The numbers rise.
              R"(CREATE TABLE applicant_change (
                applicant_id INTEGER PRIMARY KEY REFERENCES applicant (id),
                number       INTEGER NOT NULL UNIQUE
              ) STRICT)",
              "INSERT INTO applicant_change (applicant_id, number) SELECT id, id FROM applicant",
              R"(CREATE TRIGGER applicant_name_is_added AFTER INSERT ON applicant
                BEGIN INSERT INTO applicant_change (applicant_id, number)
                VALUES (NEW.id, (SELECT coalesce(max(number), 0) + 1 FROM applicant_change)); END)",
              R"(CREATE TRIGGER applicant_name_is_changed AFTER UPDATE OF sealed_name ON applicant
                BEGIN UPDATE applicant_change
                SET number = (SELECT max(number) + 1 FROM applicant_change)
                WHERE applicant_id = NEW.id; END)",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
