#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/helped.h"
#include "live/saving.h"
#include "support/files.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

/// A company saved by its owner, for 30 days; `help` lets staff open it.
std::string saved(const live::LiveService& service, bool help,
                  const std::string& name = "红星家具厂") {
  return live::save(service, live::savedBody(name, help ? R"(,"consent":{"help":true})" : ""));
}

Reply byCode(Browser& browser, const std::string& code, const std::string& body = byCodeBody()) {
  return browser.send("POST", "/applicants", body, live::bearer(code));
}

Reply searchByCode(Browser& browser, const std::string& code) {
  return browser.send("GET", "/applicants", "", live::bearer(code));
}

std::string refusalOrStatus(const Reply& reply) {
  return reply.status == 200 ? "200" : refusalOf(reply);
}

struct Window {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
};

/// Opens a matter of the applicant and gives its id.
std::int64_t openMatter(const live::LiveService& service, std::int64_t applicant_id) {
  store::Matter what;
  what.reference = "ABCD2345";
  what.applicant_id = applicant_id;
  what.measure = live::realCatalogue()->measures().front()->id;
  what.catalogue = live::realCatalogue()->hash();
  what.county = kZhanggong;
  what.unit = live::realCatalogue()->registry().units().front().id;
  return service.store().matters().open(what, {}, {1, "", service.now()}).id;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskAuthorisations)

BOOST_FIXTURE_TEST_CASE(by_code_the_saved_profile_is_taken_over_as_declared, Window) {
  const std::string code = saved(service, true);
  const Reply added = byCode(clerk, code);
  BOOST_TEST(added.status == 201, added.text);
  const json::Value body = bodyOf(added);
  BOOST_TEST(textAt(body, "/name") == "红星家具厂");
  BOOST_TEST(textAt(body, "/profile/employees") == "8");
  BOOST_TEST(textAt(body, "/provenance/employees/by") == "declared");
  BOOST_TEST(textAt(body, "/authorisation/given") == "code");
  BOOST_TEST(textAt(body, "/authorisation/until") == "2026-12-25");
  BOOST_TEST(byCode(clerk, saved(service, true), byCodeBody(R"(,"name":"另名")")).status == 201);
}

BOOST_FIXTURE_TEST_CASE(the_number_of_the_text_is_kept_with_the_authorisation, Window) {
  const auto with = [](const std::string& number) {
    return R"({"given":"paper","for_matters":true,"given_by":"王经理","days":30,"text_number":)" +
           number + "}";
  };
  const auto add = [&](const std::string& number) {
    return clerk.post(
        "/applicants",
        R"({"name":"红星家具厂","profile":{},"verified":[],"authorisation":)" + with(number) + "}");
  };
  BOOST_TEST(refusalOf(add("\"SQ-1999-9\"")) == "400 wrong_value /authorisation/text_number");
  BOOST_TEST(refusalOf(add("1")) == "400 wrong_type /authorisation/text_number");
  const Reply added = add("\"SQ-2026-1\"");
  BOOST_TEST_REQUIRE(added.status == 201, added.text);
  BOOST_TEST(textAt(bodyOf(added), "/authorisation/text_number") == "SQ-2026-1");
  const Reply renewed = clerk.put("/applicants/1/authorisation", with("null"));
  BOOST_TEST_REQUIRE(renewed.status == 200, renewed.text);
  BOOST_TEST(textAt(bodyOf(renewed), "/authorisation/text_number") == "");
}

BOOST_FIXTURE_TEST_CASE(an_authorisation_by_code_never_outlasts_the_profile, Window) {
  const auto until = [&](const std::string& days) {
    const std::string code = saved(service, true);
    const Reply added =
        byCode(clerk, code,
               R"({"is_another":true,"authorisation":)" + authorisation("code", false, days) + "}");
    return textAt(bodyOf(added), "/authorisation/until");
  };
  BOOST_TEST(until("") == "2026-12-25");
  BOOST_TEST(until(",\"days\":365") == "2026-12-25");
  BOOST_TEST(until(",\"days\":30") == "2026-12-25");
  const std::string code = live::save(
      service,
      R"({"profile":{"company_name":"甲"},"expires_in_days":365,"consent":{"help":true}})");
  const Reply added = byCode(
      clerk, code, R"({"authorisation":)" + authorisation("code", false, ",\"days\":90") + "}");
  BOOST_TEST(textAt(bodyOf(added), "/authorisation/until") == "2027-02-23");
}

