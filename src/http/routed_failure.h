#pragma once

#include <exception>
#include <string>
#include <utility>

namespace policycalc::http {

/// Thrown by the router around what an endpoint throws (see std::nested_exception), so that the
/// access log can name the route of a request that failed.
class RoutedFailure : public std::exception {
 public:
  explicit RoutedFailure(std::string route) : route_(std::move(route)) {}

  const char* what() const noexcept override { return "the endpoint failed"; }
  const std::string& route() const { return route_; }

 private:
  std::string route_;
};

}  // namespace policycalc::http
