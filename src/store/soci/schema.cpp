#include "store/soci/schema.h"

namespace policycalc::store::sqlite {

// To change the schema, append a migration with the next number; never edit one that was released.
// Tables are STRICT: without it SQLite takes any text into an INTEGER column. Times are seconds
// since 1970 in UTC. Foreign keys are checked at once, not deferred.
//
// What is sealed must leave no trace once it is removed. SQLite overwrites what it deletes, but
// when it spreads rows over neighbouring pages, copies stay in the slack of the pages they came
// from. Only what overflows a row's page is never moved. So `padding`, as long as a page
// (kPageSize), goes before the sealed columns and drives them all out; it is never changed.
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
      {2,
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
       }},
      {3,
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
       }},
  };
  return migrations;
}

}  // namespace policycalc::store::sqlite
