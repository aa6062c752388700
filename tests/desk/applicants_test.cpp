#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "desk/helped.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;
using policycalc::test::at;
using policycalc::test::textAt;

/// The names that a search finds, in their order.
std::string found(const Browser& browser, const std::string& query) {
  std::string names;
  for (const json::Value& each :
       at(bodyOf(browser.get("/applicants" + query)), "/applicants").elements) {
    names += (names.empty() ? "" : ",") + textAt(each, "/name");
  }
  return names;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskApplicants)

BOOST_AUTO_TEST_CASE(a_new_applicant_is_shown_with_where_each_fact_comes_from) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const Reply added = clerk.post(
      "/applicants",
      helpedBody("甲公司", R"({"district":"360702","employees":8})", R"(["employees"])"));
  BOOST_TEST(added.status == 201);
  const json::Value body = bodyOf(added);
  BOOST_TEST(textAt(body, "/name") == "甲公司");
  BOOST_TEST(textAt(body, "/contact") == "13800000000");
  BOOST_TEST(textAt(body, "/county/code") == kZhanggong);
  BOOST_TEST(textAt(body, "/county/name") == "章贡区");
  BOOST_TEST(textAt(body, "/revision") == "1");
  BOOST_TEST(textAt(body, "/profile/employees") == "8");
  BOOST_TEST(textAt(body, "/provenance/employees/by") == "verified");
  BOOST_TEST(textAt(body, "/provenance/district/by") == "declared");
  BOOST_TEST(textAt(body, "/provenance/district/staff/name") == "工作人员wang");
  BOOST_TEST(textAt(body, "/provenance/district/at") == "2026-11-25T08:00:00Z");
  BOOST_TEST(textAt(body, "/authorisation/given") == "paper");
  BOOST_TEST(textAt(body, "/authorisation/given_by") == "王经理");
  BOOST_TEST(textAt(body, "/authorisation/until") == "2026-12-25");
  BOOST_TEST(textAt(body, "/authorisation/recorded_by/name") == "工作人员wang");
  const std::string shown = clerk.get("/applicants/1").body;
  BOOST_TEST(shown.substr(0, shown.size() - 1) + R"(,"same_name":0})" == added.body);
}

BOOST_AUTO_TEST_CASE(a_units_supervisor_sees_applicants_only_through_matters) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk);
  const Browser chief = signedInAt(service, "chief", "supervisor", "", "gz-market-regulation");
  BOOST_TEST(found(chief, "") == "");
  BOOST_TEST(chief.get(path).status == 404);
  const Browser of_all = signedInAt(service, "of.all", "supervisor", "");
  BOOST_TEST(found(of_all, "") != "");
  BOOST_TEST(of_all.get(path).status == 200);
}

BOOST_AUTO_TEST_CASE(a_record_that_cannot_be_opened_does_not_hide_others) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  help(clerk, helpedBody("甲公司"));
  store::Applicant changed;
  changed.county = kZhanggong;
  changed.key_by_service = changed.sealed_name = changed.sealed = "changed by somebody";
  changed.authorisation.given = AuthorisationWay::kPaper;
  changed.authorisation.for_matters = true;
  changed.authorisation.until = service.now() + std::chrono::days(1);
  const store::Actor actor{.staff_id = 1, .address = {}, .at = service.now()};
  const auto id = service.store().applicants().add(changed, actor);
  BOOST_REQUIRE(id.has_value());
  store::Matter matter;
  matter.reference = "CHANGED1";
  matter.applicant_id = *id;
  matter.measure = "11.1.1a";
  matter.county = kZhanggong;
  matter.unit = "gz-market-regulation";
  BOOST_TEST(service.store().matters().open(matter, {}, actor).id != 0);
  const std::string names = found(clerk, "");
  BOOST_TEST(names.find("甲公司") != std::string::npos, names);
  BOOST_TEST(names.find("cannot be opened") != std::string::npos, names);
  const Reply queue = clerk.get("/matters");
  BOOST_TEST(queue.status == 200);
  BOOST_TEST(textAt(bodyOf(queue), "/matters/0/reference") == "CHANGED1");
  BOOST_TEST(clerk.get("/matters.csv").status == 200);
}

BOOST_AUTO_TEST_CASE(it_is_there_to_the_last_second_of_its_authorisation) {
  DeskOptions hall = live::quickDesk();
  hall.idle = hall.absolute = std::chrono::days(40);
  const live::LiveService service(hall);
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk);
  service.moveClock(std::chrono::days(30) + std::chrono::hours(8) - std::chrono::seconds(1));
  BOOST_TEST(clerk.get(path).status == 200);
  service.moveClock(std::chrono::seconds(1));
  BOOST_TEST(refusalOf(clerk.get(path)) == "404 no_applicant ");
  BOOST_TEST(found(clerk, "") == "");
}

