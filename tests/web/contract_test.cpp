#include <array>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/web/contract/components.h"
#include "policycalc/web/contract/routes.h"

namespace policycalc::web::test {
namespace {

using Files = std::array<std::string_view, 1>;

constexpr std::string_view kTree =
    R"({"schemas":{"Tree":{"items":{"$ref":"#/components/schemas/Leaf"}},"Leaf":{"type":"string"},)"
    R"("Other":{"description":["Two","lines."]}}})";

http::Response done(const http::Request&) {
  return http::Response::json("{}");
}

http::Response ask(const http::Router& router, const std::string& method, const std::string& path,
                   const std::string& type = {}) {
  http::Request request;
  request.method = method;
  request.path = path.substr(0, path.find('?'));
  if (path.find('?') != std::string::npos) request.query.emplace_back("x", "1");
  if (!type.empty()) request.headers.emplace("Content-Type", type);
  return router(request);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ContractComponents)

BOOST_AUTO_TEST_CASE(a_component_brings_exactly_what_it_refers_to) {
  Components components;
  components.add(Files{kTree});
  const auto names = components.closure({{"schemas", "Tree"}});
  BOOST_TEST(names.size() == 2U);
  BOOST_TEST(names.count({"schemas", "Leaf"}) == 1U);
}

BOOST_AUTO_TEST_CASE(a_description_of_several_lines_becomes_one_text) {
  Components components;
  components.add(Files{kTree});
  BOOST_TEST(components.find({"schemas", "Other"})->find("description")->text == "Two lines.");
}

BOOST_AUTO_TEST_CASE(a_name_used_twice_or_not_defined_and_a_file_that_is_not_json_are_refused) {
  Components components;
  components.add(Files{kTree});
  BOOST_CHECK_THROW(components.add(Files{kTree}), std::logic_error);
  BOOST_CHECK_THROW(components.closure({{"schemas", "Missing"}}), std::logic_error);
  BOOST_CHECK_THROW(components.add(Files{"{"}), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(ContractRoutes)

BOOST_AUTO_TEST_CASE(a_row_registers_its_endpoint_and_describes_it) {
  http::Router router;
  Routes routes(router);
  routes.add({.method = "GET",
              .path = "/plain",
              .id = "plain",
              .tag = "test",
              .summary = "Plain",
              .answers = {{200, "Done.", "Tree"}},
              .etag = true},
             done);
  routes.add({.method = "POST",
              .path = "/body",
              .id = "body",
              .tag = "test",
              .summary = "With a body",
              .body = "Tree",
              .answers = {{200, "Done.", "Tree"}}},
             done);
  routes.add({.method = "GET",
              .path = "/filtered",
              .id = "filtered",
              .tag = "test",
              .summary = "With a parameter",
              .parameters = {"X"},
              .answers = {{200, "Done.", "Tree"}}},
             done);
  BOOST_TEST(router.routes().size() == 3U);
  BOOST_TEST(ask(router, "GET", "/plain").headers.count("ETag") == 1U);
  BOOST_TEST(ask(router, "GET", "/plain?x").status == 400);
  BOOST_TEST(ask(router, "GET", "/filtered?x").status == 200);
  BOOST_TEST(ask(router, "POST", "/body").status == 415);
  BOOST_TEST(ask(router, "POST", "/body", "application/json").status == 200);
}

BOOST_AUTO_TEST_CASE(a_row_limits_its_body_and_works_within_the_gate) {
  http::Router router;
  Routes routes(router, std::make_shared<http::Gate>(0, std::chrono::milliseconds(1)));
  routes.add({.method = "POST",
              .path = "/body",
              .id = "body",
              .tag = "test",
              .summary = "With a body",
              .body = "Tree",
              .max_body = 100,
              .answers = {{200, "Done.", "Tree"}}},
             done);
  routes.add({.method = "GET",
              .path = "/plain",
              .id = "plain",
              .tag = "test",
              .summary = "Without a body",
              .answers = {{200, "Done.", "Tree"}}},
             done);
  http::Request head;
  head.method = "POST";
  head.path = "/body";
  BOOST_TEST(router.bodyLimit(head) == 100U);
  BOOST_TEST(ask(router, "POST", "/body", "application/json").status == 503);  // no place in it
  BOOST_TEST(ask(router, "POST", "/body").status == 415);                      // refused before it
  BOOST_TEST(ask(router, "GET", "/plain").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::web::test
