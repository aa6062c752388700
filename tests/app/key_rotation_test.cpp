// A new key while the service runs: nothing becomes unreadable, and a firm has one applicant,
// before, in the middle and after, whenever the rotation is killed.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/api/feedback.h"
#include "policycalc/json/reader.h"
#include "policycalc/vault/service_key.h"
#include "policycalc/vault/time_code.h"

#include "app/sealed_hall.h"
#include "support/json_path.h"

namespace policycalc::app::test {
namespace {

namespace fs = std::filesystem;
using vault::Key;
using vault::ServiceKeys;

constexpr int kRounds = 25;
// So many that a rotation takes dozens of commits.
constexpr int kLetters = 600;

ServiceKeys onlyKeyOf(const SealedHall& hall) {
  return {*vault::loadOrCreateServiceKey(hall.key()), std::nullopt};
}

/// Feedback that the service did not receive, but as it would keep it.
void fill(const SealedHall& hall, int count) {
  const auto store = hall.open();
  const ServiceKeys keys = onlyKeyOf(hall);
  for (int i = 0; i < count; ++i) {
    store::FeedbackEntry entry;
    entry.query_lookup = "lookup " + std::to_string(i);
    entry.kind = "error";
    entry.state = "received";
    api::keepFeedback(store->feedback(), entry, {"letter " + std::to_string(i), "0797"}, keys);
  }
}

/// An authenticator app of the clerk, whose first session sets it up.
struct App {
  App(const SealedHall& of, const Serving& serving) : hall(of) {
    const auto begun = json::read(hall.send(serving, factor("POST"), "{}").body);
    secret = policycalc::test::textAt(*begun, "/secret");
    period = now();
    const auto set = json::read(hall.send(serving, factor("PUT"), body(codeOf(period))).body);
    for (const json::Value& code : policycalc::test::at(*set, "/recovery_codes").elements) {
      recovery_codes.push_back(code.text);
    }
    BOOST_TEST_REQUIRE(recovery_codes.size() == 10U);
  }

  /// What the second step of a new log-in answers.
  int secondStep(const Serving& serving, const std::string& code) const {
    return hall
        .send(serving, "POST /api/v1/hall/session/second-factor", body(code), hall.newSession())
        .status;
  }

  /// One that was not shown before; the service takes that of the next period, too.
  std::string nextCode() const { return codeOf(std::max(period + 1, now())); }

  const SealedHall& hall;
  std::string secret;
  std::int64_t period = 0;
  std::vector<std::string> recovery_codes;

 private:
  static std::string factor(const std::string& method) {
    return method + " /api/v1/hall/second-factor";
  }
  static std::string body(const std::string& code) { return R"({"code":")" + code + "\"}"; }
  static std::int64_t now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())
               .time_since_epoch()
               .count() /
           kPeriod;
  }
  std::string codeOf(std::int64_t of) const {
    return vault::timeCodeAt(secret, std::chrono::sys_seconds(std::chrono::seconds(of * kPeriod)));
  }

  static constexpr std::int64_t kPeriod = 30;  // seconds
};

/// The state of a rotation that was killed right after it began.
void beginRotation(const SealedHall& hall) {
  const Key before = onlyKeyOf(hall).current;
  const Key next = Key::random();
  BOOST_TEST_REQUIRE(!vault::replaceServiceKeys(hall.key(), {before, next}).has_value());
  BOOST_TEST_REQUIRE(hall.open()->keyRecord().begin({vault::keyId(next), vault::sealCheck(next)}));
}

/// Each firm of `numbers` is there once, and no second applicant can have it.
void checkFirms(const SealedHall& hall, const Serving& serving, std::vector<int> numbers) {
  for (const int number : numbers) {
    BOOST_TEST(hall.found(serving, number) == 1, "firm " << number);
    BOOST_TEST(hall.addFirm(serving, number) == 409, "firm " << number);
  }
}

/// Asks the service until `end`, at least once; `number` is there already.
void useUntil(std::chrono::steady_clock::time_point end, const SealedHall& hall,
              const Serving& serving, int number) {
  do {
    checkFirms(hall, serving, {number});
  } while (std::chrono::steady_clock::now() < end);
}

