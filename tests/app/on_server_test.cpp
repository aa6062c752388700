// The program on a database of a PostgreSQL server: runs beside a cluster (tests/tools/cluster.sh).

#include <csignal>
#include <cstdlib>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

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

/// The cluster's own database. It asks for no password, so that any will do.
struct Installation {
  store::test::TemporaryFolder folder;
  std::string address = std::string(cluster()) + "&password=sesame";

  std::vector<std::string> variables() const {
    return {"POLICYCALC_DATABASE=" + address,
            "POLICYCALC_SERVICE_KEY=" + (folder.path() / "keys" / "policycalc.key").string()};
  }

  Finished run(const std::vector<std::string>& words, const std::string& input = {}) const {
    const Finished finished = test::run(words, input, variables());
    BOOST_TEST((finished.out + finished.err).find("sesame") == std::string::npos, finished.err);
    return finished;
  }
};

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Runs a command of the manual.
void shell(const std::string& command) {
  BOOST_TEST_REQUIRE(std::system((command + " >/dev/null 2>&1").c_str()) == 0, command);
}

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

  const std::string dump = (folder.path() / "dump").string();
  const Finished backup = run({"backup", dump});
  BOOST_TEST(backup.exit_code == 1);
  BOOST_TEST(holds(backup.err, "pg_dump --format=custom --schema=policycalc"), backup.err);
  const Finished restore = run({"restore", dump, "--force"});
  BOOST_TEST(restore.exit_code == 1);
  BOOST_TEST(holds(restore.err, "pg_restore --clean"), restore.err);

  shell("pg_dump --format=custom --schema=policycalc --file='" + dump + "' --dbname='" +
        std::string(cluster()) + "'");
  BOOST_TEST(run({"api-key", "add", "later", "--kind", "secret", "--scope", "match"}).exit_code ==
             0);
  serving.signal(SIGTERM);
  const Finished served = serving.wait();
  BOOST_TEST(served.exit_code == 0);
  BOOST_TEST(!holds(served.out + served.err, "sesame"));

  shell("pg_restore --clean --if-exists --no-owner --single-transaction --dbname='" +
        std::string(cluster()) + "' '" + dump + "'");
  shell("psql --dbname='" + std::string(cluster()) +
        "' --command='DELETE FROM policycalc.staff_session'");
  const Finished keys = run({"api-key", "list"});
  BOOST_TEST(holds(keys.out, "demo"), keys.out);
  BOOST_TEST(!holds(keys.out, "later"), keys.out);
  BOOST_TEST(holds(run({"staff", "list"}).out, "li.na"));
  // Numbers go on where the dump ends.
  BOOST_TEST(run({"staff", "add", "wang", "--role", "clerk", "--name", "W", "--county", "360702"},
                 password)
                 .exit_code == 0);
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

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
