// Policies change under running services, come back, and survive faults of every kind.
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "http/raw_client.h"
#include "publishing/keeping.h"
#include "publishing/serving.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
/// How long a publisher takes at most here, in milliseconds.
constexpr int kLongest = 1000;

/// How many publishers are killed: a few in the check, 50 in the soak.
int rounds() {
  constexpr int kUsual = 8;
  const char* wanted = std::getenv("TESTS_PUBLISHING_KILLS");
  return wanted == nullptr ? kUsual : std::stoi(wanted);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Publish)

BOOST_AUTO_TEST_CASE(all_services_follow_and_go_back) {
  const Keeping keeping;
  Serving one(keeping.serve(), {});
  Serving other(keeping.serve(), {});
  const std::string first = hashAt(one.port());

  keeping.endAMeasure();
  const Finished published = keeping.publish();
  BOOST_TEST_REQUIRE(published.exit_code == 0, published.err);
  BOOST_TEST(holds(published.out, "publication 2 is in use: sha256:"), published.out);
  const std::string second = nextHash(one.port(), first);
  BOOST_TEST(second != first);
  BOOST_TEST(nextHash(other.port(), first) == second);

  // All parts answer by the new one, and the old one is still kept.
  BOOST_TEST(holds(get(one.port(), "/measures/11.1.1a"), "2999"));
  BOOST_TEST(holds(get(one.port(), "/api/v1/conformance"), second));
  BOOST_TEST(holds(get(one.port(), "/api/v1/measures/11.1.1a"), "2999-06-30"));
  BOOST_TEST(holds(get(one.port(), "/metrics"), second));
  BOOST_TEST(!holds(get(one.port(), "/api/v1/measures/11.1.1a?catalogue=" + first), "2999"));

  const Finished versions = keeping.command({"versions"});
  BOOST_TEST(holds(versions.out, "2  " + second + "  in use\n    published "), versions.out);
  BOOST_TEST(
      holds(versions.out, " (UTC+8) by 李娜\n    why:  换季\n    what: measure 11.1.1a valid"),
      versions.out);
  BOOST_TEST(holds(versions.out, "1  " + first + "\n    taken from the folder of a service "),
             versions.out);

  const Finished back =
      keeping.command({"rollback", first.substr(7, 12), "--by", "王芳", "--why", "写错了"});
  BOOST_TEST_REQUIRE(back.exit_code == 0, back.err);
  BOOST_TEST(nextHash(one.port(), second) == first);
  BOOST_TEST(nextHash(other.port(), second) == first);
  BOOST_TEST(
      holds(keeping.command({"versions"}).out, "3  " + first + "  in use\n    rolled back "));
}

BOOST_AUTO_TEST_CASE(a_service_begins_with_what_is_published_whatever_its_folder_has) {
  const Keeping keeping;
  keeping.endAMeasure();
  BOOST_TEST_REQUIRE(keeping.publish().exit_code == 0);
  const Serving serving(keeping.serve(), {});
  BOOST_TEST(holds(get(serving.port(), "/api/v1/measures/11.1.1a"), "2999-06-30"));
}

BOOST_AUTO_TEST_CASE(no_request_is_refused_and_each_has_one_version) {
  const Keeping keeping;
  Serving serving(keeping.serve(), {});
  const std::string first = hashAt(serving.port());
  std::atomic<bool> done = false;
  std::atomic<int> answered = 0;
  std::atomic<int> wrong = 0;
  std::thread client([&] {
    while (!done) {
      const auto answer = http::test::exchange(
          serving.port(),
          "GET /api/v1/conformance HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
      if (answer.status != 200) ++wrong;
      ++answered;
    }
  });
  keeping.endAMeasure();
  const int exit_code = keeping.publish().exit_code;
  const std::string second = nextHash(serving.port(), first);
  done = true;
  client.join();
  BOOST_TEST(exit_code == 0);
  BOOST_TEST(second != first);
  BOOST_TEST(answered > 10);
  BOOST_TEST(wrong == 0);
}

BOOST_AUTO_TEST_CASE(what_changes_nothing_and_what_is_unknown_is_refused) {
  const Keeping keeping;
  const Finished same = keeping.publish();
  BOOST_TEST(same.exit_code == 1);
  BOOST_TEST(holds(same.err, "nothing has changed: these policies are in use already"), same.err);
  const Finished unknown = keeping.command({"rollback", "abcdef", "--by", "甲", "--why", "乙"});
  BOOST_TEST(unknown.exit_code == 1);
  BOOST_TEST(holds(unknown.err, "`abcdef` names no version"), unknown.err);
  const Finished nobody = keeping.command({"publish", keeping.policies().string()});
  BOOST_TEST(nobody.exit_code == 2);
  BOOST_TEST(holds(nobody.err, "`--by` and `--why` are needed"), nobody.err);
}

BOOST_AUTO_TEST_CASE(a_bad_folder_changes_nothing) {
  const Keeping keeping;
  const Serving serving(keeping.serve(), {});
  const std::string first = hashAt(serving.port());
  keeping.endAMeasure();
  fs::remove_all(keeping.policies() / "cases");
  const Finished half = keeping.publish();
  BOOST_TEST(half.exit_code == 1);
  BOOST_TEST(holds(half.err, "cases"), half.err);
  fs::remove(keeping.policies() / "units.json");
  BOOST_TEST(keeping.publish().exit_code == 1);
  BOOST_TEST(hashAt(serving.port()) == first);
  BOOST_TEST(holds(keeping.command({"versions"}).out, "1  " + first + "  in use\n"));
}

BOOST_AUTO_TEST_CASE(a_publisher_killed_at_any_instant_leaves_the_old_or_the_new_version) {
  const int count = rounds();
  const Keeping keeping;
  const Serving serving(keeping.serve(), {});
  int completed = 0;
  for (int round = 0; round < count; ++round) {
    // Two versions take turns.
    keeping.endAMeasure(round % 2 == 0 ? "2999-06-30" : "2999-06-29");
    Running publisher({"publish", keeping.policies().string(), "--by", "甲", "--why", "乙",
                       "--database", keeping.database()});
    std::this_thread::sleep_for(milliseconds(kLongest / count * round));
    publisher.signal(SIGKILL);
    if (publisher.wait().exit_code == 0) ++completed;
    const Finished versions = keeping.command({"versions"});
    BOOST_TEST(versions.exit_code == 0, versions.err);
    BOOST_TEST(holds(versions.out, "  in use\n"), versions.out);
    // The service answers all the time.
    hashAt(serving.port());
  }
  BOOST_TEST_MESSAGE(completed << " of " << count << " publishers were done before the kill");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
