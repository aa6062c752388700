// The program under a clock that was never confirmed: what it keeps, says and does.
#include <chrono>
#include <csignal>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/store/store.h"

#include "app/process.h"
#include "http/raw_client.h"
#include "store/temporary_folder.h"

namespace policycalc::app::test {
namespace {

using std::chrono::hours;
using std::chrono::sys_seconds;
using Words = std::vector<std::string>;

sys_seconds present() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// A database whose profile ended 20 days ago, and whose confirmed time is 100 days ago: to its
/// service, the clock has jumped by 100 days.
struct FarAhead {
  store::test::TemporaryFolder folder;

  FarAhead() {
    const auto then = present() - hours(24 * 100);
    const auto kept = open();
    kept->savedProfiles().add(
        {"lookup", 1, then, then + hours(24 * 80), false, false, "sealed", "code", ""});
    kept->clock().confirm(then);
  }

  std::unique_ptr<store::Store> open() const { return store::openStore({folder.database()}); }

  Words with(Words words) const {
    words.insert(words.end(), {"--database", folder.database().string()});
    return words;
  }

  bool isKept() const {
    return open()->savedProfiles().find("lookup", present() - hours(24 * 100)).has_value();
  }
};

std::string bodyOf(unsigned short port, const std::string& path) {
  return http::test::exchange(port,
                              "GET " + path + " HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
      .body;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(ClockCommand, FarAhead)

BOOST_AUTO_TEST_CASE(a_service_far_ahead_removes_nothing_and_says_so_everywhere) {
  Serving serving(with({"serve", "--port", "0"}), {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  BOOST_TEST(bodyOf(serving.port(), "/health/ready") ==
             R"({"status":"ready","warnings":["clock_ahead"],"unserved":null})");
  BOOST_TEST(holds(bodyOf(serving.port(), "/metrics"), "\npolicycalc_clock_believed 0\n"));
  serving.signal(SIGTERM);
  const Finished finished = serving.wait();
  BOOST_TEST(finished.exit_code == 0);
  BOOST_TEST(holds(finished.err, ", 100 days past the confirmed time "), finished.err);
  BOOST_TEST(holds(finished.err, "run `policycalc clock confirm`"), finished.err);
  BOOST_TEST(isKept());
}

BOOST_AUTO_TEST_CASE(the_command_shows_it_confirms_it_and_the_service_then_removes) {
  const Finished shown = run(with({"clock", "show"}));
  BOOST_TEST(shown.exit_code == 1);
  BOOST_TEST(holds(shown.err, "too far ahead"), shown.err);
  const Finished confirmed = run(with({"clock", "confirm"}));
  BOOST_TEST(confirmed.exit_code == 0, confirmed.err);
  BOOST_TEST(run(with({"clock", "show"})).exit_code == 0);
  Serving serving(with({"serve", "--port", "0"}), {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  BOOST_TEST(bodyOf(serving.port(), "/health/ready") ==
             R"({"status":"ready","warnings":[],"unserved":null})");
  serving.signal(SIGTERM);
  const Finished finished = serving.wait();
  BOOST_TEST(holds(finished.err, "- expired profiles: 1 removed"), finished.err);
  BOOST_TEST(!isKept());
}

BOOST_AUTO_TEST_CASE(the_service_can_be_started_with_a_confirmation) {
  Serving serving(with({"serve", "--port", "0", "--accept-clock"}), {});
  BOOST_TEST_REQUIRE(serving.port() != 0);
  serving.signal(SIGTERM);
  const Finished finished = serving.wait();
  BOOST_TEST(holds(finished.err, "- expired profiles: 1 removed"), finished.err);
  BOOST_TEST(!isKept());
}

BOOST_AUTO_TEST_CASE(a_database_of_another_place_is_not_made) {
  const std::string missing = (folder.path() / "missing.db").string();
  BOOST_TEST(run({"clock", "confirm", "--database", missing}).exit_code == 3);
  BOOST_TEST(!std::filesystem::exists(missing));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
