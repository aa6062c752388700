// An operation that is going to end says so, in its answers and in the document. No operation of
// the service is deprecated: the rows here are made.
#include <array>
#include <stdexcept>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/json/reader.h"
#include "policycalc/web/contract/components.h"
#include "policycalc/web/contract/routes.h"

#include "web/contract/document.h"
#include "web/schemas.h"

namespace policycalc::web::test {
namespace {

constexpr std::string_view kFiles[] = {
    R"({"schemas":{"Thing":{"type":"object"},"IssueCode":{"type":"string"}}})"};

Operation rowOf(Deprecated deprecated) {
  return {.method = "GET",
          .path = "/thing",
          .id = "thing",
          .tag = "test",
          .summary = "A thing",
          .answers = {{200, "Done.", "Thing"}},
          .etag = true,
          .deprecated = deprecated};
}

http::Response ask(Deprecated deprecated, const std::string& query = {}) {
  http::Router router;
  Routes routes(router);
  routes.add(rowOf(deprecated), [](const http::Request&) { return http::Response::json("{}"); });
  http::Request request;
  request.method = "GET";
  request.path = "/thing";
  if (!query.empty()) request.query.emplace_back(query, "1");
  return router(request);
}

std::string headerOf(const http::Response& response, std::string_view name) {
  const auto found = response.headers.find(name);
  return found == response.headers.end() ? std::string() : found->second;
}

json::Value described(Deprecated deprecated) {
  Components components;
  components.add(schemaFiles());
  components.add(kFiles);
  const std::string text = writeDocument("{}", {rowOf(deprecated)}, components);
  return *json::read(text);
}

const json::Value& operationIn(const json::Value& document) {
  return *document.find("paths")->find("/thing")->find("get");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DeprecatedOperations)

BOOST_AUTO_TEST_CASE(every_answer_of_a_deprecated_operation_tells_since_when_and_until_when) {
  for (const http::Response& response :
       {ask({"2026-11-30", "2028-11-30"}), ask({"2026-11-30", "2028-11-30"}, "unknown")}) {
    BOOST_TEST(headerOf(response, "Deprecation") == "@1795996800");
    BOOST_TEST(headerOf(response, "Sunset") == "Thu, 30 Nov 2028 00:00:00 GMT");
    BOOST_TEST(headerOf(response, "Link") ==
               R"(</developers#versions>; rel="deprecation"; type="text/html")");
  }
}

BOOST_AUTO_TEST_CASE(an_end_that_is_not_decided_is_not_told) {
  const http::Response response = ask({"2026-11-30"});
  BOOST_TEST(headerOf(response, "Deprecation") == "@1795996800");
  BOOST_TEST(headerOf(response, "Sunset").empty());
}

BOOST_AUTO_TEST_CASE(an_operation_that_goes_on_says_nothing) {
  const http::Response response = ask({});
  for (const char* name : {"Deprecation", "Sunset", "Link"}) {
    BOOST_TEST(headerOf(response, name).empty());
  }
  BOOST_TEST((operationIn(described({})).find("deprecated") == nullptr));
}

BOOST_AUTO_TEST_CASE(the_document_marks_it_and_describes_its_headers) {
  const json::Value document = described({"2026-11-30", "2028-11-30"});
  const json::Value& operation = operationIn(document);
  BOOST_TEST(operation.find("deprecated")->boolean);
  BOOST_TEST(operation.find("x-deprecated-since")->text == "2026-11-30");
  BOOST_TEST(operation.find("x-sunset")->text == "2028-11-30");
  const json::Value& headers = *operation.find("responses")->find("200")->find("headers");
  for (const char* name : {"Deprecation", "Sunset", "Link"}) {
    BOOST_TEST((headers.find(name) != nullptr), name);
    BOOST_TEST((document.find("components")->find("headers")->find(name) != nullptr), name);
  }
}

BOOST_AUTO_TEST_CASE(wrong_days_and_an_end_within_a_year_are_refused) {
  for (const Deprecated& wrong : {Deprecated{"2026-02-29"}, Deprecated{"2026-11-30", "soon"},
                                  Deprecated{"2026-11-30", "2027-11-29"}}) {
    BOOST_CHECK_THROW(ask(wrong), std::logic_error);
  }
  BOOST_TEST(headerOf(ask({"2026-11-30", "2027-11-30"}), "Sunset").starts_with("Tue, 30 Nov 2027"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::web::test
