#include <chrono>
#include <utility>

#include "policycalc/http/decorators.h"

#include "http/wire/response_writer.h"

namespace policycalc::http {
namespace {

std::int64_t unixSeconds(base::Date day) {
  return std::chrono::sys_seconds(day.days()).time_since_epoch().count();
}

}  // namespace

Endpoint withDeprecation(Endpoint inner, const Deprecation& deprecation) {
  Headers told{{"Deprecation", "@" + std::to_string(unixSeconds(deprecation.since))},
               {"Link", "<" + deprecation.page + R"(>; rel="deprecation"; type="text/html")"}};
  if (deprecation.sunset) {
    told.emplace("Sunset", wire::httpDate(unixSeconds(*deprecation.sunset)));
  }
  return [inner = std::move(inner), told = std::move(told)](const Request& request) {
    Response response = inner(request);
    for (const auto& header : told) response.headers.insert(header);
    return response;
  };
}

}  // namespace policycalc::http
