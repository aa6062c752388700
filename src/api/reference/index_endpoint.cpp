#include "api/reference/index_endpoint.h"

#include <string>
#include <string_view>
#include <utility>

#include "policycalc/http/message.h"
#include "policycalc/json/writer.h"

namespace policycalc::api {
namespace {

constexpr std::pair<std::string_view, std::string_view> kAddresses[] = {
    {"openapi", "/openapi.json"},
    {"developers", "/developers"},
    {"match", "/api/v1/match"},
    {"facts", "/api/v1/facts"},
    {"measures", "/api/v1/measures"},
    {"clauses", "/api/v1/clauses"},
    {"parameters", "/api/v1/parameters"},
    {"documents", "/api/v1/documents"},
    {"units", "/api/v1/units"},
    {"catalogue", "/api/v1/catalogue"},
    {"catalogues", "/api/v1/catalogues"},
    {"changes", "/api/v1/changes"},
    {"problems", "/problems"}};

/// The relations of RFC 8631.
constexpr const char* kLink = R"(</openapi.json>; rel="service-desc"; type="application/json", )"
                              R"(</developers>; rel="service-doc"; type="text/html", )"
                              R"(</health/ready>; rel="status"; type="application/json")";

std::string writeIndex() {
  json::Writer writer;
  writer.beginObject();
  for (const auto& [name, address] : kAddresses) writer.key(name).string(address);
  writer.endObject();
  return writer.take();
}

}  // namespace

void addIndexRoute(web::Routes& routes) {
  routes.add({.method = "GET",
              .path = "/api/v1",
              .id = "get_index",
              .tag = "service",
              .summary = "Where to go on from here",
              .answers = {{200, "Addresses.", "Index", web::kJson, {"Link"}}},
              .etag = true},
             [index = writeIndex()](const http::Request& /*request*/) {
               http::Response response = http::Response::json(index);
               response.headers.emplace("Link", kLink);
               return response;
             });
}

}  // namespace policycalc::api
