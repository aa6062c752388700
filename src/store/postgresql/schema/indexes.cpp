#include "store/postgresql/schema/parts.h"

namespace policycalc::store::postgresql::schema_parts {

Statements indexes() {
  return {
      "CREATE INDEX catalogue_version_by_time ON catalogue_version (published_at, id)",
      "CREATE INDEX saved_profile_by_expiry ON saved_profile (expires_at)",
      "CREATE INDEX feedback_by_time ON feedback (received_at, id)",
      "CREATE INDEX staff_session_by_staff ON staff_session (staff_id)",
      "CREATE INDEX applicant_by_firm ON applicant (firm, county)",
      "CREATE INDEX applicant_by_county ON applicant (county, changed_at)",
      R"(CREATE UNIQUE INDEX authorisation_in_force ON authorisation (applicant_id) WHERE ended_at
          = 0)",
      "CREATE INDEX authorisation_by_lookup ON authorisation (lookup) WHERE lookup <> ''",
      "CREATE INDEX audit_by_object ON audit (object, object_id, id)",
      "CREATE INDEX audit_by_staff ON audit (staff_id, id)",
      "CREATE INDEX matter_note_by_matter ON matter_note (matter_id, id)",
      "CREATE INDEX matter_change_by_matter ON matter_change (matter_id, id)",
      "CREATE INDEX api_key_by_holder ON api_key (holder, id)",
      "CREATE INDEX matter_by_applicant ON matter (applicant_id)",
      "CREATE INDEX matter_by_measure ON matter (measure, state)",
      "CREATE INDEX matter_by_state ON matter (state, state_since)",
      R"(CREATE INDEX matter_open_by_due ON matter (due_day, id) WHERE state IN ('received',
          'preparing', 'handed_over', 'in_progress'))",
      R"(CREATE INDEX matter_open_in_county ON matter (county, due_day, id) WHERE state IN
          ('received', 'preparing', 'handed_over', 'in_progress'))",
      "CREATE INDEX matter_by_end ON matter (state_since DESC, id)",
      "CREATE INDEX matter_by_permit ON matter (permit_until) WHERE permit_until > 0",
      "CREATE INDEX matter_to_tell ON matter (state_since DESC, id) WHERE to_tell = 1",
      "CREATE INDEX matter_deed_by_matter ON matter_deed (matter_id, id)",
      "CREATE INDEX absence_by_substitute ON absence (substitute_id)",
      R"(CREATE INDEX matter_open_of_owner ON matter (owner_id) WHERE state IN ('received',
          'preparing', 'handed_over', 'in_progress'))",
      R"(CREATE INDEX matter_open_of_handler ON matter (handler_id) WHERE state IN ('received',
          'preparing', 'handed_over', 'in_progress'))",
      "CREATE INDEX matter_completing ON matter (completing_until) WHERE completing_until > 0",
      "CREATE INDEX heard_withdrawal_of ON heard_withdrawal (applicant_id)",
      "CREATE UNIQUE INDEX waiting_version_once ON waiting_version (hash) WHERE state = 'waiting'",
      R"(CREATE INDEX matter_open_numbers ON matter (county, unit, state, owner_id, handler_id,
          handed_over, due_day, soon_day, returns, permit_until, permit_by_code, measure_moved,
          completing_until, applicant_id) WHERE state IN ('received', 'preparing', 'handed_over',
          'in_progress'))",
  };
}

}  // namespace policycalc::store::postgresql::schema_parts