BOOST_FIXTURE_TEST_CASE(without_the_owners_consent_the_profile_stays_closed, Window) {
  const std::string code = saved(service, false, "极密公司");
  const Reply refused = byCode(clerk, code);
  BOOST_TEST(refusalOf(refused) == "403 no_consent ");
  BOOST_TEST(refused.body.find("极密公司") == std::string::npos);
  const Reply asked = searchByCode(clerk, code);
  BOOST_TEST(asked.status == 200);
  BOOST_TEST(!at(bodyOf(asked), "/saved/may_help").boolean);
  BOOST_TEST(asked.body.find("极密公司") == std::string::npos);
  const std::string path = help(clerk);
  BOOST_TEST(codeOf(clerk.send("PUT", path + "/authorisation", authorisation("code"),
                               live::bearer(code))) == "no_consent");
}

BOOST_FIXTURE_TEST_CASE(consent_to_be_notified_does_not_open_the_profile, Window) {
  const std::string code =
      live::save(service, live::savedBody("甲", R"(,"consent":{"notify":true})"));
  BOOST_TEST(codeOf(byCode(clerk, code)) == "no_consent");
}

BOOST_FIXTURE_TEST_CASE(a_missing_or_wrong_code_opens_nothing_and_is_slowed_down, Window) {
  BOOST_TEST(refusalOf(clerk.post("/applicants", byCodeBody())) == "400 missing_code ");
  BOOST_TEST(clerk.get("/session").status == 200);  // the session goes on
  const std::string code = saved(service, true);
  for (int i = 0; i < 3; ++i) {
    BOOST_TEST(byCode(clerk, std::string(live::kWrongCode)).status == 404);
    BOOST_TEST(searchByCode(clerk, "no code").status == 404);
    BOOST_TEST(
        service.get(live::kMine, live::bearer(live::kWrongCode) + live::from("192.0.2.1")).status ==
        404);
  }
  BOOST_TEST(byCode(clerk, std::string(live::kWrongCode)).status == 404);
  // Ten a minute, at all endpoints together.
  const Reply slowed = byCode(clerk, code);
  BOOST_TEST(slowed.status == 429);
  BOOST_TEST(slowed.header("Retry-After") != "");
  BOOST_TEST(searchByCode(clerk, code).status == 429);
  service.moveClock(std::chrono::minutes(1));
  BOOST_TEST(byCode(clerk, code).status == 201);
}

BOOST_FIXTURE_TEST_CASE(by_code_the_body_has_neither_profile_nor_marks, Window) {
  const std::string code = saved(service, true);
  BOOST_TEST(refusalOf(byCode(clerk, code, byCodeBody(R"(,"profile":{"employees":1})"))) ==
             "400 unknown_field /profile");
  BOOST_TEST(refusalOf(byCode(clerk, code, byCodeBody(R"(,"verified":["employees"])"))) ==
             "400 unknown_field /verified");
  const std::string nameless = live::save(
      service, R"({"profile":{"employees":3},"expires_in_days":30,"consent":{"help":true}})");
  BOOST_TEST(refusalOf(byCode(clerk, nameless)) == "400 missing_field /name");
  BOOST_TEST(byCode(clerk, nameless, byCodeBody(R"(,"name":"甲")")).status == 201);
  const std::string turned = saved(service, true, "a\\u202eb");
  BOOST_TEST(refusalOf(byCode(clerk, turned)) == "400 missing_field /name");
}

BOOST_FIXTURE_TEST_CASE(a_code_finds_its_applicants, Window) {
  const std::string code = saved(service, true);
  BOOST_TEST(at(bodyOf(searchByCode(clerk, code)), "/applicants").elements.empty());
  byCode(clerk, code);
  help(clerk);
  const json::Value found = bodyOf(searchByCode(clerk, code));
  BOOST_TEST(at(found, "/applicants").elements.size() == 1U);
  BOOST_TEST(textAt(found, "/applicants/0/name") == "红星家具厂");
  BOOST_TEST(textAt(found, "/saved/expires_on") == "2026-12-25");
  Browser other = signedInAt(service, "li", "clerk", kNankang);
  BOOST_TEST(at(bodyOf(searchByCode(other, code)), "/applicants").elements.empty());
}

