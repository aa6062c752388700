#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration restsAndReminders() {
  return {15,
          "rests of the clock, reminders and measures that moved",
          {
              // Days since 1970 at UTC+8; 0 for none.
              "ALTER TABLE matter ADD COLUMN completing_from INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE matter ADD COLUMN completing_until INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE matter ADD COLUMN completions INTEGER NOT NULL DEFAULT 0",
              // Workdays.
              "ALTER TABLE matter ADD COLUMN rested INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE matter ADD COLUMN reminders INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE matter ADD COLUMN reminded_id INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE matter ADD COLUMN reminded_at INTEGER NOT NULL DEFAULT 0",
              R"(ALTER TABLE matter ADD COLUMN measure_moved INTEGER NOT NULL DEFAULT 0
                CHECK (measure_moved IN (0, 1)))",
              R"(CREATE INDEX matter_completing ON matter (completing_until)
                WHERE completing_until > 0)",
              // Who was reminded, and when the matter was shown to them; 0 for none.
              "ALTER TABLE matter_deed ADD COLUMN to_id INTEGER NOT NULL DEFAULT 0",
              "ALTER TABLE matter_deed ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
