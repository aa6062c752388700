#include <string>

#include <boost/test/unit_test.hpp>

#include "desk/helped.h"
#include "store/on_file_only.h"
#include "support/files.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

const std::string kHttps = "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(AttemptsOnApplicants)

BOOST_AUTO_TEST_CASE(a_script_in_an_applicants_name_stays_text) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string script = "<script>alert(1)</script>";
  const Reply added = clerk.post(
      "/applicants", helpedBody(script, R"({"company_name":"<img src=x onerror=alert(1)>"})"));
  BOOST_TEST(added.status == 201);
  BOOST_TEST(policycalc::test::textAt(bodyOf(added), "/name") == script);
  for (const char* path : {"/applicants/1", "/applicants", "/applicants/1/match"}) {
    const Reply reply = clerk.get(path);
    BOOST_TEST(reply.header("Content-Type") == "application/json", path);
    BOOST_TEST(reply.header("X-Content-Type-Options") == "nosniff", path);
    BOOST_TEST(reply.header("Cache-Control") == "no-store", path);
  }
}

BOOST_AUTO_TEST_CASE(no_answer_of_an_applicant_can_be_had_from_elsewhere) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  help(clerk);
  // The owner's code opens nothing here without a session; a session opens nothing of the owner's.
  BOOST_TEST(service.get("/api/v1/hall/applicants", kHttps + live::bearer(kPassword)).status ==
             401);
  BOOST_TEST(
      service.get("/api/v1/profiles/mine", kHttps + ("Cookie: " + clerk.cookie + "\r\n")).status ==
      401);
  const Reply foreign =
      service.get("/api/v1/hall/applicants/1", kHttps + ("Cookie: " + clerk.cookie + "\r\n") +
                                                   "Origin: https://evil.example\r\n");
  BOOST_TEST(foreign.header("Access-Control-Allow-Origin") == "");
  const std::string csrf = clerk.csrf;
  for (const std::string& forged : {std::string(), csrf + "x"}) {
    clerk.csrf = forged;
    BOOST_TEST(codeOf(clerk.post("/applicants", helpedBody("乙"))) == "wrong_csrf");
    BOOST_TEST(codeOf(clerk.put("/applicants/1", changedApplicant(1, "{}"))) == "wrong_csrf");
    BOOST_TEST(codeOf(clerk.del("/applicants/1/authorisation")) == "wrong_csrf");
    BOOST_TEST(codeOf(clerk.put("/handlers", "{}")) == "wrong_csrf");
  }
  clerk.csrf = csrf;
  BOOST_TEST(clerk.get("/applicants/1").status == 200);
}

BOOST_AUTO_TEST_CASE(moving_to_another_county_ends_access_to_the_old_one_in_open_pages) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(clerk);
  auto member = *service.store().staff().findByLogin("wang");
  member.county = kNankang;
  BOOST_TEST((service.store().staff().update(member, 1, {}) == store::StaffMembers::Change::kDone));
  BOOST_TEST(clerk.get(path).status == 404);
  BOOST_TEST(
      codeOf(clerk.post("/applicants", helpedBody("乙", "{}", "[]", R"(,"county":"360702")"))) ==
      "wrong_value");
}

BOOST_AUTO_TEST_CASE(the_log_and_the_files_hold_no_data_of_an_applicant,
                     *store::test::onFileOnly()) {
  const live::LiveService service;
  Browser clerk = signedInAt(service, "wang", "clerk", kZhanggong);
  const std::string path = help(
      clerk,
      helpedBody("极密食品有限公司",
                 R"({"company_name":"极密食品有限公司","annual_revenue":7654321,"credit_code":")" +
                     std::string(kCreditCode) + "\"}"));
  clerk.get(path);
  clerk.get(path + "/match");
  clerk.get("/applicants?q=%E6%9E%81%E5%AF%86");
  clerk.get(std::string("/applicants?q=") + kCreditCode);
  clerk.post("/applicants", helpedBody("极密食品有限公司", R"({"company_name":7})"));
  clerk.put(path, changedApplicant(1, R"({"company_name":"更名后的公司"})", "[]", "更名后的公司"));
  clerk.put(path, changedApplicant(1, R"({"company_name":"更名后的公司"})", "[]", "更名后的公司"));
  const std::string log = service.log();
  const std::string files = policycalc::test::allFiles(service.folder());
  const std::string metrics = service.get("/metrics").body;
  BOOST_TEST(log.find("/api/v1/hall/applicants/{id} 409") != std::string::npos);
  BOOST_TEST(files.find("annual_revenue") != std::string::npos);  // for one, on the trail
  for (const std::string& value :
       {std::string("极密"), std::string("%E6%9E%81"), std::string("更名后的公司"),
        std::string("王经理"), std::string("13800000000"), std::string("7654321"),
        std::string(kCreditCode)}) {
    BOOST_TEST(log.find(value) == std::string::npos, value);
    BOOST_TEST(files.find(value) == std::string::npos, value);
    BOOST_TEST(metrics.find(value) == std::string::npos, value);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
