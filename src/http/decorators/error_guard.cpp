#include <exception>
#include <string>
#include <utility>

#include "policycalc/http/decorators.h"

namespace policycalc::http {

namespace {

std::string textOf(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& exception) {
    return exception.what();
  } catch (...) {
    return "an exception of an unknown type";
  }
}

}  // namespace

Endpoint withErrorGuard(Endpoint inner, LineSink sink, FailureOf failure_of) {
  return [inner = std::move(inner), sink = std::move(sink),
          failure_of = std::move(failure_of)](const Request& request) {
    try {
      return inner(request);
    } catch (...) {
      const std::exception_ptr error = std::current_exception();
      if (sink) sink(request.id + " endpoint failed: " + textOf(error));
      return failureResponse(failure_of ? failure_of(error) : Failure::kInternal, request);
    }
  };
}

Endpoint withLimits(Endpoint inner) {
  return [inner = std::move(inner)](const Request& request) {
    return request.refusal ? failureResponse(*request.refusal, request) : inner(request);
  };
}

}  // namespace policycalc::http
