#include "store/sqlite/migrations.h"

#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "policycalc/store/error.h"

#include "store/child_process.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/schema.h"
#include "store/temporary_folder.h"

using namespace policycalc::store;
using namespace policycalc::store::sqlite;
using namespace policycalc::store::test;

namespace {

const std::vector<Migration> kThreeSteps = {
    {1, "first", {"CREATE TABLE a (x INTEGER) STRICT", "INSERT INTO a VALUES (41)"}},
    {2, "second", {"CREATE TABLE b (y TEXT) STRICT", "UPDATE a SET x = x + 1"}},
    {3, "third", {"ALTER TABLE b ADD COLUMN z INTEGER", "DROP TABLE a"}},
};

std::vector<Migration> firstOf(const std::vector<Migration>& migrations, std::size_t count) {
  return {migrations.begin(), migrations.begin() + static_cast<std::ptrdiff_t>(count)};
}

/// Every definition in the database, in order.
std::string definitions(soci::session& session) {
  std::string all;
  session << "SELECT coalesce(group_concat(sql, ';'), '') FROM"
             " (SELECT sql FROM sqlite_schema ORDER BY name)",
      soci::into(all);
  return all;
}

std::string definitionsFrom(const std::vector<Migration>& migrations, std::size_t older) {
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  if (older > 0) migrate(*session, firstOf(migrations, older));
  BOOST_TEST(schemaVersion(*session) == static_cast<std::int64_t>(older));
  migrate(*session, migrations);
  BOOST_TEST(schemaVersion(*session) == static_cast<std::int64_t>(migrations.size()));
  return definitions(*session);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Migrations)

BOOST_AUTO_TEST_CASE(every_older_version_arrives_at_the_fresh_schema) {
  for (const std::vector<Migration>& migrations : {kThreeSteps, schema()}) {
    const std::string fresh = definitionsFrom(migrations, 0);
    BOOST_TEST(fresh.find("CREATE TABLE") != std::string::npos);
    for (std::size_t older = 1; older <= migrations.size(); ++older) {
      BOOST_TEST(definitionsFrom(migrations, older) == fresh);
    }
  }
}

BOOST_AUTO_TEST_CASE(numbers_have_no_gaps_and_each_text_is_one_statement) {
  for (std::size_t i = 0; i < schema().size(); ++i) {
    BOOST_TEST(schema()[i].number == static_cast<int>(i) + 1);
    // SOCI would run only the first of two, without an error.
    for (const std::string& statement : schema()[i].statements) {
      // A trigger is one statement, though its body ends in semicolons.
      const bool is_trigger = statement.rfind("CREATE TRIGGER", 0) == 0;
      BOOST_TEST((is_trigger || statement.find(';') == std::string::npos));
    }
  }
}

BOOST_AUTO_TEST_CASE(tables_are_strict) {
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  migrate(*session, schema());
  int lax = -1;
  *session << "SELECT count(*) FROM pragma_table_list"
              " WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND strict = 0",
      soci::into(lax);
  BOOST_TEST(lax == 0);
}

BOOST_AUTO_TEST_CASE(the_cases_of_version_4_become_matters_with_all_they_hold) {
  constexpr std::size_t kCases = 4;  // the last version that called them cases
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  migrate(*session, firstOf(schema(), kCases));
  for (const char* row :
       {"INSERT INTO staff_member VALUES (1, 'a', 'A', 'clerk', '360702', '', 'h', 0, 1, 1, 0)",
        "INSERT INTO applicant (id, county, firm, revision, created_at, changed_at, key_by_service,"
        " sealed_name, sealed) VALUES (2, '360702', '', 1, 0, 0, 'k', 'n', 's')",
        "INSERT INTO authorisation (id, applicant_id, given, for_cases, until, lookup, recorded_at,"
        " recorded_by, sealed_by) VALUES (3, 2, 'paper', 1, 9, '', 0, 1, 'b')",
        "INSERT INTO hall_case VALUES (4, 'R', 2, '11.1.1a', 'c', '360702', 'u', 0, 'received', 0,"
        " 0, 0, 1, 0, 1)",
        "INSERT INTO case_document (case_id, place, name) VALUES (4, 0, 'd')",
        "INSERT INTO case_note (case_id, at, staff_id, sealed_text) VALUES (4, 0, 1, 't')",
        "INSERT INTO case_change (case_id, at, staff_id, from_state, to_state, handler_id,"
        " sealed_reason) VALUES (4, 0, 1, '', 'received', 0, 'r')",
        "INSERT INTO audit VALUES (5, 0, 1, '', 'opened', 'case', 4, 1, '360702', '')",
        "INSERT INTO audit VALUES (6, 0, 1, '', 'changed', 'applicant', 2, 2, '360702',"
        " 'name for_cases')"}) {
    *session << row;
  }
  migrate(*session, schema());
  std::string kept;
  *session << "SELECT m.reference || ' ' || d.name || ' ' || n.sealed_text || ' ' ||"
              " c.sealed_reason || ' ' || h.for_matters FROM matter m"
              " JOIN matter_document d ON d.matter_id = m.id"
              " JOIN matter_note n ON n.matter_id = m.id"
              " JOIN matter_change c ON c.matter_id = m.id"
              " JOIN authorisation h ON h.applicant_id = m.applicant_id",
      soci::into(kept);
  BOOST_TEST(kept == "R d t r 1");
  std::string told;
  *session << "SELECT group_concat(object || ' ' || fields, ';') FROM audit", soci::into(told);
  BOOST_TEST(told == "matter ;applicant name for_matters");
  BOOST_CHECK_THROW(*session << "UPDATE audit SET object = 'case'", soci::soci_error);
}

BOOST_AUTO_TEST_CASE(the_applicants_of_version_5_have_no_next_firm_and_no_key) {
  constexpr std::size_t kBefore = 5;  // the last version that recorded no key
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  migrate(*session, firstOf(schema(), kBefore));
  *session
      << "INSERT INTO applicant (county, firm, revision, created_at, changed_at,"
         " key_by_service, sealed_name, sealed) VALUES ('360702', 'f', 1, 0, 0, 'k', 'n', 's')";
  migrate(*session, schema());
  std::string kept;
  *session << "SELECT firm || ',' || firm_next || ',' || key_by_service FROM applicant",
      soci::into(kept);
  BOOST_TEST(kept == "f,,k");
  int keys = -1;
  *session << "SELECT count(*) FROM service_key", soci::into(keys);
  BOOST_TEST(keys == 0);
}

BOOST_AUTO_TEST_CASE(sessions_of_version_7_go_on_with_a_password_that_is_not_fresh) {
  constexpr std::size_t kBefore = 7;  // the last version that noted no password
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  migrate(*session, firstOf(schema(), kBefore));
  *session << "INSERT INTO staff_member VALUES (1, 'a', 'A', 'clerk', '1', '', 'h', 0, 1, 1, 0)";
  *session << "INSERT INTO staff_session VALUES (2, 't', 1, 'c', 1700000000, 1700000001)";
  migrate(*session, schema());
  std::string kept;
  *session
      << "SELECT token_id || ' ' || csrf || ' ' || last_seen_at || ' ' || password_at || ' ' ||"
         " network FROM staff_session",
      soci::into(kept);
  BOOST_TEST(kept == "t c 1700000001 0 ");
}

BOOST_AUTO_TEST_CASE(the_catalogues_of_version_8_go_on_and_are_not_removed) {
  constexpr std::size_t kBefore = 8;  // the last version that noted no end
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  migrate(*session, firstOf(schema(), kBefore));
  *session << "INSERT INTO catalogue_version (hash, published_at, bytes, content)"
              " VALUES ('h', 5, 1, 'x')";
  migrate(*session, schema());
  std::string kept;
  *session << "SELECT content || ' ' || published_at || ' ' || ended_at FROM catalogue_version"
              " NATURAL JOIN catalogue_life",
      soci::into(kept);
  BOOST_TEST(kept == "x 5 0");
}

BOOST_AUTO_TEST_CASE(the_matters_of_version_10_get_what_lists_need) {
  constexpr std::size_t kBefore = 10;  // the last version whose lists were counted in the program
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  migrate(*session, firstOf(schema(), kBefore));
  for (const char* row :
       {"INSERT INTO staff_member VALUES (7, 'a', 'A', 'clerk', '360702', '', 'h', 0, 1, 1, 0)",
        "INSERT INTO applicant (id, county, firm, revision, created_at, changed_at, key_by_service,"
        " sealed_name, sealed) VALUES (2, '360702', '', 1, 0, 0, 'k', 'n', 's')",
        "INSERT INTO applicant (id, county, firm, revision, created_at, changed_at, erased,"
        " key_by_service, sealed_name, sealed) VALUES (3, '360702', '', 1, 0, 0, 1, '', '', '')",
        "INSERT INTO authorisation VALUES (1, 2, 'paper', 1, 9, '', 0, 7, 5, x'', 'ended')",
        "INSERT INTO authorisation VALUES (2, 2, 'code', 1, 99, 'l', 0, 7, 0, x'', 'b')",
        "INSERT INTO authorisation VALUES (3, 3, 'paper', 1, 9, '', 0, 7, 5, x'', '')",
        "INSERT INTO matter VALUES (4, 'R', 2, 'm', 'c', '360702', 'u', 0, 'preparing', 0, 1, 0,"
        " 7, 0, 1)",
        "INSERT INTO matter VALUES (5, 'S', 3, 'm', 'c', '360702', 'u', 0, 'withdrawn', 0, 0, 0,"
        " 7, 0, 1)",
        "INSERT INTO matter_change VALUES (1, 4, 0, 7, 'received', 'preparing', 0, x'', '')",
        "INSERT INTO matter_change VALUES (2, 4, 0, 7, 'preparing', 'handed_over', 0, x'', '')",
        "INSERT INTO matter_change VALUES (3, 4, 0, 7, 'handed_over', 'preparing', 0, x'', 'r')"}) {
    *session << row;
  }
  migrate(*session, schema());
  std::string kept;
  *session << "SELECT group_concat(reference || ' ' || owner_id || ' ' || returns || ' ' ||"
              " permit_until || ' ' || permit_by_code || ' ' || due_day, ';') FROM"
              " (SELECT * FROM matter ORDER BY id)",
      soci::into(kept);
  BOOST_TEST(kept == "R 7 1 99 1 0;S 7 0 0 0 0");
  std::string names;
  *session << "SELECT group_concat(applicant_id || ' ' || number, ';') FROM applicant_change",
      soci::into(names);
  BOOST_TEST(names == "2 2;3 3");
  int calendars = -1;
  *session << "SELECT count(*) FROM matter_calendar", soci::into(calendars);
  BOOST_TEST(calendars == 0);  // the program reckons the due days when it starts
}

BOOST_AUTO_TEST_CASE(the_matters_of_version_11_keep_all_and_say_how_they_ended) {
  constexpr std::size_t kBefore = 11;  // the last version with one word for both ends
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  migrate(*session, firstOf(schema(), kBefore));
  const std::string matter =
      "INSERT INTO matter (id, reference, applicant_id, measure, catalogue, county, unit,"
      " handler_id, state, state_since, handed_over, opened_at, opened_by, changed_at, revision,"
      " due_day, soon_day, owner_id, returns, permit_until, permit_by_code) VALUES ";
  for (const std::string& row : std::initializer_list<std::string>{
           "INSERT INTO staff_member VALUES (7, 'a', 'A', 'clerk', '360702', '', 'h', 0, 1, 1, 0)",
           "INSERT INTO applicant (id, county, firm, revision, created_at, changed_at,"
           " key_by_service, sealed_name, sealed) VALUES (2, '360702', '', 1, 0, 0, 'k', 'n', 's')",
           "INSERT INTO applicant (id, county, firm, revision, created_at, changed_at, erased,"
           " key_by_service, sealed_name, sealed) VALUES (3, '360702', '', 1, 0, 0, 1, '', '', '')",
           "INSERT INTO applicant (id, county, firm, revision, created_at, changed_at, erased,"
           " key_by_service, sealed_name, sealed) VALUES (4, '360702', '', 1, 0, 0, 1, '', '', '')",
           "INSERT INTO audit VALUES (1, 0, 0, '', 'ended', 'applicant', 3, 2, '', '')",
           "INSERT INTO audit VALUES (2, 0, 7, '', 'withdrawn', 'applicant', 4, 2, '', '')",
           matter + "(4, 'R', 2, 'm', 'c', '360702', 'u', 8, 'fulfilled', 1, 1, 2, 7, 3, 4, 0, 0,"
                    " 7, 5, 99, 1)",
           matter + "(5, 'S', 3, 'm', 'c', '360702', 'u', 0, 'withdrawn', 1, 0, 2, 7, 3, 4, 0, 0,"
                    " 7, 0, 0, 0)",
           matter + "(9, 'T', 4, 'm', 'c', '360702', 'u', 0, 'withdrawn', 1, 0, 2, 7, 3, 4, 0, 0,"
                    " 7, 0, 0, 0)",
           "INSERT INTO matter_change VALUES (1, 5, 0, 0, 'received', 'withdrawn', 0, x'', '')",
           "INSERT INTO matter_change VALUES (2, 9, 0, 7, 'received', 'withdrawn', 0, x'', '')",
           "INSERT INTO matter_document VALUES (4, 0, 'licence', 7, 1)"}) {
    *session << row;
  }
  migrate(*session, schema());
  std::string kept;
  *session << "SELECT group_concat(reference || ' ' || applicant_id || ' ' || handler_id || ' ' ||"
              " state || ' ' || state_since || ' ' || opened_at || ' ' || changed_at || ' ' ||"
              " revision || ' ' || owner_id || ' ' || returns || ' ' || permit_until || ' ' ||"
              " permit_by_code || ' ' || to_tell, ';') FROM (SELECT * FROM matter ORDER BY id)",
      soci::into(kept);
  BOOST_TEST(kept ==
             "R 2 8 fulfilled 1 2 3 4 7 5 99 1 1;S 3 0 expired 1 2 3 4 7 0 0 0 0;"
             "T 4 0 withdrawn 1 2 3 4 7 0 0 0 0");
  std::string ends;
  *session << "SELECT group_concat(id || ended_as, ';') FROM applicant", soci::into(ends);
  BOOST_TEST(ends == "2;3expired;4withdrawn");
  std::string states;
  *session << "SELECT group_concat(to_state, ';') FROM matter_change", soci::into(states);
  BOOST_TEST(states == "expired;withdrawn");
  // What refers to matters still does, and no id is used again.
  BOOST_CHECK_THROW(*session << "INSERT INTO matter_note VALUES (1, 77, 0, 7, x'', 's')",
                    soci::soci_error);
  *session << "INSERT INTO matter_note VALUES (1, 4, 0, 7, x'', 's')";
  std::int64_t next = 0;
  *session << matter +
                  "(NULL, 'U', 2, 'm', 'c', '360702', 'u', 0, 'forwarded', 1, 0, 2, 7, 3, 4,"
                  " 0, 0, 7, 0, 99, 0) RETURNING id",
      soci::into(next);
  BOOST_TEST(next == 10);
}

BOOST_AUTO_TEST_CASE(a_failing_step_leaves_the_version_before_it) {
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  std::vector<Migration> broken = kThreeSteps;
  broken[1].statements.emplace_back("INSERT INTO no_such_table VALUES (1)");
  BOOST_CHECK_THROW(migrate(*session, broken), soci::soci_error);
  BOOST_TEST(schemaVersion(*session) == 1);
  int x = 0;
  *session << "SELECT x FROM a", soci::into(x);
  BOOST_TEST(x == 41);
  BOOST_TEST(definitions(*session).find("TABLE b") == std::string::npos);
  migrate(*session, kThreeSteps);
  BOOST_TEST(schemaVersion(*session) == 3);
}

BOOST_AUTO_TEST_CASE(a_process_killed_in_the_middle_leaves_the_version_before_it) {
  const TemporaryFolder folder;
  ChildProcess child([&](int) {
    const auto session = connect({folder.database()}, Access::kReadWrite);
    useWriteAheadLog(*session, std::chrono::seconds(5));
    migrate(*session, firstOf(kThreeSteps, 1));
    *session << "BEGIN IMMEDIATE";
    for (const std::string& statement : kThreeSteps[1].statements) *session << statement;
    *session << "PRAGMA user_version = 2";
    ::raise(SIGKILL);
  });
  BOOST_TEST(WIFSIGNALED(child.wait()));
  const auto session = connect({folder.database()}, Access::kReadWrite);
  BOOST_TEST(schemaVersion(*session) == 1);
  migrate(*session, kThreeSteps);
  BOOST_TEST(schemaVersion(*session) == 3);
}

BOOST_AUTO_TEST_CASE(a_newer_database_is_refused_and_left_unchanged) {
  const TemporaryFolder folder;
  const auto session = connect({folder.database()}, Access::kReadWrite);
  migrate(*session, kThreeSteps);
  const std::string before = definitions(*session);
  BOOST_CHECK_EXCEPTION(
      migrate(*session, firstOf(kThreeSteps, 2)), StoreError,
      [](const StoreError& error) { return error.kind() == StoreError::Kind::kNewerThanProgram; });
  BOOST_TEST(schemaVersion(*session) == 3);
  BOOST_TEST(definitions(*session) == before);
}

BOOST_AUTO_TEST_SUITE_END()
