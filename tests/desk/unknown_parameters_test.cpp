#include <algorithm>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/desk/rules/permission.h"

#include "desk/browser.h"

namespace policycalc::desk::test {
namespace {

using http::test::Reply;

/// An address of the route, for a thing that does not exist, with a parameter that no route has.
std::string addressOf(const http::Route& route) {
  std::string address = route.pattern;
  while (address.find('{') != std::string::npos) {
    address.replace(address.find('{'), address.find('}') - address.find('{') + 1, "999999");
  }
  return address + "?no_such_parameter=1";
}

bool takesBody(const http::Route& route) {
  return route.method == "POST" || route.method == "PUT";
}

Reply askTheDesk(const live::LiveService& service, const http::Route& route) {
  const std::string path = addressOf(route).substr(std::string(kHall).size());
  Reply reply;
  for (const Role role : kRoles) {
    Browser browser(service);
    BOOST_REQUIRE(browser.logIn(std::string(nameOf(role))).status == 200);
    reply = browser.send(route.method, path, takesBody(route) ? "{}" : "");
    if (reply.status != 403) break;  // a role that may use the route
  }
  return reply;
}

/// Whether an issue is about the parameter: a route may miss one of its own besides.
bool namesIt(const Reply& reply) {
  const json::Value body = bodyOf(reply);
  const auto& issues = body.find("issues")->elements;
  return std::any_of(issues.begin(), issues.end(), [](const json::Value& issue) {
    return issue.find("pointer")->text == "?no_such_parameter" &&
           issue.find("code")->text == "unknown_parameter";
  });
}

Reply ask(const live::LiveService& service, const http::Route& route) {
  if (route.pattern.rfind(kHall, 0) == 0) return askTheDesk(service, route);
  const std::string address = addressOf(route);
  if (route.method == "POST") return service.post(address, "{}");
  if (route.method == "PUT") return service.put(address, "{}");
  return service.send(route.method, address);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(UnknownParameters)

BOOST_AUTO_TEST_CASE(every_route_refuses_a_parameter_that_it_does_not_know) {
  const live::LiveService service;
  for (const Role role : kRoles)
    employ(service, std::string(nameOf(role)), std::string(nameOf(role)));
  int routes = 0;
  for (const http::Route& route : service.router().routes()) {
    const std::string name = route.method + " " + route.pattern;
    const Reply reply = ask(service, route);
    BOOST_TEST(reply.status == 400, name << ": " << reply.text);
    if (reply.status != 400) continue;
    BOOST_TEST(namesIt(reply), name << ": " << reply.text);
    ++routes;
  }
  BOOST_TEST(routes >= 40);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