BOOST_AUTO_TEST_CASE(an_applicant_of_another_county_is_answered_like_a_missing_one) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk);
  for (Browser other : {signedInAt(service, "li", "clerk", kNankang),
                        signedInAt(service, "zhao", "supervisor", kNankang)}) {
    const auto same = [&](const char* method, const std::string& part, const std::string& body) {
      const Reply there = other.send(method, path + part, body);
      const Reply nothing = other.send(method, "/applicants/999999" + part, body);
      BOOST_TEST(there.status == 404, method << part);
      BOOST_TEST(codeOf(there) == "no_applicant", method << part);
      BOOST_TEST(textAt(bodyOf(there), "/detail") == textAt(bodyOf(nothing), "/detail"));
      BOOST_TEST(there.body.size() == nothing.body.size());
    };
    same("GET", "", "");
    same("GET", "/match", "");
    same("PUT", "", changedApplicant(1, "{}"));
    same("PUT", "", "not even JSON");
    same("PUT", "/authorisation", authorisation());
    same("DELETE", "/authorisation", "");
    BOOST_TEST(found(other, "") == "");
    BOOST_TEST(found(other, "?q=%E7%94%B2") == "");
  }
  BOOST_TEST(clerk.get(path).status == 200);
}

BOOST_AUTO_TEST_CASE(supervisors_see_their_county_or_all) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  Browser other = signedInAt(service, "li", "clerk", kNankang);
  const std::string here = help(clerk, helpedBody("甲"));
  const std::string there = help(other, helpedBody("乙"));
  const Browser all = signedInAt(service, "zhao", "supervisor", "");
  BOOST_TEST(all.get(here).status == 200);
  BOOST_TEST(all.get(there).status == 200);
  BOOST_TEST(found(all, "") == "乙,甲");
  const Browser one = signedInAt(service, "qian", "supervisor", kNankang);
  BOOST_TEST(one.get(here).status == 404);
  BOOST_TEST(one.get(there).status == 200);
}

BOOST_AUTO_TEST_CASE(only_a_seat_without_a_county_chooses_one) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  Browser all = signedInAt(service, "zhao", "supervisor", "");
  const auto with = [](const std::string& county) {
    return helpedBody("甲", "{}", "[]", ",\"county\":" + county);
  };
  BOOST_TEST(refusalOf(all.post("/applicants", with("null"))) == "400 missing_field /county");
  BOOST_TEST(refusalOf(all.post("/applicants", with("\"110000\""))) == "400 wrong_value /county");
  BOOST_TEST(refusalOf(clerk.post("/applicants", with("\"360703\""))) == "400 wrong_value /county");
  BOOST_TEST(clerk.post("/applicants", with("\"360702\"")).status == 201);
  const Reply added = all.post("/applicants", with("\"360703\""));
  BOOST_TEST(added.status == 201);
  BOOST_TEST(textAt(bodyOf(added), "/county/code") == kNankang);
}

BOOST_AUTO_TEST_CASE(other_spellings_of_an_id_and_guesses_are_not_found) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  Browser other = signedInAt(service, "li", "clerk", kNankang);
  for (int i = 0; i < 3; ++i) help(other, helpedBody("别人"));
  const std::string mine = help(clerk);
  BOOST_TEST(mine == "/applicants/4");
  BOOST_TEST(clerk.get(mine).status == 200);
  for (const std::string id : {"1",
                               "2",
                               "3",
                               "5",
                               "0",
                               "-1",
                               "-4",
                               "+4",
                               "04",
                               "004",
                               "4.0",
                               "4e0",
                               "0x4",
                               "%204",
                               "4%20",
                               "99999999999999999999",
                               "9223372036854775807",
                               "9223372036854775808",
                               "abc",
                               "%27%20OR%201=1",
                               "4;",
                               "%EF%BC%94"}) {
    const Reply reply = clerk.get("/applicants/" + id);
    BOOST_TEST(reply.status == 404, id);
    BOOST_TEST(codeOf(reply) == "no_applicant", id);
    BOOST_TEST(clerk.get("/applicants/" + id + "/match").status == 404, id);
    BOOST_TEST(clerk.del("/applicants/" + id + "/authorisation").status == 404, id);
  }
  BOOST_TEST(clerk.get(mine).status == 200);
}

