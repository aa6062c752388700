#include "desk/door/failure_trail.h"

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

/// A clock that a test moves, and the trail under it.
struct Fixture {
  sys_seconds now{seconds(1'000'000)};
  std::vector<std::string> lines;
  bool broken = false;
  std::unique_ptr<FailureTrail> trail = std::make_unique<FailureTrail>(
      [this](const store::AuditEntry& entry) {
        if (broken) throw std::runtime_error("the database is busy");
        std::string line = std::to_string(entry.object_id) + " " + entry.actor.address;
        for (const std::string& field : entry.fields) line += " " + field;
        lines.push_back(line);
      },
      [this] { return now; });

  void fail(std::int64_t account, const std::string& network = "192.0.2.1",
            const std::string& reason = "wrong_password") {
    trail->note({.account = account, .county = {}, .network = network, .reason = reason});
  }

  /// The lines since the last call.
  std::string told() {
    std::string all;
    for (const std::string& line : std::exchange(lines, {})) all += line + ";";
    return all;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(FailuresOnTheTrail, Fixture)

BOOST_AUTO_TEST_CASE(the_first_is_written_at_once_and_the_others_are_counted) {
  for (int i = 0; i < 50; ++i) fail(1);
  BOOST_TEST(told() == "1 192.0.2.1 wrong_password;");
  now += seconds(59);
  fail(1);
  trail->flush();
  BOOST_TEST(told() == "");
  now += seconds(1);
  trail->flush();
  BOOST_TEST(told() == "1 192.0.2.1 wrong_password more:50;");
  trail->flush();
  now += seconds(1000);
  trail->flush();
  BOOST_TEST(told() == "");
}

BOOST_AUTO_TEST_CASE(kinds_are_told_apart) {
  fail(1);
  fail(2);
  fail(1, "192.0.2.2");
  fail(1, "192.0.2.1", "wait");
  fail(1);
  BOOST_TEST(told() ==
             "1 192.0.2.1 wrong_password;2 192.0.2.1 wrong_password;1 192.0.2.2 wrong_password;"
             "1 192.0.2.1 wait;");
}

BOOST_AUTO_TEST_CASE(the_number_comes_before_the_next_one_of_its_kind) {
  fail(1);
  now += seconds(30);
  fail(2);
  fail(1);
  now += seconds(30);
  told();
  fail(1);
  BOOST_TEST(told() == "1 192.0.2.1 wrong_password more:1;1 192.0.2.1 wrong_password;");
}

BOOST_AUTO_TEST_CASE(what_was_counted_is_written_at_the_end) {
  fail(1);
  fail(1);
  told();
  trail.reset();
  BOOST_TEST(told() == "1 192.0.2.1 wrong_password more:1;");
}

BOOST_AUTO_TEST_CASE(kinds_beyond_the_most_share_one_line) {
  for (int i = 1; i < FailureTrail::kAtOnce; ++i) fail(i);
  BOOST_TEST(lines.size() == static_cast<std::size_t>(FailureTrail::kAtOnce) - 1);
  fail(1000);
  BOOST_TEST(lines.size() == static_cast<std::size_t>(FailureTrail::kAtOnce));
  told();
  for (int i = 2000; i < 2500; ++i) fail(i);
  BOOST_TEST(told() == "");
  now += FailureTrail::kInterval - seconds(1);
  fail(3000);
  BOOST_TEST(told() == "");
  now += seconds(1);
  fail(3000);
  BOOST_TEST(told() == "3000 192.0.2.1 wrong_password;");
  now += FailureTrail::kBeyond;
  trail->flush();
  BOOST_TEST(told() == "0  other more:501;");
}

BOOST_AUTO_TEST_CASE(a_day_of_flood_leaves_a_few_thousand_lines) {
  for (int second = 0; second < 86'400; ++second) {
    fail(0, "10.0.0." + std::to_string(second));
    fail(second % 1000);
    now += seconds(1);
  }
  BOOST_TEST(lines.size() > 2'800U);
  BOOST_TEST(lines.size() < 7'000U);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_is_counted) {
  fail(1);
  fail(1);
  fail(1);
  told();
  broken = true;
  now += seconds(60);
  trail->flush();
  BOOST_CHECK_THROW(fail(2), std::runtime_error);
  broken = false;
  now += FailureTrail::kBeyond;
  trail->flush();
  BOOST_TEST(told() == "0  other more:2;");
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_set_back_does_not_close_the_trail) {
  for (int i = 1; i <= FailureTrail::kAtOnce; ++i) fail(i);
  fail(1);
  told();
  now -= std::chrono::hours(1000);
  trail->flush();
  BOOST_TEST(told() == "1 192.0.2.1 wrong_password more:1;");
  fail(1);
  BOOST_TEST(told() == "");  // as many have been begun as are allowed at once
  now += FailureTrail::kInterval;
  fail(1);
  BOOST_TEST(told() == "1 192.0.2.1 wrong_password;");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
