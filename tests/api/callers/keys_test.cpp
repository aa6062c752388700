#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/vault/api_key.h"

#include "http/raw_client.h"
#include "live/live_service.h"
#include "live/saving.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using http::test::Reply;
using live::LiveService;

constexpr std::string_view kPage = "https://bank.example";
constexpr std::string_view kProfile = R"({"profile":{"district":"360702"}})";

store::ApiKeyEntry entryOf(const LiveService& service, const vault::ApiKey& key) {
  store::ApiKeyEntry entry;
  entry.holder = "bank";
  entry.secret = key.kind() == vault::ApiKeyKind::kSecret;
  entry.digest = vault::apiKeyDigest(key);
  entry.hint = key.hint();
  entry.scopes = {"match"};
  if (entry.secret) {
    entry.scopes.emplace_back("profiles");
  } else {
    entry.origins = {std::string(kPage)};
  }
  entry.added_at = service.now();
  entry.expires_at = service.now() + std::chrono::days(30);
  return entry;
}

/// A key that the service knows; its text.
std::string keep(const LiveService& service, vault::ApiKeyKind kind, int points = 0) {
  const auto key = vault::ApiKey::random(kind);
  store::ApiKeyEntry entry = entryOf(service, key);
  entry.points = points;
  BOOST_TEST((service.store().apiKeys().add(entry) == store::ApiKeys::Added::kDone));
  return key.text();
}

std::string keyLine(std::string_view key) {
  return "X-Api-Key: " + std::string(key) + "\r\n";
}

std::string originLine(std::string_view origin) {
  return "Origin: " + std::string(origin) + "\r\n";
}

Reply match(const LiveService& service, const std::string& headers) {
  return service.post("/api/v1/match", kProfile, "application/json", headers);
}

std::string textAt(const Reply& reply, std::string_view pointer) {
  return policycalc::test::textAt(policycalc::test::parse(reply.body), pointer);
}

