#include "policycalc/web/refusals.h"

#include <utility>

#include "policycalc/http/problem.h"

namespace policycalc::web {

http::Response invalid(const http::Request& request, base::Issues issues) {
  http::Problem problem = http::makeProblem(400);
  problem.issues = std::move(issues);
  return http::problemResponse(problem, request.id);
}

http::Response notFound(const http::Request& request, std::string detail) {
  return http::problemResponse(http::makeProblem(404, std::move(detail)), request.id);
}

http::Response tooMany(const http::Request& request, std::chrono::seconds wait) {
  http::Response response = http::problemResponse(http::makeProblem(429), request.id);
  response.headers.insert_or_assign("Retry-After", std::to_string(wait.count()));
  return response;
}

}  // namespace policycalc::web
