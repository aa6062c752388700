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

/// The keys of an object, or of the properties of a schema.
std::string keysOf(const json::Value& object) {
  std::string keys;
  for (const json::Member& member : object.members) keys += member.key + " ";
  return keys;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(HallPage)

BOOST_AUTO_TEST_CASE(the_page_has_a_short_address) {
  for (const char* path : {"/hall", "/hall.html"}) {
    const http::Response response = ask(path, "test:8080");
    BOOST_TEST(response.status == 200);
    BOOST_TEST(*response.body == "/hall.html");
  }
}

BOOST_AUTO_TEST_CASE(it_is_shown_under_an_allowed_host_name_alone) {
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

BOOST_AUTO_TEST_CASE(openapi_names_every_key_of_the_answers) {
  const live::LiveService service;
  const json::Value document = bodyOf(service.get("/openapi.json"));
  const json::Value& schemas = *document.find("components")->find("schemas");
  const auto described = [&](const char* schema) {
    return keysOf(*schemas.find(schema)->find("properties"));
  };
  employ(service, "admin", "administrator");
  Browser admin(service);
  const json::Value who = bodyOf(admin.logIn("admin"));
  BOOST_TEST(keysOf(who) == described("SignedIn"));
  BOOST_TEST(keysOf(*who.find("staff")) == described("Staff"));
  BOOST_TEST(keysOf(bodyOf(admin.get("/session"))) == described("SignedIn"));
  BOOST_TEST(keysOf(bodyOf(admin.get("/staff"))) == described("StaffList"));
  const auto added =
      bodyOf(admin.post("/staff", R"({"login":"li","name":"李四","role":"supervisor"})"));
  BOOST_TEST(keysOf(added) == described("StaffWithPassword"));
  const auto changed = bodyOf(
      admin.put("/staff/2", R"({"name":"李四","role":"supervisor","active":true,"revision":1})"));
  BOOST_TEST(keysOf(changed) == described("StaffAnswer"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
