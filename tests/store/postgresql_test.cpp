// What only a store on a PostgreSQL server has to show. Runs beside a cluster
// (tests/tools/cluster.sh).

#include <atomic>
#include <cstdlib>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <soci/soci.h>

#include "policycalc/store/place.h"
#include "policycalc/store/store.h"

#include "store/fresh_store.h"
#include "store/postgresql/migrations.h"
#include "store/postgresql/schema.h"
#include "store/records.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"
#include "store/store_session.h"

namespace policycalc::store::test {
namespace {

boost::test_tools::assertion_result mayRunOnServer(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result result(isBesideServer());
  result.message() << "it needs a PostgreSQL server";
  return result;
}

std::vector<std::string> textsOf(soci::session& session, const std::string& query) {
  const soci::rowset<std::string> rows = (session.prepare << query);
  return {rows.begin(), rows.end()};
}

/// `table.column`, its type, whether it takes NULL, and its default.
std::set<std::string> columnsOnServer(soci::session& session) {
  const auto texts =
      textsOf(session,
              "SELECT table_name || '.' || column_name || ' ' || CASE data_type WHEN 'bigint' THEN"
              " 'INTEGER' WHEN 'text' THEN 'TEXT' ELSE data_type END || ' ' ||"
              " CASE is_nullable WHEN 'NO' THEN 'NOT NULL' ELSE 'NULL' END || ' ' ||"
              " coalesce(split_part(column_default, ':', 1), '') FROM information_schema.columns"
              " WHERE table_schema = 'policycalc' AND table_name <> 'schema_version'");
  return {texts.begin(), texts.end()};
}

/// As above. An INTEGER PRIMARY KEY never is NULL, but SQLite does not say so.
std::set<std::string> columnsInFile(soci::session& session) {
  const auto texts =
      textsOf(session,
              "SELECT t.name || '.' || c.name || ' ' || c.type || ' ' ||"
              " CASE WHEN c.\"notnull\" = 1 OR c.pk > 0 THEN 'NOT NULL' ELSE 'NULL' END || ' ' ||"
              " coalesce(c.dflt_value, '') FROM sqlite_schema t JOIN pragma_table_info(t.name) c"
              " WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.name <> 'padding'");
  return {texts.begin(), texts.end()};
}

std::set<std::string> indexesOnServer(soci::session& session) {
  const auto names = textsOf(session,
                             "SELECT tablename || '.' || indexname FROM pg_indexes"
                             " WHERE schemaname = 'policycalc' AND indexname NOT LIKE '%_key'"
                             " AND indexname NOT LIKE '%_pkey'");
  return {names.begin(), names.end()};
}

std::set<std::string> indexesInFile(soci::session& session) {
  const auto names = textsOf(session,
                             "SELECT tbl_name || '.' || name FROM sqlite_schema"
                             " WHERE type = 'index' AND name NOT LIKE 'sqlite_%'");
  return {names.begin(), names.end()};
}

std::int64_t numberOf(soci::session& session, const std::string& query) {
  std::int64_t number = 0;
  session << query, soci::into(number);
  return number;
}

/// How many checks, unique constraints and references the tables have.
std::vector<std::int64_t> constraintsOnServer(soci::session& session) {
  std::vector<std::int64_t> numbers;
  for (const char* type : {"c", "u", "f"}) {
    numbers.push_back(numberOf(session, std::string("SELECT count(*) FROM pg_constraint WHERE"
                                                    " contype = '") +
                                            type +
                                            "' AND connamespace ="
                                            " CAST('policycalc' AS regnamespace)"));
  }
  return numbers;
}

std::vector<std::int64_t> constraintsInFile(soci::session& session) {
  const auto words = [&](const std::string& word) {
    return numberOf(session, "SELECT sum((length(sql) - length(replace(sql, '" + word +
                                 "', ''))) / " + std::to_string(word.size()) +
                                 ") FROM sqlite_schema WHERE type = 'table'" +
                                 " AND name NOT LIKE 'sqlite_%'");
  };
  return {words("CHECK ("), words(" UNIQUE"), words(" REFERENCES ")};
}

void expectKind(StoreError::Kind kind, const std::function<void()>& call) {
  BOOST_CHECK_EXCEPTION(call(), StoreError, [&](const StoreError& error) {
    BOOST_TEST_MESSAGE(error.what() << " / " << error.detail());
    return error.kind() == kind;
  });
}

CatalogueVersion version(const std::string& hash) {
  return {hash, at(1), "content of " + hash};
}

void control(const std::string& action) {
  const std::string command = "sh -c '" +
                              std::string(::geteuid() == 0 ? "runuser -u postgres -- " : "") +
                              "\"$TESTS_POSTGRESQL_BIN/pg_ctl\" -D \"$TESTS_POSTGRESQL_DATA\" -w " +
                              action + " >/dev/null 2>&1'";
  BOOST_TEST_REQUIRE(std::system(command.c_str()) == 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(OnServer, *boost::unit_test::precondition(mayRunOnServer))

BOOST_FIXTURE_TEST_CASE(both_engines_have_the_same_tables, FreshStore) {
  BOOST_TEST(postgresql::schema().back().number ==
             static_cast<std::int64_t>(sqlite::schema().size()));
  const auto server = sessionOn(folder.database());
  const auto file = sqlite::connect({":memory:"}, sqlite::Access::kReadWrite);
  sqlite::migrate(*file, sqlite::schema());
  BOOST_TEST(columnsOnServer(*server) == columnsInFile(*file), boost::test_tools::per_element());
  BOOST_TEST(indexesOnServer(*server) == indexesInFile(*file), boost::test_tools::per_element());
  BOOST_TEST(constraintsOnServer(*server) == constraintsInFile(*file),
             boost::test_tools::per_element());
}

BOOST_FIXTURE_TEST_CASE(text_is_compared_by_bytes, FreshStore) {
  const auto session = sessionOn(folder.database());
  BOOST_TEST(numberOf(*session,
                      "SELECT count(*) FROM information_schema.columns WHERE table_schema ="
                      " 'policycalc' AND data_type = 'text' AND collation_name IS DISTINCT FROM"
                      " 'C'") == 0);
}

BOOST_FIXTURE_TEST_CASE(two_stores_write_at_once_and_each_number_is_given_once, FreshStore) {
  const auto other = openStore({folder.database(), 60});
  const std::int64_t staff = addClerk(store);
  constexpr int kThreads = 8;
  constexpr int kEach = 25;
  std::atomic<int> published{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      Store& mine = t % 2 == 0 ? store : *other;
      for (int i = 0; i < kEach; ++i) {
        addApplicant(mine, staff, "n" + std::to_string(t) + "-" + std::to_string(i));
        const std::string hash = std::to_string(t) + "-" + std::to_string(i);
        const std::int64_t number = mine.publications().inUse();
        Publication publication;
        publication.kind = PublicationKind::kPublish;
        publication.hash = hash;
        publication.at = at(1);
        publication.by = publication.why = "x";
        PublishedPolicies policies;
        policies.hash = hash;
        policies.content = "content";
        if (mine.publications().put(publication, policies, number)) ++published;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  BOOST_TEST(published > 0);
  BOOST_TEST(other->publications().inUse() == published);
  BOOST_TEST(store.publications().list().size() == static_cast<std::size_t>(published));
  BOOST_TEST(store.applicants().list("", at(110)).size() == std::size_t{kThreads * kEach});
  const auto changes = other->applicants().nameChanges(0);
  BOOST_TEST(changes.size() == std::size_t{kThreads * kEach});
  BOOST_TEST(changes.back().number == kThreads * kEach);
}

BOOST_FIXTURE_TEST_CASE(a_lock_of_another_is_waited_for_until_the_timeout, FreshStore) {
  const auto hasty = openStore({folder.database(), 1});
  const auto other = sessionOn(folder.database());
  *other << "BEGIN";
  std::string taken;
  *other << "SELECT CAST(pg_advisory_xact_lock(1885561196) AS text)", soci::into(taken);
  expectKind(StoreError::Kind::kBusy, [&] { hasty->catalogueVersions().publish(version("a")); });
  BOOST_TEST((hasty->health().trouble == Trouble::kLocked));
  *other << "COMMIT";
  BOOST_TEST(hasty->catalogueVersions().publish(version("a")));
}

BOOST_FIXTURE_TEST_CASE(a_server_that_starts_again_is_used_again, FreshStore) {
  const auto known = openStore({folder.database(), 2});
  known->catalogueVersions().publish(version("before"));
  BOOST_TEST(known->catalogueVersions().find("before").has_value());
  control("-m fast stop");
  expectKind(StoreError::Kind::kCannotOpen,
             [&] { known->catalogueVersions().publish(version("x")); });
  expectKind(StoreError::Kind::kCannotOpen, [&] { known->catalogueVersions().find("before"); });
  BOOST_TEST((known->health().trouble == Trouble::kUnreachable));
  control("start");
  BOOST_TEST(known->catalogueVersions().find("before").has_value());
  BOOST_TEST(known->catalogueVersions().publish(version("after")));
  BOOST_TEST(!known->catalogueVersions().find("x").has_value());
}

BOOST_FIXTURE_TEST_CASE(what_was_taken_survives_a_server_that_is_killed, FreshStore) {
  std::atomic<bool> stop{false};
  std::vector<std::string> taken;
  std::thread writer([&] {
    for (int i = 0; !stop; ++i) {
      const std::string hash = "h" + std::to_string(i);
      try {
        store.catalogueVersions().publish(version(hash));
        taken.push_back(hash);
      } catch (const StoreError&) {
        // Not taken.
      }
    }
  });
  for (int round = 0; round < 3; ++round) {
    const auto other = openStore({folder.database()});
    for (int i = 0; i < 50; ++i) other->health();
    control("-m immediate stop");
    control("start");
  }
  stop = true;
  writer.join();
  BOOST_TEST(!taken.empty());
  for (const std::string& hash : taken) {
    BOOST_TEST_CONTEXT(hash) BOOST_TEST(store.catalogueVersions().find(hash).has_value());
  }
}

BOOST_AUTO_TEST_CASE(what_it_cannot_use_is_refused) {
  const StorePlace place;
  const auto refused = [&](StoreError::Kind kind) {
    expectKind(kind, [&] { openStore({place.database()}); });
  };
  const auto session = sessionOn(place.database());
  *session << "CREATE SCHEMA policycalc";
  *session << "CREATE TABLE policycalc.theirs (x int)";
  refused(StoreError::Kind::kCannotOpen);
  *session << "CREATE TABLE policycalc.schema_version (number int)";
  refused(StoreError::Kind::kCannotOpen);
  *session << "DROP SCHEMA policycalc CASCADE";
  *session << "CREATE SCHEMA policycalc";  // an administrator may have made it
  openStore({place.database()});
  *session << "UPDATE policycalc.schema_version SET version = 1000";
  refused(StoreError::Kind::kNewerThanProgram);
  *session << "UPDATE policycalc.schema_version SET program = 'other'";
  refused(StoreError::Kind::kCannotOpen);
}

BOOST_FIXTURE_TEST_CASE(sessions_are_sure_of_their_writes, FreshStore) {
  const auto session = sessionOn(folder.database());
  const auto setting = [&](const std::string& name) {
    return textsOf(*session, "SELECT current_setting('" + name + "')").front();
  };
  BOOST_TEST(setting("synchronous_commit") == "on");
  BOOST_TEST(setting("search_path") == "policycalc, pg_temp");
  BOOST_TEST(setting("client_encoding") == "UTF8");
  BOOST_TEST(setting("lock_timeout") == "5s");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ServerAddress)

BOOST_AUTO_TEST_CASE(only_addresses_of_a_server_are_on_one) {
  for (const char* text : {"postgresql://h/d", "postgres://h/d", "postgresql://"}) {
    BOOST_TEST(isOnServer(text), text);
  }
  for (const char* text : {"", "/var/lib/policycalc/store.db", "postgresql:/h", "Postgresql://h",
                           " postgresql://h", "mysql://h/d", "./postgresql://h"}) {
    BOOST_TEST(!isOnServer(text), text);
  }
}

BOOST_AUTO_TEST_CASE(a_password_is_never_shown) {
  BOOST_TEST(shownDatabase("postgresql://li:sesame@db.example:5433/calc?sslmode=verify-full") ==
             "postgresql://li@db.example:5433/calc");
  BOOST_TEST(shownDatabase("postgresql:///calc?host=/run/x&user=li&password=sesame") ==
             "postgresql://li@/calc?host=/run/x");
  BOOST_TEST(shownDatabase("/var/lib/x.db") == "/var/lib/x.db");
  for (const char* broken :
       {"postgresql://li:ses%zzame@h/d", "postgresql://li:sesame@[h/d", "postgresql://h/d?sesame",
        "postgresql://h/d?x=sesame", "postgresql://li:sesame@h:70000000000/d",
        "postgresql://li:sesame@h/d?password=%"}) {
    BOOST_TEST(shownDatabase(broken).find("sesame") == std::string::npos, broken);
    expectKind(StoreError::Kind::kCannotOpen, [&] { openStore({broken}); });
    try {
      openStore({broken});
    } catch (const StoreError& error) {
      BOOST_TEST((error.what() + error.detail()).find("sesame") == std::string::npos, broken);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_there_is_named_without_the_password) {
  const std::string address =
      "postgresql://li:se%20s'ame@127.0.0.1:1/calc?application_name=a%20b%27&connect_timeout=2";
  try {
    openStore({address});
    BOOST_ERROR("opened");
  } catch (const StoreError& error) {
    const std::string all = error.what() + error.detail();
    BOOST_TEST((error.kind() == StoreError::Kind::kCannotOpen));
    BOOST_TEST(all.find("ame") == std::string::npos, all);
    BOOST_TEST(all.find("postgresql://li@127.0.0.1:1/calc") != std::string::npos, all);
    BOOST_TEST(all.find('\n') == std::string::npos, all);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::store::test
