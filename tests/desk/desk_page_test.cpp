#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/desk/desk.h"

#include "desk/browser.h"

namespace policycalc::desk::test {
namespace {

/// Answers with the path that it was asked for.
http::Response pathOf(const http::Request& request) {
  return http::Response::json(request.path);
}

http::Response ask(const std::string& path, const std::string& host) {
  http::Request request;
  request.method = "GET";
  request.path = path;
  request.headers.emplace("Host", host);
  return withDeskPage(pathOf, live::quickDesk())(request);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeskPage)

BOOST_AUTO_TEST_CASE(the_page_has_a_short_address) {
  for (const char* path : {"/hall", "/hall.html"}) {
    const http::Response response = ask(path, "test:8080");
    BOOST_TEST(response.status == 200);
    BOOST_TEST(*response.body == "/hall.html");
  }
}

BOOST_AUTO_TEST_CASE(it_is_shown_only_under_an_allowed_host_name) {
  for (const char* host : {"evil.example", ""}) {
    BOOST_TEST(ask("/hall", host).status == 421);
    BOOST_TEST(ask("/hall.html", host).status == 421);
    // Every other path is for everyone.
    for (const char* path : {"/", "/index.html", "/hall/", "/halls", "/js/desk/main.js"}) {
      const http::Response response = ask(path, host);
      BOOST_TEST(response.status == 200, path);
      BOOST_TEST(*response.body == path);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
