#include <cstdint>
#include <string>
#include <utility>

#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "live/saving.h"

namespace policycalc::api::test {
namespace {

constexpr const char* kSuggestion = R"({"kind":"suggestion","message":"建议公开电话"})";

/// As if the disk were full: no disk has room for such a reserve.
constexpr std::uintmax_t kTooMuch = std::uintmax_t{1} << 60;

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(FullStore)

BOOST_AUTO_TEST_CASE(a_ceiling_is_answered_503_with_a_title_and_matching_goes_on) {
  const store::test::TemporaryFolder folder;
  store::StoreOptions options;
  options.path = folder.database();
  options.ceilings = {.saved_profiles = 1, .feedback = 1};
  const live::LiveService service(options);
  using Request = std::pair<std::string, std::string>;
  for (const auto& [path, body] :
       {Request("/api/v1/profiles", live::savedBody()), Request("/api/v1/feedback", kSuggestion)}) {
    BOOST_TEST(service.post(path, body).status == 201);
    const auto refused = service.post(path, body);
    BOOST_TEST(refused.status == 503);
    BOOST_TEST(refused.header("Retry-After") == "3600");
    BOOST_TEST(holds(refused.body, "保存数量已达上限"), refused.body);
  }
  BOOST_TEST(service.post("/api/v1/match", R"({"profile":{}})").status == 200);
  BOOST_TEST(service.get("/health/ready").status == 200);
  BOOST_TEST(
      holds(service.get("/metrics").body,
            "policycalc_database_failures_total{operation=\"write\",reason=\"ceiling\"} 2\n"));
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_answered_503_with_a_title_and_deletion_goes_on) {
  const store::test::TemporaryFolder folder;
  store::StoreOptions options;
  options.path = folder.database();
  std::string code;
  {
    const live::LiveService service(options);
    code = live::save(service);
  }
  options.reserve_bytes = kTooMuch;
  const live::LiveService service(options);
  const auto refused = service.post("/api/v1/profiles", live::savedBody());
  BOOST_TEST(refused.status == 503);
  BOOST_TEST(refused.header("Retry-After") == "60");
  BOOST_TEST(holds(refused.body, "存储空间已满"), refused.body);
  const auto ready = service.get("/health/ready");
  BOOST_TEST(ready.status == 503);
  BOOST_TEST(holds(ready.body, "\"code\":\"storage_full\""), ready.body);
  BOOST_TEST(service.get("/api/v1/profiles/mine", live::bearer(code)).status == 200);
  BOOST_TEST(service.del("/api/v1/profiles/mine", live::bearer(code)).status == 204);
}

BOOST_AUTO_TEST_CASE(a_profile_saved_under_a_clock_that_is_behind_outlives_its_correction) {
  const live::LiveService service;
  service.store().clock().confirm(service.now());
  const auto right = service.now();
  service.moveClock(-std::chrono::hours(24 * 2000));
  const std::string code = live::save(service);
  service.moveClock(right - service.now());
  service.store().savedProfiles().removeExpired(service.now());
  BOOST_TEST(service.get("/api/v1/profiles/mine", live::bearer(code)).status == 200);
}

BOOST_AUTO_TEST_CASE(a_profile_can_be_changed_under_a_clock_too_far_ahead) {
  const live::LiveService service;
  service.store().clock().confirm(service.now());
  const std::string code = live::save(service);
  service.moveClock(std::chrono::hours(24 * 365));
  const auto changed =
      service.put("/api/v1/profiles/mine", live::changedBody(1, "新名"), live::bearer(code));
  BOOST_TEST(changed.status == 200, changed.body);
  const auto ready = service.get("/health/ready");
  BOOST_TEST(ready.body == R"({"status":"ready","warnings":["clock_ahead"],"unserved":null})");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
