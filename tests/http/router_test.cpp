#include "policycalc/http/router.h"

#include <string>

#include <boost/test/unit_test.hpp>

using policycalc::http::Request;
using policycalc::http::Response;
using policycalc::http::Route;
using policycalc::http::Router;

namespace {

Request requestFor(std::string method, std::string path) {
  Request request;
  request.method = std::move(method);
  request.path = std::move(path);
  request.id = "id-1";
  return request;
}

policycalc::http::Endpoint answering(const std::string& text) {
  return [text](const Request& request) {
    const auto id = request.parameters.find("id");
    return Response::json(text + (id == request.parameters.end() ? "" : ":" + id->second));
  };
}

Router makeRouter() {
  Router router;
  router.get("/a/{id}", answering("one"))
      .get("/a", answering("list"))
      .post("/a", answering("made"))
      .get("/a/special", answering("special"))
      .get("/a/{id}/b/{other}", answering("deep"));
  return router;
}

std::string allowOf(const Response& response) {
  const auto found = response.headers.find(std::string_view("Allow"));
  return found == response.headers.end() ? "" : found->second;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(RouterTest)

BOOST_AUTO_TEST_CASE(each_route_has_its_own_limit_of_the_body) {
  Router router;
  router.add("POST", "/small", answering("small"), 100);
  router.add("PUT", "/things/{id}", answering("thing"), 200);
  router.get("/things/{id}", answering("thing"));
  const auto limit = [&](const char* method, const char* path) {
    return router.bodyLimit(requestFor(method, path));
  };
  BOOST_TEST(limit("POST", "/small") == 100U);
  BOOST_TEST(limit("PUT", "/things/1") == 200U);
  BOOST_TEST(limit("GET", "/things/1") == Router::kUsualBody);
  BOOST_TEST(limit("HEAD", "/things/1") == Router::kUsualBody);
  BOOST_TEST(limit("DELETE", "/small") == Router::kUsualBody);
  BOOST_TEST(limit("POST", "/small/") == Router::kUsualBody);
  BOOST_TEST(limit("OPTIONS", "*") == Router::kUsualBody);
}

BOOST_AUTO_TEST_CASE(patterns_without_names_win) {
  const Router router = makeRouter();
  BOOST_TEST(*router(requestFor("GET", "/a/special")).body == "special");
  BOOST_TEST(*router(requestFor("GET", "/a/8.1.a")).body == "one:8.1.a");
  BOOST_TEST(*router(requestFor("GET", "/a/x/b/y")).body == "deep:x");
  BOOST_TEST(*router(requestFor("POST", "/a")).body == "made");
}

BOOST_AUTO_TEST_CASE(the_route_is_the_pattern) {
  const Router router = makeRouter();
  BOOST_TEST(router(requestFor("GET", "/a/8.1.a")).route == "/a/{id}");
  BOOST_TEST(router(requestFor("PUT", "/a")).route == "/a");
  BOOST_TEST(router(requestFor("GET", "/secret")).route == "");
}

BOOST_AUTO_TEST_CASE(unknown_paths_get_404) {
  const Router router = makeRouter();
  for (const std::string path : {"/", "/b", "/a/", "/a/x/", "//a", "/a//b/y", "/A", "/a/x/b"}) {
    BOOST_TEST(router(requestFor("GET", path)).status == 404, path);
  }
}

BOOST_AUTO_TEST_CASE(other_methods_get_405_and_are_told_which_are_allowed) {
  const Router router = makeRouter();
  for (const std::string method : {"PUT", "DELETE", "TRACE", "get"}) {
    const Response response = router(requestFor(method, "/a"));
    BOOST_TEST(response.status == 405);
    BOOST_TEST(allowOf(response) == "GET, HEAD, OPTIONS, POST");
  }
  BOOST_TEST(allowOf(router(requestFor("POST", "/a/x"))) == "GET, HEAD, OPTIONS");
}

BOOST_AUTO_TEST_CASE(get_answers_head_and_options_lists_the_methods) {
  const Router router = makeRouter();
  BOOST_TEST(*router(requestFor("HEAD", "/a")).body == "list");
  const Response options = router(requestFor("OPTIONS", "/a"));
  BOOST_TEST(options.status == 204);
  BOOST_TEST(allowOf(options) == "GET, HEAD, OPTIONS, POST");
  BOOST_TEST(router(requestFor("OPTIONS", "*")).status == 204);
  BOOST_TEST(router(requestFor("OPTIONS", "/nowhere")).status == 404);
}

BOOST_AUTO_TEST_CASE(the_fallback_takes_what_no_pattern_matches) {
  Router router = makeRouter();
  router.fallback(answering("file"));
  const Response response = router(requestFor("GET", "/index.html"));
  BOOST_TEST(*response.body == "file");
  BOOST_TEST(response.route == "*");
  BOOST_TEST(router(requestFor("PUT", "/a")).status == 405);
}

BOOST_AUTO_TEST_CASE(routes_are_listed_in_order) {
  const std::vector<Route> routes = makeRouter().routes();
  const std::vector<Route> expected = {{"GET", "/a"},
                                       {"POST", "/a"},
                                       {"GET", "/a/special"},
                                       {"GET", "/a/{id}"},
                                       {"GET", "/a/{id}/b/{other}"}};
  BOOST_CHECK(routes == expected);
}

BOOST_AUTO_TEST_SUITE_END()
