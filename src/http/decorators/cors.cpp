#include <utility>

#include "policycalc/http/decorators.h"

namespace policycalc::http {

namespace {

bool isBelow(std::string_view path, std::string_view prefix) {
  return path.substr(0, prefix.size()) == prefix &&
         (path.size() == prefix.size() || path[prefix.size()] == '/');
}

bool isPreflight(const Request& request) {
  return request.method == "OPTIONS" && !request.header("Access-Control-Request-Method").empty();
}

void allowPreflight(Headers& headers) {
  const auto allow = headers.find(std::string_view("Allow"));
  if (allow == headers.end()) return;  // the path does not exist: the preflight should fail
  headers.insert_or_assign("Access-Control-Allow-Methods", allow->second);
  headers.insert_or_assign("Access-Control-Allow-Headers",
                           "Accept, Authorization, Content-Type, If-None-Match, X-Api-Key, "
                           "X-Request-Id");
  headers.insert_or_assign("Access-Control-Max-Age", "600");
}

}  // namespace

Endpoint withCors(Endpoint inner, std::string prefix, std::string except) {
  if (prefix.empty()) return inner;
  return [inner = std::move(inner), prefix = std::move(prefix),
          except = std::move(except)](const Request& request) {
    Response response = inner(request);
    if (!isBelow(request.path, prefix)) return response;
    if (!except.empty() && isBelow(request.path, except)) return response;
    response.headers.insert_or_assign("Access-Control-Allow-Origin", "*");
    response.headers.insert_or_assign("Cross-Origin-Resource-Policy", "cross-origin");
    response.headers.insert_or_assign(
        "Access-Control-Expose-Headers",
        "Deprecation, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, Sunset, X-Request-Id");
    if (isPreflight(request)) allowPreflight(response.headers);
    return response;
  };
}

}  // namespace policycalc::http