BOOST_FIXTURE_TEST_CASE(a_county_helps_once_under_a_code, Window) {
  const std::string code = saved(service, true);
  BOOST_TEST(byCode(clerk, code).status == 201);
  BOOST_TEST(refusalOf(byCode(clerk, code)) == "409 applicant_exists ");
  Browser other = signedInAt(service, "li", "clerk", kNankang);
  BOOST_TEST(byCode(other, code).status == 201);
  // Both end when the owner no longer authorises staff.
  BOOST_TEST(service.del(live::kMine, live::bearer(code)).status == 204);
  BOOST_TEST(clerk.get("/applicants/1").status == 404);
  BOOST_TEST(other.get("/applicants/2").status == 404);
}

BOOST_FIXTURE_TEST_CASE(consent_that_the_owner_takes_back_ends_it_at_once, Window) {
  const std::string code = saved(service, true);
  const std::string path = "/applicants/" + textAt(bodyOf(byCode(clerk, code)), "/id");
  const std::int64_t matter_id = openMatter(service, 1);
  BOOST_TEST(clerk.get(path).status == 200);
  const std::string sealed = service.store().applicants().find(1, service.now())->sealed;
  const std::string body = live::changedBody(1, "甲", R"(,"consent":{"help":false})");
  BOOST_TEST(service.put(live::kMine, body, live::bearer(code)).status == 200);
  BOOST_TEST(refusalOf(clerk.get(path)) == "404 no_applicant ");
  BOOST_TEST(clerk.get(path + "/match").status == 404);
  BOOST_TEST(clerk.put(path, changedApplicant(1, "{}")).status == 404);
  BOOST_TEST(policycalc::test::allFiles(service.folder()).find(sealed) == std::string::npos);
  const auto closed = service.store().matters().find(matter_id, service.now());
  BOOST_TEST_REQUIRE(closed.has_value());
  BOOST_TEST((closed->matter.state == MatterState::kWithdrawn));
  BOOST_TEST(closed->matter.erased);
  BOOST_TEST(closed->matter.sealed_name == "");
  // Agreeing again brings nothing back.
  service.put(live::kMine, live::changedBody(2, "甲", R"(,"consent":{"help":true})"),
              live::bearer(code));
  BOOST_TEST(clerk.get(path).status == 404);
}

BOOST_FIXTURE_TEST_CASE(a_profile_that_its_owner_deletes_ends_it_at_once, Window) {
  const std::string code = saved(service, true);
  const std::string path = "/applicants/" + textAt(bodyOf(byCode(clerk, code)), "/id");
  const std::string other = help(clerk);
  const std::string sealed = service.store().applicants().find(1, service.now())->sealed;
  BOOST_TEST(service.del(live::kMine, live::bearer(code)).status == 204);
  BOOST_TEST(clerk.get(path).status == 404);
  BOOST_TEST(policycalc::test::allFiles(service.folder()).find(sealed) == std::string::npos);
  BOOST_TEST(clerk.get(other).status == 200);
}

BOOST_FIXTURE_TEST_CASE(a_change_that_keeps_the_consent_keeps_the_authorisation, Window) {
  const std::string code = saved(service, true);
  const std::string path = "/applicants/" + textAt(bodyOf(byCode(clerk, code)), "/id");
  BOOST_TEST(service.put(live::kMine, live::changedBody(1, "甲"), live::bearer(code)).status ==
             200);
  BOOST_TEST(clerk.get(path).status == 200);
}

