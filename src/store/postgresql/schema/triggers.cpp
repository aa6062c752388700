#include "store/postgresql/schema/parts.h"

namespace policycalc::store::postgresql::schema_parts {

Statements triggers() {
  // Tables are named with their schema: a person who mends a row with psql has another search path.
  return {
      R"(CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the audit trail only grows'; END $$)",
      R"(CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit
        FOR EACH ROW EXECUTE FUNCTION audit_only_grows())",
      R"(CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
        FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows())",

      R"(CREATE FUNCTION count_change_in_county() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          INSERT INTO policycalc.matter_version AS known (county, version) VALUES (NEW.county, 1)
            ON CONFLICT (county) DO UPDATE SET version = known.version + 1;
          RETURN NULL;
        END $$)",
      R"(CREATE FUNCTION count_change() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          INSERT INTO policycalc.matter_version AS known (county, version) VALUES ('', 1)
            ON CONFLICT (county) DO UPDATE SET version = known.version + 1;
          RETURN NULL;
        END $$)",
      R"(CREATE FUNCTION count_change_of_profile() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          IF EXISTS (SELECT 1 FROM policycalc.authorisation
                     WHERE lookup = coalesce(NEW.lookup, OLD.lookup) AND lookup <> '') THEN
            INSERT INTO policycalc.matter_version AS known (county, version) VALUES ('', 1)
              ON CONFLICT (county) DO UPDATE SET version = known.version + 1;
          END IF;
          RETURN NULL;
        END $$)",
      R"(CREATE TRIGGER matter_is_changed AFTER INSERT OR UPDATE ON matter
        FOR EACH ROW EXECUTE FUNCTION count_change_in_county())",
      R"(CREATE TRIGGER applicant_is_renamed
        AFTER UPDATE OF sealed_name, key_by_service, firm ON applicant
        FOR EACH ROW EXECUTE FUNCTION count_change_in_county())",
      R"(CREATE TRIGGER staff_member_is_changed
        AFTER UPDATE OF name, role, county, unit, active ON staff_member
        FOR EACH ROW EXECUTE FUNCTION count_change())",
      R"(CREATE TRIGGER absence_is_changed AFTER INSERT OR DELETE ON absence
        FOR EACH ROW EXECUTE FUNCTION count_change())",
      R"(CREATE TRIGGER saved_profile_is_changed
        AFTER UPDATE OF may_help, expires_at OR DELETE ON saved_profile
        FOR EACH ROW EXECUTE FUNCTION count_change_of_profile())",

      R"(CREATE FUNCTION number_name() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
          INSERT INTO policycalc.applicant_change AS known (applicant_id, number)
            VALUES (NEW.id,
                    (SELECT coalesce(max(number), 0) + 1 FROM policycalc.applicant_change))
            ON CONFLICT (applicant_id) DO UPDATE SET number = excluded.number;
          RETURN NULL;
        END $$)",
      R"(CREATE TRIGGER applicant_name_is_changed AFTER INSERT OR UPDATE OF sealed_name ON applicant
        FOR EACH ROW EXECUTE FUNCTION number_name())",
      "INSERT INTO heartbeat (id, beats) VALUES (1, 0)",
  };
}

}  // namespace policycalc::store::postgresql::schema_parts
