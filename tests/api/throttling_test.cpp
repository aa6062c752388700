#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/web/code_door.h"

#include "api/profiles/profiles.h"
#include "live/saving.h"

namespace policycalc::api::test {
namespace {

int wrongCode(const live::LiveService& service, const std::string& client) {
  return service.get(live::kMine, live::bearer(live::kWrongCode) + live::from(client)).status;
}

/// Spends all that a client may try, and checks each answer.
void guessUntilTheLast(const live::LiveService& service, const std::string& client) {
  for (int i = 0; i < web::CodeDoor::kOfClient.burst; ++i) {
    BOOST_TEST(wrongCode(service, client) == 404, "guess " << i);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Throttling)

BOOST_AUTO_TEST_CASE(wrong_codes_are_counted_by_client_and_time_frees) {
  const live::LiveService service;
  guessUntilTheLast(service, "192.0.2.1");
  const auto refused =
      service.get(live::kMine, live::bearer(live::kWrongCode) + live::from("192.0.2.1"));
  BOOST_TEST(refused.status == 429);
  BOOST_TEST(refused.header("Retry-After") == "60");
  BOOST_TEST(refused.header("Content-Type") == "application/problem+json");
  BOOST_TEST(wrongCode(service, "192.0.2.2") == 404);
  service.moveClock(std::chrono::seconds(59));
  BOOST_TEST(wrongCode(service, "192.0.2.1") == 429);
  service.moveClock(std::chrono::seconds(1));
  BOOST_TEST(wrongCode(service, "192.0.2.1") == 404);
  BOOST_TEST(wrongCode(service, "192.0.2.1") == 429);
}

BOOST_AUTO_TEST_CASE(every_method_and_every_kind_of_wrong_code_counts) {
  const live::LiveService service;
  const int burst = web::CodeDoor::kOfClient.burst;
  for (int i = 0; i < burst - 3; ++i) BOOST_TEST(wrongCode(service, "192.0.2.1") == 404);
  const std::string here = live::from("192.0.2.1");
  BOOST_TEST(service.del(live::kMine, live::bearer(live::kWrongCode) + here).status == 404);
  BOOST_TEST(
      service.put(live::kMine, live::changedBody(1, "甲"), live::bearer(live::kWrongCode) + here)
          .status == 404);
  BOOST_TEST(service.get(live::kMine, live::bearer("no code") + here).status == 404);
  BOOST_TEST(wrongCode(service, "192.0.2.1") == 429);
  // Without any code nothing is guessed.
  BOOST_TEST(service.get(live::kMine, here).status == 401);
}

BOOST_AUTO_TEST_CASE(a_right_code_is_not_slowed_by_its_successes) {
  const live::LiveService service;
  const std::string code = live::save(service);
  for (int i = 0; i < 3 * web::CodeDoor::kOfClient.burst; ++i) {
    BOOST_TEST(service.get(live::kMine, live::bearer(code)).status == 200);
    BOOST_TEST(service.put(live::kMine, live::changedBody(7, "甲"), live::bearer(code)).status ==
               409);
    BOOST_TEST(service.put(live::kMine, "{", live::bearer(code)).status == 400);
  }
  guessUntilTheLast(service, "127.0.0.1");
  BOOST_TEST(service.get(live::kMine, live::bearer(code)).status == 429);
  BOOST_TEST(service.get(live::kMine, live::bearer(code) + live::from("192.0.2.2")).status == 200);
}

BOOST_AUTO_TEST_CASE(many_guessing_clients_do_not_lock_out_a_right_code) {
  const live::LiveService service;
  const std::string code = live::save(service);
  for (int client = 0; client < 110; ++client) {
    guessUntilTheLast(service, "192.0.2." + std::to_string(client));
  }
  BOOST_TEST(service.get(live::kMine, live::bearer(code) + live::from("198.51.100.1")).status ==
             200);
}

BOOST_AUTO_TEST_CASE(a_client_cannot_choose_its_address) {
  const live::LiveService service;
  // 127.0.0.1 is the proxy; what stands left of its own word is not believed.
  for (int i = 0; i < web::CodeDoor::kOfClient.burst; ++i) {
    wrongCode(service, "203.0.113." + std::to_string(i) + ", 192.0.2.1");
  }
  BOOST_TEST(wrongCode(service, "203.0.113.99, 192.0.2.1") == 429);
}

BOOST_AUTO_TEST_CASE(saves_are_counted_by_client) {
  const live::LiveService service;
  const std::string here = live::from("192.0.2.1");
  const auto saveFrom = [&](const std::string& headers) {
    return service.post("/api/v1/profiles", live::savedBody(), "application/json", headers);
  };
  const std::string code = live::save(service);
  for (int i = 0; i < 2 * kSavesOfClient.burst; ++i) {
    // What is refused for its body saves nothing and costs nothing.
    if (i % 2 == 0) service.post("/api/v1/profiles", "{}", "application/json", here);
    if (i < kSavesOfClient.burst) BOOST_TEST(saveFrom(here).status == 201, "save " << i);
  }
  const auto refused = saveFrom(here);
  BOOST_TEST(refused.status == 429);
  BOOST_TEST(refused.header("Retry-After") == "20");
  BOOST_TEST(
      service.put(live::kMine, live::changedBody(1, "甲"), live::bearer(code) + here).status ==
      429);
  BOOST_TEST(service.get(live::kMine, live::bearer(code) + here).status == 200);
  BOOST_TEST(saveFrom(live::from("192.0.2.2")).status == 201);
  service.moveClock(std::chrono::seconds(20));
  BOOST_TEST(
      service.put(live::kMine, live::changedBody(1, "甲"), live::bearer(code) + here).status ==
      200);
  BOOST_TEST(saveFrom(here).status == 429);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
