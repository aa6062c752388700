// The program on a database of a PostgreSQL server: runs beside a cluster (tests/tools/cluster.sh).

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "app/clock.h"
#include "app/process.h"
#include "app/server_time.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

const char* cluster() {
  return std::getenv("TESTS_POSTGRESQL");
}

boost::test_tools::assertion_result mayRun(boost::unit_test::test_unit_id) {
  boost::test_tools::assertion_result result(cluster() != nullptr);
  result.message() << "it needs a PostgreSQL server";
  return result;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

void shell(const std::string& command) {
  BOOST_TEST_REQUIRE(std::system((command + " >/dev/null 2>&1").c_str()) == 0, command);
}

std::string answer(const std::string& query) {
  soci::session session(soci::postgresql, cluster());
  std::string text;
  session << query, soci::into(text);
  return text;
}

void sql(const std::string& statement) {
  soci::session session(soci::postgresql, cluster());
  session << "SET client_min_messages = error";
  session << statement;
}

void dropTables() {
  sql("DROP SCHEMA IF EXISTS policycalc CASCADE");
}

/// The cluster's own database. It asks for no password, so that any will do.
struct Installation {
  store::test::TemporaryFolder folder;
  std::string address = std::string(cluster()) + "&password=sesame";

  std::filesystem::path path;  ///< where programs are looked for first; "" for the usual places

  std::string file(const std::string& name) const { return (folder.path() / name).string(); }

  std::string textOf(const std::string& name) const {
    std::ifstream stream(file(name));
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  }

  /// A program found before those of the system.
  void tool(const std::string& name, const std::string& script) {
    path = folder.path() / "tools";
    std::filesystem::create_directories(path);
    std::ofstream(path / name) << "#!/bin/sh\n" << script;
    std::filesystem::permissions(path / name, std::filesystem::perms::owner_all);
  }

  std::vector<std::string> variables() const {
    const bool only = !path.empty() && !std::filesystem::exists(path);
    return {"PATH=" + path.string() + (only ? "" : ":/usr/bin:/bin"),
            "POLICYCALC_DATABASE=" + address,
            "POLICYCALC_SERVICE_KEY=" + (folder.path() / "keys" / "policycalc.key").string()};
  }

  Finished run(const std::vector<std::string>& words, const std::string& input = {}) const {
    const Finished finished = test::run(words, input, variables());
    BOOST_TEST((finished.out + finished.err).find("sesame") == std::string::npos, finished.err);
    return finished;
  }

  /// Makes the tables.
  void serveAndEnd() const {
    Serving serving({"serve", "--port", "0"}, variables());
    BOOST_TEST_REQUIRE(serving.port() != 0);
    serving.signal(SIGTERM);
    BOOST_TEST(serving.wait().exit_code == 0);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ProgramOnServer, *boost::unit_test::precondition(mayRun))

BOOST_FIXTURE_TEST_CASE(it_serves_and_its_commands_work, Installation) {
  const Finished early = run({"staff", "list"});
  BOOST_TEST(early.exit_code == 3);
  BOOST_TEST(holds(early.err, "`policycalc serve` makes them"), early.err);
  BOOST_TEST(holds(run({"doctor"}).out, "note     database: on PostgreSQL"));

  Serving serving({"serve", "--port", "0"}, variables());
  BOOST_TEST_REQUIRE(serving.port() != 0);
  const std::string password = "four pigs over 47 walls\n";
  BOOST_TEST(run({"staff", "add", "li.na", "--role", "administrator", "--name", "L"}, password)
                 .exit_code == 0);
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"staff", "list"},
           {"clock", "show"},
           {"versions"},
           {"key-file", "check"},
           {"feedback", "list"},
           {"api-key", "add", "demo", "--kind", "secret", "--scope", "match"},
           {"api-key", "list"},
           {"key-file", "rotate"},
           {"doctor", "--port", std::to_string(serving.port())}}) {
    const Finished finished = run(words);
    BOOST_TEST(finished.exit_code == 0, words.front() << " " << finished.out << finished.err);
  }

  serving.signal(SIGTERM);
  const Finished served = serving.wait();
  BOOST_TEST(served.exit_code == 0);
  BOOST_TEST(!holds(served.out + served.err, "sesame"));
}

