#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/vault/access_code.h"

#include "live/saving.h"
#include "store/server_database.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

store::SavedProfile storedUnder(const live::LiveService& service, const std::string& code) {
  const auto lookup = vault::lookupId(*vault::AccessCode::read(code), vault::Purpose::kProfile);
  const auto profile = service.store().savedProfiles().find(lookup, service.now());
  BOOST_TEST_REQUIRE(profile.has_value());
  return *profile;
}

struct Agreement {
  std::string consent;
  bool help;
  bool notify;
};

std::ostream& operator<<(std::ostream& out, const Agreement& agreement) {
  return out << '`' << agreement.consent << '`';
}

const std::vector<Agreement> kAgreements = {
    {"", false, false},
    {R"(,"consent":null)", false, false},
    {R"(,"consent":{})", false, false},
    {R"(,"consent":{"help":false,"notify":false})", false, false},
    {R"(,"consent":{"help":true})", true, false},
    {R"(,"consent":{"notify":true})", false, true},
    {R"(,"consent":{"help":true,"notify":true})", true, true},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(SavedProfile)

BOOST_AUTO_TEST_CASE(terms_are_told_before_a_profile_is_saved) {
  const live::LiveService service;
  const auto reply = service.get("/api/v1/profiles/terms");
  BOOST_TEST(reply.status == 200);
  // A server clears what was erased a little later.
  const std::string overwritten = store::test::isBesideServer() ? "false" : "true";
  BOOST_TEST(reply.body == R"({"expires_in_days":[30,90,365],"backup_days":30,"overwritten":)" +
                               overwritten + "}");
}

BOOST_AUTO_TEST_CASE(a_whole_life) {
  const live::LiveService service;
  const auto saved =
      service.post("/api/v1/profiles",
                   live::savedBody("甲", R"(,"as_of":"2026-12-01","needs":["award","trade"])"));
  BOOST_TEST(saved.status == 201, saved.text);
  BOOST_TEST(saved.header("Cache-Control") == "no-store");
  const std::string code = textAt(parse(saved.body), "/code");
  BOOST_TEST(saved.body ==
             R"({"code":")" + code +
                 R"(","revision":1,"saved_at":"2026-11-25T08:00:00Z","expires_on":"2026-12-25",)"
                 R"("consent":{"help":false,"notify":false},"backup_days":30})");

  const auto shown = service.get(live::kMine, live::bearer(code));
  BOOST_TEST(shown.status == 200);
  BOOST_TEST(shown.header("Cache-Control") == "no-store");
  BOOST_TEST(shown.header("ETag").empty());
  const std::string rest = R"("as_of":"2026-12-01","needs":["award","trade"],"catalogue":")" +
                           live::realCatalogue()->hash() +
                           R"(","left_out":[],"renewals":[],"revision":1,)"
                           R"("saved_at":"2026-11-25T08:00:00Z","expires_on":"2026-12-25",)"
                           R"("consent":{"help":false,"notify":false},"backup_days":30})";
  BOOST_TEST(shown.body.substr(shown.body.find(R"("as_of")")) == rest);
  BOOST_TEST(textAt(parse(shown.body), "/profile/company_name") == "甲");
  BOOST_TEST(at(parse(shown.body), "/profile").members.size() == 3U);

  service.moveClock(std::chrono::hours(1));
  const auto changed = service.put(live::kMine, live::changedBody(1, "乙"), live::bearer(code));
  BOOST_TEST(changed.status == 200, changed.text);
  BOOST_TEST(changed.header("Cache-Control") == "no-store");
  BOOST_TEST(changed.body ==
             R"({"revision":2,"saved_at":"2026-11-25T09:00:00Z","expires_on":"2026-12-25",)"
             R"("consent":{"help":false,"notify":false},"backup_days":30})");
  const auto again = parse(service.get(live::kMine, live::bearer(code)).body);
  BOOST_TEST(textAt(again, "/profile/company_name") == "乙");
  BOOST_TEST(at(again, "/as_of").isNull());
  BOOST_TEST(at(again, "/needs").elements.empty());

  const auto deleted = service.del(live::kMine, live::bearer(code));
  BOOST_TEST(deleted.status == 204);
  BOOST_TEST(deleted.body.empty());
  BOOST_TEST(service.get(live::kMine, live::bearer(code)).status == 404);
  BOOST_TEST(service.put(live::kMine, live::changedBody(2, "丙"), live::bearer(code)).status ==
             404);
  BOOST_TEST(service.del(live::kMine, live::bearer(code)).status == 404);
}

