#include "app/janitor.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

namespace policycalc::app::test {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::sys_seconds;

/// Counts the rounds and lets a test wait for them.
class Rounds {
 public:
  std::vector<Janitor::Duty> duties() {
    return {{"expired profiles", [this](sys_seconds now) { return note(now); }}};
  }

  std::size_t note(sys_seconds now) {
    const std::lock_guard<std::mutex> lock(mutex_);
    times_.push_back(now);
    moved_.notify_all();
    if (fails_) throw std::runtime_error("the database is away");
    return removes_;
  }

  /// Waits up to two minutes for `count` rounds. Returns the times that all rounds were given.
  std::vector<sys_seconds> waitFor(std::size_t count) {
    std::unique_lock<std::mutex> lock(mutex_);
    moved_.wait_for(lock, std::chrono::minutes(2), [&] { return times_.size() >= count; });
    return times_;
  }
  void fail() { fails_ = true; }
  void remove(std::size_t count) { removes_ = count; }

 private:
  std::mutex mutex_;
  std::condition_variable moved_;
  std::vector<sys_seconds> times_;
  bool fails_ = false;
  std::size_t removes_ = 0;
};

constexpr sys_seconds kNow{hours(490'000)};

}  // namespace

BOOST_AUTO_TEST_SUITE(JanitorOfTheStore)

BOOST_AUTO_TEST_CASE(removes_at_the_start_and_is_gone_at_once) {
  Rounds rounds;
  const auto begin = std::chrono::steady_clock::now();
  {
    const Janitor janitor(rounds.duties(),
                          {.interval = hours(1), .now = [] { return kNow; }, .log = {}});
    rounds.waitFor(1);
  }
  // It did not wait for its next round.
  BOOST_TEST((std::chrono::steady_clock::now() - begin < std::chrono::minutes(30)));
  const std::vector<sys_seconds> times = rounds.waitFor(1);
  BOOST_TEST(times.size() == 1U);
  BOOST_TEST((times.at(0) == kNow));
}

BOOST_AUTO_TEST_CASE(goes_round_again_and_again) {
  Rounds rounds;
  const Janitor janitor(rounds.duties(),
                        {.interval = milliseconds(1), .now = [] { return kNow; }, .log = {}});
  BOOST_TEST(rounds.waitFor(5).size() >= 5U);
}

BOOST_AUTO_TEST_CASE(a_round_that_fails_is_logged_and_not_the_last) {
  Rounds rounds;
  rounds.fail();
  std::vector<std::string> lines;
  {
    const Janitor janitor(rounds.duties(),
                          {.interval = milliseconds(1),
                           .now = [] { return kNow; },
                           .log = [&](std::string_view line) { lines.emplace_back(line); }});
    BOOST_TEST(rounds.waitFor(3).size() >= 3U);
  }
  BOOST_TEST_REQUIRE(lines.size() >= 3U);
  BOOST_TEST(lines[0] == "- expired profiles could not be removed: the database is away");
}

BOOST_AUTO_TEST_CASE(a_round_says_how_much_it_removed) {
  Rounds rounds;
  rounds.remove(3);
  std::vector<std::string> lines;
  {
    const Janitor janitor(rounds.duties(),
                          {.interval = hours(1),
                           .now = [] { return kNow; },
                           .log = [&](std::string_view line) { lines.emplace_back(line); }});
    rounds.waitFor(1);
  }
  BOOST_TEST_REQUIRE(lines.size() == 1U);
  BOOST_TEST(lines[0] == "- expired profiles: 3 removed");
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_not_believed_removes_nothing_and_is_named_in_each_round) {
  Rounds rounds;
  std::mutex mutex;
  std::condition_variable said;
  std::vector<std::string> lines;
  {
    const Janitor janitor(rounds.duties(), {.interval = milliseconds(1),
                                            .now = [] { return kNow; },
                                            .log =
                                                [&](std::string_view line) {
                                                  const std::lock_guard<std::mutex> lock(mutex);
                                                  lines.emplace_back(line);
                                                  said.notify_all();
                                                },
                                            .clock_is_believed = [] { return false; }});
    std::unique_lock<std::mutex> lock(mutex);
    said.wait_for(lock, std::chrono::minutes(2), [&] { return lines.size() >= 2; });
  }
  BOOST_TEST_REQUIRE(lines.size() >= 2U);
  BOOST_TEST(lines[0] == "- nothing is removed, as the clock is not believed");
  BOOST_TEST(rounds.waitFor(0).empty());
}

BOOST_AUTO_TEST_CASE(a_duty_that_fails_keeps_no_other_from_being_done) {
  Rounds profiles;
  Rounds applicants;
  profiles.fail();
  std::vector<Janitor::Duty> duties = profiles.duties();
  duties.push_back({"applicants", [&](sys_seconds now) { return applicants.note(now); }});
  const Janitor janitor(duties, {.interval = hours(1), .now = [] { return kNow; }, .log = {}});
  BOOST_TEST(applicants.waitFor(1).size() == 1U);
  BOOST_TEST(profiles.waitFor(1).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