BOOST_FIXTURE_TEST_CASE(a_service_goes_by_the_clock_of_the_server, Installation) {
  const auto store = store::openStore({address});
  std::vector<std::string> lines;
  correctClock(std::chrono::hours(6));
  ServerTime time(*store, [&](std::string_view line) { lines.emplace_back(line); });
  BOOST_TEST(std::chrono::abs(clockCorrection()).count() < 60);
  BOOST_TEST(lines.size() == 1U);
  time.look();
  BOOST_TEST(lines.size() == 1U);
  correctClock(std::chrono::seconds(0));
}

BOOST_FIXTURE_TEST_CASE(it_backs_up_and_restores, Installation) {
  dropTables();
  const Finished early = run({"backup", file("early")});
  BOOST_TEST(early.exit_code == 3);
  BOOST_TEST(holds(early.err, "it is empty"), early.err);
  serveAndEnd();
  const std::string password = "four pigs over 47 walls\n";
  run({"staff", "add", "li.na", "--role", "administrator", "--name", "L"}, password);
  run({"api-key", "add", "demo", "--kind", "secret", "--scope", "match"});

  const Finished backup = run({"backup", file("dump")});
  BOOST_TEST_REQUIRE(backup.exit_code == 0, backup.err);
  BOOST_TEST(holds(backup.out, "bytes, 0 saved profiles"), backup.out);
  const auto rights = std::filesystem::status(file("dump")).permissions();
  BOOST_TEST(static_cast<unsigned>(rights) == 0600U);
  BOOST_TEST(holds(run({"backup", file("dump")}).err, "exists already: --force replaces it"));
  BOOST_TEST(run({"backup", file("dump"), "--force"}).exit_code == 0);
  run({"api-key", "add", "later", "--kind", "secret", "--scope", "match"});

  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"restore", file("dump")}, {"restore", file("dump"), "--force"}}) {
    const Finished taken = run(words);
    BOOST_TEST(taken.exit_code == 1);
    BOOST_TEST(holds(taken.err, "holds tables of this program"), taken.err);
  }
  sql("ALTER SCHEMA policycalc RENAME TO policycalc_old");
  const Finished restore = run({"restore", file("dump")});
  BOOST_TEST_REQUIRE(restore.exit_code == 0, restore.err);
  BOOST_TEST(holds(restore.out, "The service key"), restore.out);
  sql("DROP SCHEMA policycalc_old CASCADE");
  const Finished keys = run({"api-key", "list"});
  BOOST_TEST(holds(keys.out, "demo"), keys.out);
  BOOST_TEST(!holds(keys.out, "later"), keys.out);
  BOOST_TEST(holds(run({"staff", "list"}).out, "li.na"));
  // Numbers go on where the backup ends.
  BOOST_TEST(run({"staff", "add", "wang", "--role", "clerk", "--name", "W", "--county", "360702"},
                 password)
                 .exit_code == 0);
  serveAndEnd();
}

BOOST_FIXTURE_TEST_CASE(dated_backups_leave_after_their_days, Installation) {
  dropTables();
  serveAndEnd();
  const std::string old = file("policycalc-2020-01-01T000000Z.db");
  std::ofstream(old) << "old";
  const Finished made = run({"backup", "--dated", folder.path().string()});
  BOOST_TEST(made.exit_code == 0, made.err);
  BOOST_TEST(holds(made.out, "1 earlier backup is removed"), made.out);
  BOOST_TEST(!std::filesystem::exists(old));
}

BOOST_FIXTURE_TEST_CASE(backups_keep_sessions_out, Installation) {
  dropTables();
  serveAndEnd();
  run({"staff", "add", "li.na", "--role", "administrator", "--name", "L"},
      "four pigs over 47 walls\n");
  sql("INSERT INTO policycalc.staff_session (token_id, staff_id, csrf, created_at, last_seen_at)"
      " SELECT 'token', id, 'csrf', created_at, created_at FROM policycalc.staff_member");
  BOOST_TEST(run({"backup", file("dump")}).exit_code == 0);
  // Also those of a dump by hand.
  shell("pg_dump --format=custom --schema=policycalc --file='" + file("by-hand") + "' --dbname='" +
        std::string(cluster()) + "'");
  for (const char* name : {"dump", "by-hand"}) {
    dropTables();
    BOOST_TEST(run({"restore", file(name)}).exit_code == 0);
    BOOST_TEST(answer("SELECT count(*) FROM policycalc.staff_member") == "1");
    BOOST_TEST(answer("SELECT count(*) FROM policycalc.staff_session") == "0");
  }
}