BOOST_AUTO_TEST_CASE(a_code_may_be_typed_in_many_ways) {
  const live::LiveService service;
  const std::string code = live::save(service);
  std::string typed;
  for (const char c : code) {
    if (c == '-') {
      typed += ' ';
    } else {
      typed += c == '1' ? 'l' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  BOOST_TEST(service.get(live::kMine, live::bearer(typed)).status == 200);
  BOOST_TEST(service.get(live::kMine, "authorization: bEARER   " + code + "  \r\n").status == 200);
}

BOOST_AUTO_TEST_CASE(a_change_to_an_older_revision_is_refused) {
  const live::LiveService service;
  const std::string code = live::save(service);
  BOOST_TEST(service.put(live::kMine, live::changedBody(1, "先"), live::bearer(code)).status ==
             200);
  for (const int revision : {1, 3}) {
    const auto second =
        service.put(live::kMine, live::changedBody(revision, "后"), live::bearer(code));
    BOOST_TEST(second.status == 409);
    BOOST_TEST(second.header("Content-Type") == "application/problem+json");
    BOOST_TEST(textAt(parse(second.body), "/title") == "内容冲突");
  }
  const auto shown = parse(service.get(live::kMine, live::bearer(code)).body);
  BOOST_TEST(textAt(shown, "/profile/company_name") == "先");
  BOOST_TEST(textAt(shown, "/revision") == "2");
  BOOST_TEST(service.put(live::kMine, live::changedBody(2, "后"), live::bearer(code)).status ==
             200);
}

BOOST_AUTO_TEST_CASE(it_is_there_until_the_end_of_its_last_day_in_china) {
  const live::LiveService service;
  const std::string code = live::save(service);
  service.moveClock(live::kUntilLastSecond - std::chrono::seconds(1));
  BOOST_TEST(service.get(live::kMine, live::bearer(code)).status == 200);
  service.moveClock(std::chrono::seconds(1));
  BOOST_TEST(service.get(live::kMine, live::bearer(code)).status == 200);
  service.moveClock(std::chrono::seconds(1));
  BOOST_TEST(service.get(live::kMine, live::bearer(code)).status == 404);
  BOOST_TEST(service.put(live::kMine, live::changedBody(1, "甲"), live::bearer(code)).status ==
             404);
  BOOST_TEST(service.del(live::kMine, live::bearer(code)).status == 404);
}

BOOST_AUTO_TEST_CASE(a_change_may_keep_it_longer_or_leave_its_expiry) {
  const live::LiveService service;
  const std::string code = live::save(service);
  service.moveClock(std::chrono::days(10));
  const auto same = service.put(live::kMine, live::changedBody(1, "甲"), live::bearer(code));
  BOOST_TEST(textAt(parse(same.body), "/expires_on") == "2026-12-25");
  const auto longer = service.put(
      live::kMine, live::changedBody(2, "甲", R"(,"expires_in_days":365)"), live::bearer(code));
  BOOST_TEST(textAt(parse(longer.body), "/expires_on") == "2027-12-05");
  service.moveClock(std::chrono::days(100));
  BOOST_TEST(service.get(live::kMine, live::bearer(code)).status == 200);
}

BOOST_DATA_TEST_CASE(only_consent_gives_the_service_a_key, kAgreements, agreement) {
  const live::LiveService service;
  const std::string code = live::save(service, live::savedBody("甲", agreement.consent));
  const store::SavedProfile stored = storedUnder(service, code);
  BOOST_TEST(stored.may_help == agreement.help);
  BOOST_TEST(stored.may_notify == agreement.notify);
  BOOST_TEST(stored.key_by_service.empty() == !(agreement.help || agreement.notify));
  if (stored.key_by_service.empty()) return;
  const auto key = vault::unwrap(stored.key_by_service, service.serviceKey(), stored.lookup);
  BOOST_TEST_REQUIRE(key.has_value());
  BOOST_TEST(vault::open(stored.sealed, *key, stored.lookup).has_value());
}

BOOST_AUTO_TEST_CASE(consent_can_be_withdrawn_and_otherwise_stays) {
  const live::LiveService service;
  const std::string code =
      live::save(service, live::savedBody("甲", R"(,"consent":{"help":true})"));
  const store::SavedProfile before = storedUnder(service, code);
  BOOST_TEST(service.put(live::kMine, live::changedBody(1, "乙"), live::bearer(code)).status ==
             200);
  BOOST_TEST(!storedUnder(service, code).key_by_service.empty());
  BOOST_TEST(storedUnder(service, code).may_help);
  BOOST_TEST(service
                 .put(live::kMine, live::changedBody(2, "丙", R"(,"consent":{"help":false})"),
                      live::bearer(code))
                 .status == 200);
  const store::SavedProfile after = storedUnder(service, code);
  BOOST_TEST(after.key_by_service.empty());
  BOOST_TEST(!after.may_help);
  // The key that the service had opens nothing of what is stored now.
  const auto old_key = vault::unwrap(before.key_by_service, service.serviceKey(), before.lookup);
  BOOST_TEST_REQUIRE(old_key.has_value());
  BOOST_TEST(!vault::open(after.sealed, *old_key, after.lookup).has_value());
}

BOOST_AUTO_TEST_CASE(one_consent_is_changed_without_the_other) {
  const live::LiveService service;
  const std::string code =
      live::save(service, live::savedBody("甲", R"(,"consent":{"help":true})"));
  BOOST_TEST(service
                 .put(live::kMine, live::changedBody(1, "乙", R"(,"consent":{"notify":true})"),
                      live::bearer(code))
                 .status == 200);
  BOOST_TEST(storedUnder(service, code).may_help);
  BOOST_TEST(storedUnder(service, code).may_notify);
}

BOOST_AUTO_TEST_CASE(two_codes_open_two_profiles) {
  const live::LiveService service;
  const std::string first = live::save(service, live::savedBody("甲"));
  const std::string second = live::save(service, live::savedBody("乙"));
  BOOST_TEST(first != second);
  service.del(live::kMine, live::bearer(first));
  const auto shown = service.get(live::kMine, live::bearer(second));
  BOOST_TEST(textAt(parse(shown.body), "/profile/company_name") == "乙");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
