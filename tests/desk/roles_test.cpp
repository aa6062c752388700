#include <algorithm>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/desk/rules/permission.h"

#include "desk/browser.h"
#include "support/json_path.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

bool isOfTheHall(const http::Route& route) {
  return route.pattern.rfind(std::string(kHall) + "/", 0) == 0;
}

bool asksForNoSession(const http::Route& route) {
  return (route.method == "POST" && route.pattern == std::string(kHall) + "/session") ||
         route.pattern == std::string(kHall) + "/openapi.json";
}

/// The permission that the API document names for a route; "" without one.
std::string declaredPermission(const live::LiveService& service, const http::Route& route) {
  static const json::Value document = policycalc::test::parse(
      service.get(std::string(kHall) + "/openapi.json", "X-Forwarded-Proto: https\r\n").body);
  const json::Value* path = document.find("paths")->find(route.pattern);
  if (path == nullptr) return {};
  std::string method = route.method;
  for (char& c : method) c = static_cast<char>(c | 0x20);
  const json::Value* operation = path->find(method);
  const json::Value* permission = operation ? operation->find("x-permission") : nullptr;
  return permission == nullptr ? std::string() : permission->text;
}

bool isPermitted(Role role, const std::string& permission) {
  for (const Permission one : kPermissions) {
    if (nameOf(one) == permission) return may(role, one);
  }
  return false;
}

/// The route's path after `/hall`, for an id that does not exist, so that a call changes nothing.
std::string pathFor(const http::Route& route) {
  std::string path = route.pattern.substr(std::string(kHall).size());
  while (path.find('{') != std::string::npos) {
    path.replace(path.find('{'), path.find('}') - path.find('{') + 1, "999999");
  }
  return path;
}

Reply call(Browser& browser, const http::Route& route) {
  const bool has_body = route.method == "POST" || route.method == "PUT";
  return browser.send(route.method, pathFor(route), has_body ? "{}" : "");
}

/// Whether the door let the request in, whatever then became of its empty body.
bool cameIn(const Reply& reply) {
  return reply.status != 401 && reply.status != 403 && reply.status != 421 && reply.status != 429;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(EndpointsByRole)

BOOST_AUTO_TEST_CASE(every_endpoint_names_a_permission_that_exists) {
  const live::LiveService service;
  int routes = 0;
  for (const http::Route& route : service.router().routes()) {
    if (!isOfTheHall(route) || asksForNoSession(route)) continue;
    ++routes;
    const std::string permission = declaredPermission(service, route);
    const bool known = std::any_of(kPermissions.begin(), kPermissions.end(),
                                   [&](auto one) { return nameOf(one) == permission; });
    BOOST_TEST(known, route.method << " " << route.pattern << " `" << permission << "`");
  }
  BOOST_TEST(routes >= 8);
}

BOOST_AUTO_TEST_CASE(each_role_comes_in_exactly_where_its_permissions_lead) {
  for (const Role role : kRoles) {
    const live::LiveService service;
    const std::string name(nameOf(role));
    employ(service, name, name);
    int refused = 0;
    for (const http::Route& route : service.router().routes()) {
      if (!isOfTheHall(route) || asksForNoSession(route)) continue;
      Browser browser(service);  // a new one each time: some endpoints end the session
      BOOST_REQUIRE(browser.logIn(name).status == 200);
      const Reply reply = call(browser, route);
      const std::string what = name + " " + route.method + " " + route.pattern + " " + reply.text;
      const bool permitted = isPermitted(role, declaredPermission(service, route));
      BOOST_TEST(cameIn(reply) == permitted, what);
      if (!permitted) BOOST_TEST(codeOf(reply) == "not_permitted", what);
      refused += permitted ? 0 : 1;
    }
    // No role may do everything: one that manages accounts sees no applicant.
    BOOST_TEST(refused > 0, name);
  }
}

BOOST_AUTO_TEST_CASE(every_endpoint_refuses_requests_without_a_session_or_with_a_first_password) {
  const live::LiveService service;
  employ(service, "new", "administrator", true);
  for (const http::Route& route : service.router().routes()) {
    if (!isOfTheHall(route) || asksForNoSession(route)) continue;
    const std::string what = route.method + " " + route.pattern;
    Browser stranger(service);
    const Reply reply = call(stranger, route);
    BOOST_TEST(reply.status == 401, what);
    BOOST_TEST(reply.header("Cache-Control") == "no-store", what);
    if (declaredPermission(service, route) == "own_account") continue;
    Browser newcomer(service);
    BOOST_REQUIRE(newcomer.logIn("new").status == 200);
    BOOST_TEST(codeOf(call(newcomer, route)) == "password_change_required", what);
  }
}

BOOST_AUTO_TEST_CASE(every_change_requires_the_token_of_the_page) {
  const live::LiveService service;
  const Browser admin = signedIn(service, "administrator");
  int routes = 0;
  for (const http::Route& route : service.router().routes()) {
    if (!isOfTheHall(route) || asksForNoSession(route) || route.method == "GET") continue;
    ++routes;
    for (const std::string& csrf :
         {std::string(), std::string("x"), admin.csrf + "x", admin.csrf.substr(1)}) {
      Browser forged = admin;
      forged.csrf = csrf;
      const Reply reply = call(forged, route);
      BOOST_TEST(reply.status == 403, route.method << " " << route.pattern);
      BOOST_TEST(codeOf(reply) == "wrong_csrf", route.method << " " << route.pattern);
    }
  }
  BOOST_TEST(routes >= 6);
  BOOST_TEST(admin.get("/session").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