BOOST_FIXTURE_TEST_CASE(the_password_is_on_no_command_line, Installation) {
  dropTables();
  serveAndEnd();
  tool("pg_dump", "echo \"$@\" >'" + file("words") + "'\necho \"$PGPASSWORD\" >'" +
                      file("password") + "'\nexec /usr/bin/pg_dump \"$@\"\n");
  const Finished backup = run({"backup", file("dump")});
  BOOST_TEST(backup.exit_code == 0, backup.err);
  BOOST_TEST(holds(textOf("words"), "--format=custom"));
  BOOST_TEST(!holds(textOf("words"), "sesame"), textOf("words"));
  BOOST_TEST(textOf("password") == "sesame\n");
}

BOOST_FIXTURE_TEST_CASE(what_hinders_a_backup_is_named_and_leaves_no_file, Installation) {
  dropTables();
  serveAndEnd();
  const auto refused = [&](const std::string& script, const std::string& why) {
    tool("pg_dump", script);
    const Finished backup = run({"backup", file("dump")});
    BOOST_TEST(backup.exit_code == 3);
    BOOST_TEST(holds(backup.err, why), backup.err);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
      BOOST_TEST(!holds(entry.path().filename().string(), "dump"), entry.path());
    }
  };
  const std::string part =
      "for word; do case $word in --file=*) part=${word#--file=};; esac; done\n";
  refused(
      "echo 'pg_dump: error: aborting because of server version mismatch\n"
      "pg_dump: detail: server version: 99.1; pg_dump version: 15.3' >&2; exit 1\n",
      "pg_dump is older than the server");
  refused(part +
              "echo half >\"$part\"\n"
              "echo 'pg_dump: error: could not write to output file: No space left on device' >&2\n"
              "exit 1\n",
          "pg_dump: could not write to output file: No space left on device");
  refused(part + "echo half >\"$part\"; kill -9 $$\n", "pg_dump was ended before it was done");
  refused(part + "/usr/bin/pg_dump \"$@\"; truncate -s 3000 \"$part\"\n", "pg_restore: ");
  path = folder.path() / "none";
  const Finished missing = run({"backup", file("dump")});
  BOOST_TEST(missing.exit_code == 3);
  BOOST_TEST(holds(missing.err, "pg_dump is missing"), missing.err);
  const Finished doctor = run({"doctor"});
  BOOST_TEST(holds(doctor.out, "pg_dump is missing"), doctor.out);
}

BOOST_FIXTURE_TEST_CASE(what_is_no_backup_is_not_restored, Installation) {
  dropTables();
  serveAndEnd();
  const auto refused = [&](const std::string& name, const std::string& why) {
    const Finished restore = run({"restore", file(name)});
    BOOST_TEST(restore.exit_code == 1);
    BOOST_TEST(holds(restore.err, why), restore.err);
    BOOST_TEST(answer("SELECT count(*) FROM pg_namespace WHERE nspname = 'policycalc'") == "0");
  };
  run({"backup", file("whole")});
  shell("pg_dump --format=custom --file='" + file("more") + "' --dbname='" +
        std::string(cluster()) + "'");
  sql("CREATE TABLE public.other (id bigint)");
  shell("pg_dump --format=custom --file='" + file("with other") + "' --dbname='" +
        std::string(cluster()) + "'");
  dropTables();
  shell("pg_dump --format=custom --file='" + file("other") + "' --dbname='" +
        std::string(cluster()) + "'");
  sql("DROP TABLE public.other");
  std::ofstream(file("empty")) << "";
  std::ofstream(file("text")) << "PGDMP but then text";
  std::ofstream(file("file.db")) << "SQLite format 3";
  refused("none", "does not exist");
  refused("empty", "is not one of pg_dump");
  refused("text", "is not a usable backup: pg_restore: ");
  refused("file.db", "is a backup of a database in a file");
  refused("other", "is of another program");
  refused("with other", "holds more than the schema");

  std::filesystem::copy_file(file("whole"), file("cut"));
  std::filesystem::resize_file(file("cut"), std::filesystem::file_size(file("cut")) - 1000);
  const Finished cut = run({"restore", file("cut")});
  BOOST_TEST(cut.exit_code != 0);
  BOOST_TEST(holds(cut.err, "pg_restore: "), cut.err);
  BOOST_TEST(answer("SELECT count(*) FROM pg_namespace WHERE nspname = 'policycalc'") == "0");
  BOOST_TEST(run({"restore", file("whole")}).exit_code == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