BOOST_AUTO_TEST_CASE(parts_of_names_and_whole_credit_codes_are_found) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  help(clerk,
       helpedBody("赣州红星家具厂", R"({"credit_code":")" + std::string(kCreditCode) + "\"}"));
  service.moveClock(std::chrono::seconds(1));
  help(clerk, helpedBody("ACME Foods"));
  BOOST_TEST(found(clerk, "") == "ACME Foods,赣州红星家具厂");
  BOOST_TEST(found(clerk, "?q=%E7%BA%A2%E6%98%9F") == "赣州红星家具厂");
  BOOST_TEST(found(clerk, "?q=acme") == "ACME Foods");
  BOOST_TEST(found(clerk, "?q=%20me%20f%20") == "ACME Foods");
  BOOST_TEST(found(clerk, std::string("?q=") + kCreditCode) == "赣州红星家具厂");
  BOOST_TEST(found(clerk, "?q=91360702%201922-038219") == "赣州红星家具厂");
  BOOST_TEST(found(clerk, "?q=91360702192203821") == "");  // a part of a code does not match
  BOOST_TEST(found(clerk, "?q=%25") == "");
  BOOST_TEST(found(clerk, "?q=_") == "");
  BOOST_TEST(refusalOf(clerk.get("/applicants?name=a")) == "400 unknown_parameter ?name");
  BOOST_TEST(refusalOf(clerk.get("/applicants?q=a&q=b")) == "400 duplicate_parameter ?q");
}

BOOST_AUTO_TEST_CASE(a_search_tells_fifty_and_that_there_are_more) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  for (int i = 0; i < 50; ++i) help(clerk, helpedBody("甲" + std::to_string(i), "{}"));
  json::Value body = bodyOf(clerk.get("/applicants"));
  BOOST_TEST(at(body, "/applicants").elements.size() == 50U);
  BOOST_TEST(!at(body, "/more").boolean);
  help(clerk, helpedBody("甲50", "{}"));
  body = bodyOf(clerk.get("/applicants?q="));
  BOOST_TEST(at(body, "/applicants").elements.size() == 50U);
  BOOST_TEST(at(body, "/more").boolean);
  BOOST_TEST(textAt(body, "/applicants/0/until") == "2026-12-25");
  BOOST_TEST(textAt(body, "/applicants/0/open_matters") == "0");
  BOOST_TEST(at(body, "/applicants/0/for_matters").boolean);
}

BOOST_AUTO_TEST_CASE(a_county_keeps_a_company_once_and_names_it_to_its_own_window) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  Browser other = signedInAt(service, "li", "clerk", kNankang);
  const auto named = [](const std::string& name, const std::string& code) {
    return helpedBody(name, R"({"credit_code":")" + code + "\"}");
  };
  help(clerk, named("极密公司", kCreditCode));
  for (const std::string code :
       {"913607021922038219", " 91360702-1922038219", "９１３６０７０２１９２２０３８２１９",
        "91360702\u200B1922038219\uFEFF"}) {
    const Reply again = clerk.post("/applicants", named("乙", code));
    BOOST_TEST(refusalOf(again) == "409 applicant_exists /profile/credit_code", again.text);
    BOOST_TEST(textAt(bodyOf(again), "/applicants/0/name") == "极密公司");
  }
  BOOST_TEST(other.post("/applicants", named("乙", kCreditCode)).status == 201);
  const std::string third = help(clerk, helpedBody("丙"));
  const Reply changed = clerk.put(
      third, changedApplicant(1, R"({"credit_code":")" + std::string(kCreditCode) + "\"}"));
  BOOST_TEST(refusalOf(changed) == "409 applicant_exists /profile/credit_code");
  BOOST_TEST(textAt(bodyOf(clerk.get(third)), "/revision") == "1");
}

BOOST_AUTO_TEST_CASE(the_desk_gives_the_same_match_as_the_public_page) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string profile = R"({"district":"360702","employees":8,"annual_revenue":300000})";
  const std::string path = help(clerk, helpedBody("甲", profile));
  const Reply match = clerk.get(path + "/match?as_of=2026-12-01");
  BOOST_TEST(match.status == 200);
  BOOST_TEST(match.body ==
             service
                 .post("/api/v1/match",
                       R"({"detail":"full","as_of":"2026-12-01","profile":)" + profile + "}")
                 .body);
  BOOST_TEST(textAt(policycalc::test::parse(clerk.get(path + "/match").body), "/as_of") ==
             "2026-11-25");
  BOOST_TEST(refusalOf(clerk.get(path + "/match?as_of=2026-02-30")) == "400 wrong_value ?as_of");
  BOOST_TEST(refusalOf(clerk.get(path + "/match?as=1")) == "400 unknown_parameter ?as");
  BOOST_TEST(refusalOf(clerk.get(path + "?as_of=2026-12-01")) == "400 unknown_parameter ?as_of");
}