/// `status code` of a refusal, or the status.
std::string outcome(const Reply& reply) {
  const std::string status = std::to_string(reply.status);
  if (reply.status < 400) return status;
  return status + " " + textAt(reply, "/issues/0/code");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(PartnerKeys)

BOOST_AUTO_TEST_CASE(a_publishable_key_works_only_from_its_pages) {
  const LiveService service;
  const std::string key = keyLine(keep(service, vault::ApiKeyKind::kPublishable));
  BOOST_TEST(outcome(match(service, key + originLine(kPage))) == "200");
  BOOST_TEST(outcome(match(service, key + originLine("https://BANK.example"))) == "200");
  for (const char* origin : {"https://evil.example", "http://bank.example", "null",
                             "https://bank.example:8443", "https://bank.example.evil.example"}) {
    BOOST_TEST(outcome(match(service, key + originLine(origin))) == "403 origin_not_allowed");
  }
  BOOST_TEST(outcome(match(service, key)) == "403 origin_not_allowed");
}

BOOST_AUTO_TEST_CASE(a_page_that_sends_a_secret_key_is_told_that_it_leaked) {
  const LiveService service;
  const std::string key = keyLine(keep(service, vault::ApiKeyKind::kSecret));
  BOOST_TEST(outcome(match(service, key)) == "200");
  const Reply refused = match(service, key + originLine(kPage));
  BOOST_TEST(outcome(refused) == "403 secret_key_in_page");
  BOOST_TEST(refused.header("Access-Control-Allow-Origin") == "*");  // the page can read why
}

BOOST_AUTO_TEST_CASE(texts_that_are_no_keys_are_named_and_unknown_ones_apart) {
  const LiveService service;
  const std::string known = keep(service, vault::ApiKeyKind::kSecret);
  for (const std::string& text : {std::string("secret"), known.substr(1), known + "0",
                                  std::string(4'000, 'A'), std::string("pck_sec_")}) {
    const Reply refused = match(service, keyLine(text));
    BOOST_TEST(outcome(refused) == "401 malformed_key");
    BOOST_TEST(refused.header("WWW-Authenticate") == "ApiKey");
    BOOST_TEST(refused.body.find(text) == std::string::npos);
  }
  const auto other = vault::ApiKey::random(vault::ApiKeyKind::kSecret);
  BOOST_TEST(outcome(match(service, keyLine(other.text()))) == "401 unknown_key");
  BOOST_TEST(outcome(match(service, keyLine(""))) == "401 missing_key");
  BOOST_TEST(service.log().find(known.substr(8, 10)) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_key_ends_when_it_expires_and_at_once_when_it_is_revoked) {
  const LiveService service;
  const std::string key = keyLine(keep(service, vault::ApiKeyKind::kSecret));
  service.moveClock(std::chrono::days(30) - std::chrono::seconds(1));
  BOOST_TEST(outcome(match(service, key)) == "200");
  service.moveClock(std::chrono::seconds(1));
  BOOST_TEST(outcome(match(service, key)) == "401 expired_key");

  const std::string next = keyLine(keep(service, vault::ApiKeyKind::kSecret));
  BOOST_TEST(outcome(match(service, next)) == "200");
  service.store().apiKeys().revoke("bank", "", service.now());
  BOOST_TEST(outcome(match(service, next)) == "401 revoked_key");
}

BOOST_AUTO_TEST_CASE(a_key_that_is_revoked_in_use_ends_within_the_connection) {
  const LiveService service;
  const std::string key = keyLine(keep(service, vault::ApiKeyKind::kSecret));
  const std::string request = "GET /api/v1/facts HTTP/1.1\r\nHost: 127.0.0.1\r\n" + key + "\r\n";
  http::test::RawClient client(service.port());
  client.send(request);
  BOOST_TEST(outcome(client.receive()) == "200");
  service.store().apiKeys().revoke("bank", "", service.now());
  client.send(request);
  BOOST_TEST(outcome(client.receive()) == "401 revoked_key");
}

BOOST_AUTO_TEST_CASE(a_secret_key_in_a_page_is_refused_on_every_operation) {
  const LiveService service;
  const std::string sent = keyLine(keep(service, vault::ApiKeyKind::kSecret)) + originLine(kPage);
  for (const char* path : {"/api/v1/facts", "/api/v1/measures", "/api/v1/key"}) {
    BOOST_TEST(outcome(service.get(path, sent)) == "403 secret_key_in_page", path);
  }
  const Reply saved = service.post("/api/v1/profiles", live::savedBody(), "application/json", sent);
  BOOST_TEST(outcome(saved) == "403 secret_key_in_page");
}

BOOST_AUTO_TEST_CASE(a_key_does_what_its_scopes_say) {
  const LiveService service;
  const std::string page =
      keyLine(keep(service, vault::ApiKeyKind::kPublishable)) + originLine(kPage);
  BOOST_TEST(outcome(service.get("/api/v1/facts", page)) == "200");
  BOOST_TEST(outcome(service.post("/api/v1/profiles", live::savedBody(), "application/json",
                                  page)) == "403 scope_not_granted");
  service.store().apiKeys().revoke("bank", "", service.now());
  const std::string server = keyLine(keep(service, vault::ApiKeyKind::kSecret));
  BOOST_TEST(outcome(service.post("/api/v1/profiles", live::savedBody(), "application/json",
                                  server)) == "201");
}

BOOST_AUTO_TEST_CASE(preflights_pass_for_any_page_as_they_carry_no_key) {
  const LiveService service;
  const Reply preflight =
      service.send("OPTIONS", "/api/v1/match",
                   originLine("https://evil.example") + "Access-Control-Request-Method: POST\r\n" +
                       "Access-Control-Request-Headers: content-type,x-api-key\r\n");
  BOOST_TEST(preflight.status == 204);
  const std::string allowed = preflight.header("Access-Control-Allow-Headers");
  for (const char* header : {"X-Api-Key", "Authorization", "Content-Type", "If-None-Match"}) {
    BOOST_TEST(allowed.find(header) != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(limits_are_told_and_held_for_each_key_by_itself) {
  const LiveService service(CallLimits{.anonymous = 0, .key = 1'000});
  const std::string key = keyLine(keep(service, vault::ApiKeyKind::kSecret, 12));
  const Reply first = match(service, key);
  BOOST_TEST(first.header("RateLimit-Policy") == "\"key\";q=12;w=60");
  BOOST_TEST(first.header("RateLimit") == "\"key\";r=7;t=25");
  BOOST_TEST(match(service, key).header("RateLimit") == "\"key\";r=2;t=50");
  const Reply refused = match(service, key);
  BOOST_TEST(refused.status == 429);
  BOOST_TEST(refused.header("Retry-After") == "15");
  BOOST_TEST(refused.header("RateLimit") == "\"key\";r=2;t=50");
  BOOST_TEST(match(service, "").status == 200);
  service.moveClock(std::chrono::seconds(20));
  BOOST_TEST(match(service, key).status == 200);
}

BOOST_AUTO_TEST_CASE(a_key_without_points_can_still_ask_why) {
  const LiveService service(CallLimits{.anonymous = 0, .key = 1'000});
  const std::string key = keyLine(keep(service, vault::ApiKeyKind::kSecret, 5));
  BOOST_TEST(match(service, key).status == 200);
  BOOST_TEST(match(service, key).status == 429);
  const Reply own = service.get("/api/v1/key", key);
  BOOST_TEST(own.status == 200);
  BOOST_TEST(textAt(own, "/use/requests") == "1");
  BOOST_TEST(textAt(own, "/use/limited") == "1");
}

BOOST_AUTO_TEST_CASE(the_holder_reads_what_the_key_may_do_and_has_done) {
  const LiveService service(CallLimits{.anonymous = 0, .key = 1'000});
  const std::string text = keep(service, vault::ApiKeyKind::kPublishable);
  const std::string key = keyLine(text) + originLine(kPage);
  match(service, key);
  const Reply reply = service.get("/api/v1/key", key);
  BOOST_TEST(reply.status == 200);
  BOOST_TEST(reply.header("Cache-Control") == "no-store");
  BOOST_TEST(textAt(reply, "/holder") == "bank");
  BOOST_TEST(textAt(reply, "/kind") == "publishable");
  BOOST_TEST(textAt(reply, "/hint") == text.substr(0, 12));
  BOOST_TEST(textAt(reply, "/origins/0") == kPage);
  BOOST_TEST(textAt(reply, "/expires_at") == "2026-12-25T08:00:00Z");
  BOOST_TEST(textAt(reply, "/points_per_minute") == "1000");
  BOOST_TEST(textAt(reply, "/use/requests") == "1");
  BOOST_TEST(reply.body.find(text.substr(12)) == std::string::npos);
  BOOST_TEST(outcome(service.get("/api/v1/key")) == "401 missing_key");
}

BOOST_AUTO_TEST_CASE(refusals_are_counted_for_the_operator) {
  const LiveService service(CallLimits{.anonymous = 5, .key = 0});
  match(service, keyLine("nonsense"));
  const std::string away = live::from("192.0.2.1");
  BOOST_TEST(match(service, away).status == 200);
  BOOST_TEST(match(service, away).status == 429);
  const std::string metrics = service.get("/metrics").body;
  for (const char* line : {"policycalc_key_refusals_total{code=\"malformed_key\"} 1\n",
                           "policycalc_key_refusals_total{code=\"unknown_key\"} 0\n",
                           "policycalc_rate_limited_total{caller=\"anonymous\"} 1\n",
                           "policycalc_rate_limited_total{caller=\"key\"} 0\n"}) {
    BOOST_TEST(metrics.find(line) != std::string::npos, line);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