BOOST_FIXTURE_TEST_CASE(withdrawing_tells_what_is_erased_and_what_stays, Window) {
  const std::string path = help(clerk);
  openMatter(service, 1);
  const std::string sealed = service.store().applicants().find(1, service.now())->sealed;
  const Reply withdrawn = clerk.del(path + "/authorisation");
  BOOST_TEST(withdrawn.status == 200);
  const json::Value body = bodyOf(withdrawn);
  BOOST_TEST(textAt(body, "/matters_withdrawn") == "1");
  BOOST_TEST(textAt(body, "/erased/0") == "name");
  BOOST_TEST(at(body, "/kept").elements.size() == 8U);
  BOOST_TEST(refusalOf(clerk.get(path)) == "404 no_applicant ");
  BOOST_TEST(refusalOf(clerk.del(path + "/authorisation")) == "404 no_applicant ");
  BOOST_TEST(refusalOf(clerk.put(path + "/authorisation", authorisation())) == "404 no_applicant ");
  BOOST_TEST(policycalc::test::allFiles(service.folder()).find(sealed) == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(renewing_puts_another_authorisation_in_its_place, Window) {
  const std::string path = help(clerk);
  Browser li = signedInAt(service, "li", "clerk", kZhanggong);
  const Reply renewed =
      li.put(path + "/authorisation", authorisation("screen", false, ",\"days\":90"));
  BOOST_TEST(renewed.status == 200);
  const json::Value body = bodyOf(renewed);
  BOOST_TEST(textAt(body, "/authorisation/until") == "2027-02-23");
  BOOST_TEST(textAt(body, "/authorisation/given") == "screen");
  BOOST_TEST(!at(body, "/authorisation/for_matters").boolean);
  BOOST_TEST(textAt(body, "/authorisation/recorded_by/name") == "工作人员li");
  BOOST_TEST(textAt(body, "/profile/employees") == "8");
  const std::string code = saved(service, true);
  const Reply by_code =
      li.send("PUT", path + "/authorisation", authorisation("code", true, ""), live::bearer(code));
  BOOST_TEST(textAt(bodyOf(by_code), "/authorisation/until") == "2026-12-25");
  BOOST_TEST(textAt(bodyOf(by_code), "/name") == "赣州甲食品有限公司");
  BOOST_TEST(service.del(live::kMine, live::bearer(code)).status == 204);
  BOOST_TEST(li.get(path).status == 404);
}

BOOST_FIXTURE_TEST_CASE(another_companys_code_does_not_authorise, Window) {
  const auto coded = [](const std::string& credit_code) {
    return R"({"credit_code":")" + credit_code + "\"}";
  };
  const std::string path = help(clerk, helpedBody("甲", coded(kCreditCode)));
  const auto renewedBy = [&](const std::string& code) {
    return refusalOrStatus(clerk.send("PUT", path + "/authorisation",
                                      authorisation("code", true, ""), live::bearer(code)));
  };
  const auto savedWith = [&](const std::string& facts) {
    return live::save(
        service, R"({"profile":)" + facts + R"(,"expires_in_days":30,"consent":{"help":true}})");
  };
  BOOST_TEST(renewedBy(savedWith(coded("91350100M000100Y43"))) == "409 other_company ");
  const std::string own = savedWith(coded(kCreditCode));
  BOOST_TEST(renewedBy(own) == "200");
  BOOST_TEST(renewedBy(own) == "200");
  // A code that authorises one applicant cannot authorise a second.
  const std::string nameless = savedWith(R"({"company_name":"乙"})");
  BOOST_TEST(byCode(clerk, nameless).status == 201);
  BOOST_TEST(renewedBy(nameless) == "409 applicant_exists ");
}

BOOST_FIXTURE_TEST_CASE(faults_of_an_authorisation_are_told_with_their_place, Window) {
  const std::string path = help(clerk) + "/authorisation";
  const auto refused = [&](const std::string& body) { return refusalOf(clerk.put(path, body)); };
  BOOST_TEST(refused("[]") == "400 wrong_type ");
  BOOST_TEST(refused(authorisation("paper", true, "")) == "400 missing_field /days");
  BOOST_TEST(refused(authorisation("oral")) == "400 wrong_value /given");
  BOOST_TEST(refused(authorisation("paper", true, ",\"days\":31")) == "400 wrong_value /days");
  BOOST_TEST(refused(authorisation("paper", true, ",\"days\":30,\"revision\":1")) ==
             "400 unknown_field /revision");
  BOOST_TEST(refused(R"({"given":"paper","given_by":"王","days":30})") ==
             "400 missing_field /for_matters");
  BOOST_TEST(refused(R"({"given":"paper","for_matters":true,"days":30})") ==
             "400 missing_field /given_by");
  BOOST_TEST(refused(authorisation("code", true, "")) == "400 missing_code ");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