BOOST_AUTO_TEST_CASE(every_fault_of_a_body_is_told_with_its_place) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const auto refused = [&](const std::string& body) {
    return refusalOf(clerk.post("/applicants", body));
  };
  const auto led = [&](const std::string& object) {
    return refused(R"({"name":"甲","profile":{},"verified":[],"authorisation":)" + object + "}");
  };
  const auto given = [](const std::string& days) { return authorisation("paper", true, days); };
  BOOST_TEST(refused("{") == "400 syntax ");
  BOOST_TEST(refused("[]") == "400 wrong_type ");
  BOOST_TEST(refused(R"({"name":"甲","name":"乙"})") == "400 duplicate_key /name");
  for (const std::string name : {"", " 甲", "甲 ", "a\\u0000b", "a\\nb", "a\\u202eb"}) {
    BOOST_TEST(refused(helpedBody(name)) == "400 wrong_value /name", name);
  }
  std::string longest;
  for (int i = 0; i < 199; ++i) longest += "甲";
  BOOST_TEST(clerk.post("/applicants", helpedBody(longest)).status == 201);
  BOOST_TEST(clerk.post("/applicants", helpedBody(longest + "甲")).status == 201);
  BOOST_TEST(refused(helpedBody(longest + "甲甲")) == "400 wrong_value /name");
  BOOST_TEST(refused(R"({"profile":{},"verified":[],"authorisation":)" + authorisation() + "}") ==
             "400 missing_field /name");
  BOOST_TEST(refused(helpedBody("甲", "[]")) == "400 wrong_type /profile");
  BOOST_TEST(refused(helpedBody("甲", R"({"staff":1})")) == "400 unknown_fact /profile/staff");
  BOOST_TEST(refused(helpedBody("甲", R"({"employees":-1})")) == "400 negative /profile/employees");
  BOOST_TEST(refused(helpedBody("甲", "{}", "{}")) == "400 wrong_type /verified");
  BOOST_TEST(refused(helpedBody("甲", "{}", "[7]")) == "400 wrong_type /verified/0");
  BOOST_TEST(refused(helpedBody("甲", "{}", R"(["x"])")) == "400 unknown_fact /verified/0");
  BOOST_TEST(refused(helpedBody("甲", "{}", R"(["employees"])")) == "400 not_answered /verified/0");
  BOOST_TEST(refused(helpedBody("甲", R"({"employees":1})", R"(["employees","employees"])")) ==
             "400 duplicate_fact /verified/1");
  BOOST_TEST(refused(helpedBody("甲", "{}", "[]", R"(,"revision":1)")) ==
             "400 unknown_field /revision");
  BOOST_TEST(led("7") == "400 wrong_type /authorisation");
  BOOST_TEST(led(authorisation("phone")) == "400 wrong_value /authorisation/given");
  BOOST_TEST(led(given("")) == "400 missing_field /authorisation/days");
  for (const std::string days :
       {"0", "29", "31", "89", "91", "364", "366", "-30", "30.0", "99999999999999999999"}) {
    BOOST_TEST(led(given(",\"days\":" + days)) == "400 wrong_value /authorisation/days", days);
  }
  BOOST_TEST(led(given(",\"days\":\"30\"")) == "400 wrong_type /authorisation/days");
  BOOST_TEST(led(given(",\"days\":30,\"until\":1")) == "400 unknown_field /authorisation/until");
  BOOST_TEST(led(R"({"given":"paper","for_matters":1,"given_by":"王","days":30})") ==
             "400 wrong_type /authorisation/for_matters");
  BOOST_TEST(led(R"({"given":"paper","for_matters":true,"given_by":" ","days":30})") ==
             "400 wrong_value /authorisation/given_by");
}

BOOST_AUTO_TEST_CASE(handlers_and_administrators_are_not_let_in) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk);
  for (const std::string role : {"handler", "administrator"}) {
    Browser other = signedIn(service, role);
    BOOST_TEST(codeOf(other.get(path)) == "not_permitted");
    BOOST_TEST(codeOf(other.get("/applicants")) == "not_permitted");
    BOOST_TEST(codeOf(other.get(path + "/match")) == "not_permitted");
    BOOST_TEST(codeOf(other.post("/applicants", helpedBody())) == "not_permitted");
    BOOST_TEST(codeOf(other.del(path + "/authorisation")) == "not_permitted");
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
