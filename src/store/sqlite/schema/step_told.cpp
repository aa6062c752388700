#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration companiesAsk() {
  return {16,
          "query codes and ratings of matters, withdrawals, texts of authorisations",
          {
              // A hash under the applicant's key: it opens nothing once that is erased.
              R"(CREATE TABLE matter_query_code (
                matter_id INTEGER PRIMARY KEY REFERENCES matter (id),
                hash      TEXT    NOT NULL CHECK (hash <> ''),
                made_at   INTEGER NOT NULL
              ) STRICT)",
              R"(CREATE TABLE matter_rating (
                matter_id INTEGER PRIMARY KEY REFERENCES matter (id),
                at        INTEGER NOT NULL,
                score     INTEGER NOT NULL CHECK (score BETWEEN 1 AND 5),
                padding   BLOB    NOT NULL DEFAULT (zeroblob(4096)),
                sealed    TEXT    NOT NULL
              ) STRICT)",
              // Heard at another window; `denied_at` is 0 while it waits. With the authorisation of
              // the applicant it is over, too.
              R"(CREATE TABLE heard_withdrawal (
                id           INTEGER PRIMARY KEY AUTOINCREMENT,
                applicant_id INTEGER NOT NULL REFERENCES applicant (id),
                heard_in     TEXT    NOT NULL,
                heard_by     INTEGER NOT NULL,
                heard_at     INTEGER NOT NULL,
                denied_at    INTEGER NOT NULL
              ) STRICT)",
              "CREATE INDEX heard_withdrawal_of ON heard_withdrawal (applicant_id)",
              // The number of the text that was agreed to; '' where it is not known.
              "ALTER TABLE authorisation ADD COLUMN text_number TEXT NOT NULL DEFAULT ''",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
