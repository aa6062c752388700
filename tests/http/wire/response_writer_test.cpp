#include "http/wire/response_writer.h"

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace wire = policycalc::http::wire;
using policycalc::http::Response;

namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ResponseWriter)

BOOST_AUTO_TEST_CASE(dates_are_imf_fixdates) {
  BOOST_TEST(wire::httpDate(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
  BOOST_TEST(wire::httpDate(1709164800) == "Thu, 29 Feb 2024 00:00:00 GMT");
  BOOST_TEST(wire::httpDate(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
  BOOST_TEST(wire::httpDate(4102444799) == "Thu, 31 Dec 2099 23:59:59 GMT");
}

BOOST_AUTO_TEST_CASE(line_ends_in_an_endpoints_header_never_reach_the_wire) {
  Response response;
  response.headers.emplace("Location", "/a\r\nSet-Cookie: x=1");
  response.headers.emplace("Bad name", "x");
  const std::string head = wire::renderHead(response, {.date = "now"});
  BOOST_TEST(head.find("Set-Cookie") == std::string::npos);
  BOOST_TEST(head.find("Bad name") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_server_sets_length_and_connection_itself) {
  Response response = Response::json("{}");
  response.headers.emplace("Content-Length", "999");
  response.headers.emplace("transfer-encoding", "chunked");
  const std::string head = wire::renderHead(response, {.keep_alive = false, .date = "now"});
  BOOST_TEST(head.find("Content-Length: 2\r\n") != std::string::npos);
  BOOST_TEST(head.find("999") == std::string::npos);
  BOOST_TEST(head.find("chunked") == std::string::npos);
  BOOST_TEST(head.find("Connection: close\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(caching_is_off_unless_the_endpoint_says_otherwise) {
  Response response;
  BOOST_TEST(wire::renderHead(response, {}).find("Cache-Control: no-store") != std::string::npos);
  response.headers.emplace("cache-control", "no-cache");
  BOOST_TEST(wire::renderHead(response, {}).find("no-store") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(other_origins_may_not_embed_unless_the_endpoint_says_otherwise) {
  Response response;
  const std::string field = "Cross-Origin-Resource-Policy: ";
  BOOST_TEST(wire::renderHead(response, {}).find(field + "same-origin\r\n") != std::string::npos);
  response.headers.emplace("cross-origin-resource-policy", "cross-origin");
  const std::string head = wire::renderHead(response, {});
  BOOST_TEST(head.find("same-origin\r\nContent-Security") == std::string::npos);
  BOOST_TEST(head.find(": cross-origin\r\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(answers_without_content_have_no_length) {
  for (const int status : {204, 304}) {
    Response response;
    response.status = status;
    BOOST_TEST(wire::renderHead(response, {}).find("Content-Length") == std::string::npos);
    BOOST_TEST(!wire::sendsBody("GET", status));
  }
  BOOST_TEST(!wire::sendsBody("HEAD", 200));
  BOOST_TEST(wire::sendsBody("POST", 400));
}

BOOST_AUTO_TEST_CASE(only_scripts_and_style_sheets_go_without_the_headers_of_documents) {
  Response response;
  for (const char* type : {"text/html; charset=utf-8", "application/json", "image/svg+xml",
                           "text/plain; charset=utf-8", ""}) {
    response.headers.insert_or_assign("Content-Type", type);
    BOOST_TEST(holds(wire::renderHead(response, {}), "Content-Security-Policy: "), type);
    BOOST_TEST(holds(wire::renderHead(response, {}), "X-Frame-Options: DENY"), type);
  }
  for (const char* type : {"text/javascript; charset=utf-8", "text/css; charset=utf-8"}) {
    response.headers.insert_or_assign("Content-Type", type);
    BOOST_TEST(!holds(wire::renderHead(response, {}), "Content-Security-Policy"), type);
    BOOST_TEST(!holds(wire::renderHead(response, {}), "X-Frame-Options"), type);
    BOOST_TEST(holds(wire::renderHead(response, {}), "X-Content-Type-Options: nosniff"), type);
    BOOST_TEST(holds(wire::renderHead(response, {}), "Referrer-Policy: no-referrer"), type);
  }
  response.headers.clear();
  BOOST_TEST(holds(wire::renderHead(response, {}), "Content-Security-Policy: "));
}

BOOST_AUTO_TEST_SUITE_END()
