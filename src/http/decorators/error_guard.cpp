#include <exception>
#include <string>
#include <utility>

#include "policycalc/base/detailed_error.h"
#include "policycalc/http/decorators.h"

#include "http/routed_failure.h"

namespace policycalc::http {

namespace {

/// What was thrown, and the pattern of the route whose endpoint threw it; "" without a route.
struct Thrown {
  std::exception_ptr error;
  std::string route;
};

/// To be called while an exception is handled.
Thrown caught() {
  try {
    throw;
  } catch (const RoutedFailure& failure) {
    const auto* nested = dynamic_cast<const std::nested_exception*>(&failure);
    const bool has_cause = nested != nullptr && nested->nested_ptr() != nullptr;
    return {has_cause ? nested->nested_ptr() : std::current_exception(), failure.route()};
  } catch (...) {
    return {std::current_exception(), {}};
  }
}

std::string textOf(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::exception& exception) {
    return base::logText(exception);
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
      const Thrown thrown = caught();
      if (sink) sink(request.id + " endpoint failed: " + textOf(thrown.error));
      Response response =
          failureResponse(failure_of ? failure_of(thrown.error) : Failure::kInternal, request);
      response.route = thrown.route;
      return response;
    }
  };
}

Endpoint withLimits(Endpoint inner) {
  return [inner = std::move(inner)](const Request& request) {
    return request.refusal ? failureResponse(*request.refusal, request) : inner(request);
  };
}

}  // namespace policycalc::http