/// The check is fine, and the key file holds one key.
void checkSound(const SealedHall& hall, std::string_view counts) {
  const Finished sound = hall.run({"key-file", "check"});
  BOOST_TEST(sound.exit_code == 0, sound.err);
  BOOST_TEST(holds(sound.out, counts), sound.out);
  BOOST_TEST(!holds(sound.out, "unfinished"));
  BOOST_TEST(vault::readServiceKeys(hall.key())->size() == 1U);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(KeyRotation, SealedHall)

BOOST_AUTO_TEST_CASE(a_running_service_goes_on_with_the_new_key) {
  const auto serving = serve();
  BOOST_TEST_REQUIRE(serving->port() != 0);
  BOOST_TEST(addFirm(*serving, 1) == 201);
  BOOST_TEST(save(*serving) == 201);
  const std::string before = tell(*serving, "before");
  const std::string old_key = keyText();
  for (int rotation = 1; rotation <= 2; ++rotation) {
    const Finished rotated = run({"key-file", "rotate"});
    BOOST_TEST(rotated.exit_code == 0, rotated.err);
    // The first thing that the service does after one rotation is to write, after the other to
    // read.
    if (rotation == 1) {
      BOOST_TEST(!tell(*serving, "after").empty());
      BOOST_TEST(addFirm(*serving, 2) == 201);
    }
    checkFirms(*this, *serving, {1, 2});
    BOOST_TEST(save(*serving) == 201);
  }
  BOOST_TEST(keyText() != old_key);
  BOOST_TEST(holds(run({"feedback", "show", before}).out, "| before\n"));
  checkSound(*this, "3 saved profiles, 2 pieces of feedback, 2 applicants, 0 authenticator apps\n");
  serving->signal(SIGTERM);
  BOOST_TEST(serving->wait().exit_code == 0);
  const auto again = serve();
  checkFirms(*this, *again, {1, 2});
}

BOOST_AUTO_TEST_CASE(an_authenticator_app_and_its_recovery_codes_outlive_the_key) {
  const std::vector<std::string> asking{"--second-factor", "everybody"};
  auto serving = serve(asking);
  const App app(*this, *serving);
  BOOST_TEST(app.secondStep(*serving, app.recovery_codes[0]) == 200);
  BOOST_TEST(app.secondStep(*serving, app.recovery_codes[0]) == 400);
  for (std::size_t rotation = 1; rotation <= 2; ++rotation) {
    const Finished rotated = run({"key-file", "rotate"});
    BOOST_TEST(rotated.exit_code == 0, rotated.err);
    BOOST_TEST(holds(rotated.out, "1 authenticator app\n"), rotated.out);
    BOOST_TEST(app.secondStep(*serving, app.recovery_codes[rotation]) == 200);
  }
  BOOST_TEST(app.secondStep(*serving, app.nextCode()) == 200);
  serving->signal(SIGTERM);
  serving->wait();
  serving = serve(asking);
  BOOST_TEST(app.secondStep(*serving, app.recovery_codes[3]) == 200);
  BOOST_TEST(app.secondStep(*serving, app.recovery_codes[2]) == 400);
  checkSound(*this, "0 applicants, 1 authenticator app\n");
}

BOOST_AUTO_TEST_CASE(an_app_that_is_set_up_in_the_middle_of_a_rotation_is_sealed_with_the_new_key) {
  const auto serving = serve({"--second-factor", "everybody"});
  beginRotation(*this);
  const App app(*this, *serving);
  BOOST_TEST(run({"key-file", "rotate"}).exit_code == 0);
  BOOST_TEST(app.secondStep(*serving, app.recovery_codes[0]) == 200);
  checkSound(*this, "0 applicants, 1 authenticator app\n");
}

BOOST_AUTO_TEST_CASE(a_firm_has_one_applicant_in_the_middle_of_a_rotation) {
  const auto serving = serve();
  BOOST_TEST(addFirm(*serving, 1) == 201);
  beginRotation(*this);
  checkFirms(*this, *serving, {1});
  BOOST_TEST(addFirm(*serving, 2) == 201);
  BOOST_TEST(save(*serving) == 201);
  const std::string told = tell(*serving, "in the middle");
  BOOST_TEST(holds(run({"feedback", "show", told}).out, "| in the middle\n"));
  checkFirms(*this, *serving, {1, 2});
  BOOST_TEST(holds(run({"key-file", "check"}).out, "is unfinished"));
  {
    // A service that starts now needs both keys.
    const auto second = serve();
    BOOST_TEST_REQUIRE(second->port() != 0);
    checkFirms(*this, *second, {1, 2});
  }
  BOOST_TEST(run({"key-file", "rotate"}).exit_code == 0);
  checkFirms(*this, *serving, {1, 2});
  checkSound(*this, "1 saved profile, 1 piece of feedback, 2 applicants, 0 authenticator apps\n");
}

BOOST_AUTO_TEST_CASE(half_a_key_file_is_refused_in_the_middle_of_a_rotation) {
  {
    const auto serving = serve();
    BOOST_TEST(addFirm(*serving, 1) == 201);
  }
  beginRotation(*this);
  const auto both = *vault::readServiceKeys(key());
  for (const Key& one : both) {
    BOOST_TEST(!vault::replaceServiceKeys(key(), {one}).has_value());
    const Finished refused = run({"serve", "--port", "0"});
    BOOST_TEST(refused.exit_code == 3);
    const Key& other = one == both[0] ? both[1] : both[0];
    BOOST_TEST(holds(refused.err, "lacks the key " + vault::keyId(other)), refused.err);
    BOOST_TEST(holds(refused.err, database().string()));
  }
}

BOOST_AUTO_TEST_CASE(steps_before_and_after_the_database_changed_are_taken_up) {
  {
    const auto serving = serve();
    BOOST_TEST(addFirm(*serving, 1) == 201);
  }
  const Key first = onlyKeyOf(*this).current;
  const Key next = Key::random();
  // Killed after the file got the next key, before the database knew of it.
  BOOST_TEST(!vault::replaceServiceKeys(key(), {first, next}).has_value());
  BOOST_TEST(serve()->port() != 0);
  BOOST_TEST(run({"key-file", "rotate"}).exit_code == 0);
  BOOST_TEST((onlyKeyOf(*this).current == next));
  // Killed after the database was done, before the file lost the previous key.
  BOOST_TEST(!vault::replaceServiceKeys(key(), {first, next}).has_value());
  BOOST_TEST(serve()->port() != 0);
  const Finished rest = run({"key-file", "rotate"});
  BOOST_TEST(holds(rest.out, "that was interrupted"), rest.out);
  BOOST_TEST((onlyKeyOf(*this).current == next));
  checkSound(*this, "1 applicant, 0 authenticator apps\n");
}

BOOST_AUTO_TEST_CASE(killed_at_any_point_it_loses_nothing) {
  auto serving = serve();
  BOOST_TEST_REQUIRE(serving->port() != 0);
  fill(*this, kLetters);
  constexpr unsigned kSeed = 20261129;
  std::mt19937 random(kSeed);  // NOLINT(cert-msc51-cpp): the same points each time
  std::uniform_real_distribution<double> part(0, 1);
  std::chrono::duration<double, std::milli> longest{100};
  int unfinished = 0;
  for (int round = 0; round < kRounds; ++round) {
    BOOST_TEST(addFirm(*serving, round) == 201);
    bool finished = false;
    {
      Running rotation(words({"key-file", "rotate"}));
      const auto wait =
          std::chrono::duration_cast<std::chrono::nanoseconds>(longest * part(random));
      useUntil(std::chrono::steady_clock::now() + wait, *this, *serving, round);
      rotation.signal(SIGKILL);
      finished = rotation.wait().exit_code == 0;
    }
    const bool interrupted = open()->keyRecord().kept().previous.has_value();
    if (interrupted) ++unfinished;
    // However slow the machine is, some kills must come after the rotation has begun, and before
    // it has ended.
    if (finished) longest *= 0.7;
    if (!finished && !interrupted) longest *= 1.5;
    checkFirms(*this, *serving, {0, round / 2, round});
    if (round % 5 != 4) continue;
    serving->signal(SIGTERM);
    BOOST_TEST(serving->wait().exit_code == 0);
    serving = serve();
    BOOST_TEST_REQUIRE(serving->port() != 0);
  }
  BOOST_TEST(unfinished > 0);
  // Finishes what was interrupted last.
  BOOST_TEST(run({"key-file", "rotate"}).exit_code == 0);
  for (int round = 0; round < kRounds; ++round) checkFirms(*this, *serving, {round});
  BOOST_TEST(!fs::exists(key().string() + ".next"));
  checkSound(*this,
             "0 saved profiles, 600 pieces of feedback, 25 applicants, 0 authenticator apps\n");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
