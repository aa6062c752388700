#include <exception>
#include <utility>

#include "policycalc/http/decorators.h"
#include "policycalc/http/problem.h"

namespace policycalc::http {

namespace {

Response fail(const Request& request, const LineSink& sink, std::string_view what) {
  if (sink) sink(std::string(request.id).append(" endpoint failed: ").append(what));
  return problemResponse(makeProblem(500), request.id);
}

}  // namespace

Endpoint withErrorGuard(Endpoint inner, LineSink sink) {
  return [inner = std::move(inner), sink = std::move(sink)](const Request& request) {
    try {
      return inner(request);
    } catch (const std::exception& exception) {
      return fail(request, sink, exception.what());
    } catch (...) {
      return fail(request, sink, "something that is no std::exception");
    }
  };
}

Endpoint withLimits(Endpoint inner) {
  return [inner = std::move(inner)](const Request& request) {
    if (!request.refusal) return inner(request);
    Response response = problemResponse(*request.refusal, request.id);
    if (response.status == 503) response.headers.emplace("Retry-After", "1");
    return response;
  };
}

}  // namespace policycalc::http
