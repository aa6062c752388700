#include "api/sheet/sheet_endpoint.h"

#include <string>
#include <thread>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "api/sheet/sheet_stories.h"
#include "live/live_service.h"
#include "live/refused_body.h"
#include "paper/pdf_file.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::parse;
using policycalc::test::textAt;

constexpr const char* kSheet = "/api/v1/sheet";

std::string text(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

const live::RefusedBody kRefusals[] = {
    {"no_profile", "{}", "/profile", "missing_field"},
    {"list", "[]", "", "wrong_type"},
    {"no_json", "x", "", "syntax"},
    {"unknown_member", R"({"profile":{},"include":[]})", "/include", "unknown_field"},
    {"wrong_fact", R"({"profile":{"employees":-1}})", "/profile/employees", "negative"},
    {"wrong_date", R"({"profile":{},"as_of":"2026-13-01"})", "/as_of", "wrong_date"},
    {"unknown_catalogue", R"({"profile":{},"catalogue":"sha256:0","measures":["1.1.b"]})",
     "/catalogue", "unknown_catalogue"},
    {"name_of_201", R"({"profile":{},"name":")" + text("甲", 201) + "\"}", "/name", "too_long"},
    {"empty_name", R"({"profile":{},"name":""})", "/name", "empty_text"},
    {"line_end_in_name", R"({"profile":{},"name":"a\nb"})", "/name", "control_character"},
    {"nul_in_name", R"({"profile":{},"name":"a\u0000b"})", "/name", "control_character"},
    {"number_as_name", R"({"profile":{},"name":1})", "/name", "wrong_type"},
    {"code_of_25", R"({"profile":{},"code":"0123456789ABCDEFGHJKMNPQR"})", "/code", "wrong_value"},
    {"number_as_code", R"({"profile":{},"code":1})", "/code", "wrong_type"},
    {"unknown_measure", R"({"profile":{},"measures":["no"]})", "/measures/0", "unknown_measure"},
    {"repeated_measure", R"({"profile":{},"measures":["1.1.b"],"others":["1.1.b"]})", "/others/0",
     "wrong_value"},
    {"measures_as_text", R"({"profile":{},"measures":"1.1.b"})", "/measures", "wrong_type"},
    {"number_as_measure", R"({"profile":{},"others":[1]})", "/others/0", "wrong_type"},
    {"mark_of_nothing", R"({"profile":{},"marks":{"no":"wanted"}})", "/marks/no",
     "unknown_measure"},
    {"unknown_mark", R"({"profile":{},"marks":{"1.1.b":"done"}})", "/marks/1.1.b", "wrong_value"},
    {"marks_as_list", R"({"profile":{},"marks":[]})", "/marks", "wrong_type"},
    {"null_as_mark", R"({"profile":{},"marks":{"1.1.b":null}})", "/marks/1.1.b", "wrong_type"},
    {"unknown_part", R"({"profile":{},"parts":["reasons"]})", "/parts/0", "wrong_value"},
    {"parts_as_object", R"({"profile":{},"parts":{}})", "/parts", "wrong_type"},
    {"number_as_part", R"({"profile":{},"parts":[1]})", "/parts/0", "wrong_type"},
    {"unknown_language", R"({"profile":{},"lang":"de"})", "/lang", "wrong_value"},
    {"number_as_language", R"({"profile":{},"lang":1})", "/lang", "wrong_type"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Sheet)

BOOST_AUTO_TEST_CASE(an_answer_is_a_pdf_with_a_chinese_file_name) {
  const live::LiveService service;
  const auto reply = service.post(
      kSheet, R"({"profile":{"district":"360702"},"as_of":"2026-11-25","name":"甲公司"})");
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  BOOST_TEST(reply.header("Content-Type") == "application/pdf");
  // 惠企政策一次性告知单, as RFC 8187 writes it
  BOOST_TEST(reply.header("Content-Disposition") ==
             "attachment; filename=\"policycalc-2026-11-25.pdf\"; filename*=UTF-8''"
             "%E6%83%A0%E4%BC%81%E6%94%BF%E7%AD%96%E4%B8%80%E6%AC%A1%E6%80%A7%E5%91%8A%E7%9F%A5%E5"
             "%8D%95-2026-11-25.pdf");
  BOOST_TEST(reply.header("Cache-Control") == "no-store");
  BOOST_TEST(reply.body.rfind("%PDF-", 0) == 0U);
  const paper::test::PdfFile file(reply.body);
  BOOST_TEST(holds(file.flow(), "企业：甲公司"), file.flow());
  BOOST_TEST(file.info("Title") == "惠企政策一次性告知单 甲公司");
}

BOOST_AUTO_TEST_CASE(a_usual_firm_has_two_pages_of_at_most_200_kilobytes) {
  const live::LiveService service;
  for (const char* story : {"01-noodle-shop", "02-tungsten-999", "06-scenic-area",
                            "07-bank-over-ceiling", "05-new-trader", "18-arrears-supplier"}) {
    const auto reply =
        service.post(kSheet, R"({"profile":)" + profileOf(story) + R"(,"as_of":"2026-11-25"})");
    BOOST_TEST_REQUIRE(reply.status == 200, story);
    const paper::test::PdfFile file(reply.body);
    BOOST_TEST(file.pages() <= 2, story << ": " << file.pages());
    BOOST_TEST(file.bytes() <= 200U * 1024, story << ": " << file.bytes());
  }
}

BOOST_AUTO_TEST_CASE(every_measure_at_once_is_printed_whole) {
  const live::LiveService service;
  std::string list;
  const auto catalogue = live::realCatalogue();
  for (const catalogue::Clause* measure : catalogue->measures()) {
    list += (list.empty() ? "\"" : ",\"") + measure->id + "\"";
  }
  const auto reply =
      service.post(kSheet, R"({"profile":{},"as_of":"2026-11-25","measures":[)" + list + "]}");
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text.substr(0, 2000));
  const std::string flow = paper::test::PdfFile(reply.body).flow();
  for (const catalogue::Clause* measure : catalogue->measures()) {
    BOOST_TEST(holds(flow, "（本工具编号" + measure->id + "）"), measure->id);
  }
}

