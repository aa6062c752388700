#include "policycalc/web/refusals.h"

#include <utility>

#include "policycalc/http/failure.h"
#include "policycalc/http/problem.h"

namespace policycalc::web {

http::Response invalid(const http::Request& request, base::Issues issues) {
  http::Problem problem = http::problemOf(http::Failure::kInvalid);
  problem.issues = std::move(issues);
  return http::problemResponse(problem, request.id);
}

http::Response notFound(const http::Request& request, std::string detail) {
  return http::failureResponse(http::Failure::kNotFound, request, std::move(detail));
}

http::Response tooMany(const http::Request& request, std::chrono::seconds wait) {
  http::Response response = http::failureResponse(http::Failure::kTooManyRequests, request);
  response.headers.insert_or_assign("Retry-After", std::to_string(wait.count()));
  return response;
}

}  // namespace policycalc::web
