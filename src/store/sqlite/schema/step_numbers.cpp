#include "store/sqlite/schema/steps.h"

namespace policycalc::store::sqlite::schema_steps {

Migration matterNumbers() {
  return {18,
          "an index with all that open matters are counted by",
          {
              // The county comes first for the lists of a window. Rows of `matter` are eight times
              // as long, and counting must not read them.
              R"(CREATE INDEX matter_open_numbers ON matter (county, unit, state, owner_id,
                handler_id, handed_over, due_day, soon_day, returns, permit_until, permit_by_code,
                measure_moved, completing_until, applicant_id)
                WHERE state IN ('received', 'preparing', 'handed_over', 'in_progress'))",
          }};
}

}  // namespace policycalc::store::sqlite::schema_steps