BOOST_DATA_TEST_CASE(wrong_requests_are_refused_at_their_place, kRefusals, row) {
  const live::LiveService service;
  live::refusalOf(service, kSheet, row);
}

BOOST_AUTO_TEST_CASE(other_media_and_queries_are_refused) {
  const live::LiveService service;
  BOOST_TEST(service.post(kSheet, "{}", "text/plain").status == 415);
  BOOST_TEST(service.post(std::string(kSheet) + "?lang=en", R"({"profile":{}})").status == 400);
  BOOST_TEST(service.get(kSheet).status == 405);
}

BOOST_AUTO_TEST_CASE(nothing_of_the_request_is_logged) {
  const live::LiveService service;
  BOOST_TEST(service.post(kSheet, R"({"profile":{},"name":"保密的公司"})").status == 200);
  const std::string log = service.log();
  BOOST_TEST(holds(log, kSheet), log);
  BOOST_TEST(!holds(log, "保密的公司"), log);
}

BOOST_AUTO_TEST_CASE(several_at_once_are_all_served) {
  const live::LiveService service;
  const std::string body = R"({"profile":)" + profileOf("01-noodle-shop") + "}";
  std::vector<int> statuses(3);
  std::vector<std::thread> threads;
  for (int& status : statuses) {
    threads.emplace_back([&] { status = service.post(kSheet, body).status; });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int status : statuses) BOOST_TEST(status == 200);
}

BOOST_AUTO_TEST_CASE(without_a_chinese_font_the_answer_says_what_is_missing) {
  const live::LiveService service;
  web::Catalogues catalogues(live::realCatalogue(), nullptr);
  web::CodeDoor door([&] { return service.now(); });
  const Services services{{.catalogues = catalogues,
                           .store = service.store(),
                           .today = [] { return *base::Date::parse("2026-11-25"); },
                           .now = [&] { return service.now(); },
                           .service_key = vault::KeyRing(service.serviceKey()),
                           .code_door = door},
                          30,
                          {},
                          http::Response::emptyBody(),
                          [] { return http::ServerCounters{}; },
                          [] { return std::uint64_t{0}; }};
  http::Router router;
  web::Routes routes(router);
  addSheetRoute(routes, services,
                std::make_shared<const paper::Press>(std::optional<std::string>()),
                http::Gate::ofThisMachine());
  http::Request request;
  request.method = "POST";
  request.path = kSheet;
  request.headers.emplace("Content-Type", "application/json");
  request.body = R"({"profile":{}})";
  const http::Response response = router(request);
  BOOST_TEST(response.status == 503);
  const json::Value problem = parse(*response.body);
  BOOST_TEST(textAt(problem, "/issues/0/code") == "no_chinese_font");
  request.body = R"({"profile":1})";
  BOOST_TEST(router(request).status == 400);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
