#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/vault/access_code.h"

#include "live/saving.h"
#include "store/on_file_only.h"
#include "support/files.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::allFiles;

const std::string kName = "极密食品有限公司";
const std::string kSecondName = "更名后的公司";

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string symbolsOf(const std::string& code) {
  return vault::AccessCode::read(code)->symbols();
}

/// Takes away what stands behind each `name`, up to `end`.
void cut(std::string& text, std::string_view name, char end) {
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const auto from = at + name.size();
    text.erase(from, std::min(text.find(end, from), text.size()) - from);
  }
}

/// An answer without what differs between any two: id and day.
std::string comparable(const http::test::Reply& reply) {
  std::string text = reply.text;
  // By hand: under the sanitizers g++ 12 warns falsely inside std::regex (GCC bug 105562).
  cut(text, "X-Request-Id: ", '\r');
  cut(text, "Date: ", '\r');
  cut(text, "\"request_id\":\"", '"');
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ProfileSecrecy)

BOOST_AUTO_TEST_CASE(neither_code_nor_company_is_in_a_file_a_log_or_a_metric,
                     *store::test::onFileOnly()) {
  const live::LiveService service;
  const std::string code =
      live::save(service, live::savedBody(kName, R"(,"consent":{"help":true})"));
  BOOST_TEST(service.get(live::kMine, live::bearer(code)).status == 200);
  BOOST_TEST(
      service.put(live::kMine, live::changedBody(1, kSecondName), live::bearer(code)).status ==
      200);
  BOOST_TEST(
      service.put(live::kMine, live::changedBody(1, kSecondName), live::bearer(code)).status ==
      409);
  service.get(live::kMine, live::bearer(live::kWrongCode));
  service.put(live::kMine, R"({"profile":{"company_name":7}})", live::bearer(code));
  const std::string files = allFiles(service.folder());
  // The needle would be found: names and times stand there in plain text.
  BOOST_TEST(
      holds(files, vault::lookupId(*vault::AccessCode::read(code), vault::Purpose::kProfile)));
  const std::string metrics = service.get("/metrics").body;
  for (const std::string& secret :
       {code, symbolsOf(code), kName, kSecondName, std::string(live::kWrongCode),
        std::string("company_name"), std::string("360702")}) {
    // The catalogue that is kept beside them knows the facts and the districts.
    const bool is_in_catalogue = secret == "company_name" || secret == "360702";
    BOOST_TEST((is_in_catalogue || !holds(files, secret)), secret);
    BOOST_TEST(!holds(service.log(), secret), secret);
    BOOST_TEST(!holds(metrics, secret), secret);
  }
  BOOST_TEST(holds(service.log(), "/api/v1/profiles/mine 409"));
}

BOOST_AUTO_TEST_CASE(deleted_and_replaced_profiles_are_in_no_file, *store::test::onFileOnly()) {
  const live::LiveService service;
  const std::string code = live::save(service);
  const auto lookup = vault::lookupId(*vault::AccessCode::read(code), vault::Purpose::kProfile);
  const auto stored = service.store().savedProfiles().find(lookup, service.now());
  BOOST_TEST_REQUIRE(stored.has_value());
  BOOST_TEST(holds(allFiles(service.folder()), stored->sealed));
  BOOST_TEST(service.put(live::kMine, live::changedBody(1, "乙"), live::bearer(code)).status ==
             200);
  BOOST_TEST(!holds(allFiles(service.folder()), stored->sealed));
  BOOST_TEST(!holds(allFiles(service.folder()), stored->key_by_code));
  BOOST_TEST(service.del(live::kMine, live::bearer(code)).status == 204);
  BOOST_TEST(!holds(allFiles(service.folder()), lookup));
}

BOOST_AUTO_TEST_CASE(wrong_malformed_expired_and_deleted_codes_get_the_same_bytes) {
  const live::LiveService service;
  const std::string deleted = live::save(service);
  service.del(live::kMine, live::bearer(deleted));
  const std::string expired = live::save(service);
  service.moveClock(live::kUntilLastSecond + std::chrono::seconds(1));
  const std::string expected = comparable(service.get(live::kMine, live::bearer(live::kWrongCode)));
  BOOST_TEST(holds(expected, " 404 "));
  for (const std::string& code : {deleted, expired, std::string("no code"), std::string(),
                                  deleted + "0", std::string(5'000, 'A')}) {
    BOOST_TEST(comparable(service.get(live::kMine, live::bearer(code))) == expected,
               code.substr(0, 40));
  }
  const std::string from_elsewhere = live::from("198.51.100.1");
  for (const std::string& code :
       {deleted, expired, std::string(live::kWrongCode), std::string("U")}) {
    const std::string headers = live::bearer(code) + from_elsewhere;
    BOOST_TEST(comparable(service.del(live::kMine, headers)) == expected, code);
    BOOST_TEST(
        comparable(service.put(live::kMine, live::changedBody(1, "甲"), headers)) == expected,
        code);
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_code_learns_nothing_of_its_body) {
  const live::LiveService service;
  const auto reply = service.put(live::kMine, "{", live::bearer(live::kWrongCode));
  BOOST_TEST(reply.status == 404);
}

BOOST_AUTO_TEST_CASE(a_profile_that_was_moved_under_another_code_is_not_opened) {
  const live::LiveService service;
  const std::string first = live::save(service, live::savedBody("甲"));
  const std::string second = live::save(service, live::savedBody("乙"));
  store::SavedProfiles& profiles = service.store().savedProfiles();
  const auto lookupOf = [](const std::string& code) {
    return vault::lookupId(*vault::AccessCode::read(code), vault::Purpose::kProfile);
  };
  store::SavedProfile moved = *profiles.find(lookupOf(first), service.now());
  moved.lookup = lookupOf(second);
  BOOST_TEST((profiles.replace(moved, 1, service.now()) == store::SavedProfiles::Change::kDone));
  const auto reply = service.get(live::kMine, live::bearer(second));
  BOOST_TEST(reply.status == 500);
  BOOST_TEST(!holds(reply.text, "甲"));
  BOOST_TEST(!holds(service.log(), moved.lookup));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
