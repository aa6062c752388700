#include "policycalc/http/router.h"

#include <algorithm>
#include <cassert>
#include <exception>
#include <tuple>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/http/failure.h"

#include "http/routed_failure.h"

namespace policycalc::http {

namespace {

bool isName(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    segments.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

bool matches(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                    [](const std::string& expected, const std::string& given) {
                      return isName(expected) ? !given.empty() : expected == given;
                    });
}

/// The endpoint's answer under that route; what it throws comes out as RoutedFailure.
Response answerOf(const Endpoint& endpoint, const Request& request, const std::string& route) {
  try {
    Response response = endpoint(request);
    response.route = route;
    return response;
  } catch (...) {
    std::throw_with_nested(RoutedFailure(route));
  }
}

Response noContent(std::string allow) {
  Response response;
  response.status = 204;
  response.headers.emplace("Allow", std::move(allow));
  return response;
}

}  // namespace

Router& Router::add(std::string method, const std::string& pattern, Endpoint endpoint,
                    std::size_t max_body) {
  assert(!pattern.empty() && pattern.front() == '/');
  Path& path = pathOf(pattern);
  assert(std::none_of(path.methods.begin(), path.methods.end(),
                      [&](const Method& known) { return known.name == method; }));
  path.methods.push_back({std::move(method), std::move(endpoint), max_body});
  return *this;
}

Router& Router::get(const std::string& pattern, Endpoint endpoint) {
  return add("GET", pattern, std::move(endpoint));
}

Router& Router::post(const std::string& pattern, Endpoint endpoint) {
  return add("POST", pattern, std::move(endpoint));
}

Router& Router::fallback(Endpoint endpoint) {
  fallback_ = std::move(endpoint);
  return *this;
}

Router::Path& Router::pathOf(const std::string& pattern) {
  const auto known = std::find_if(paths_.begin(), paths_.end(),
                                  [&](const Path& path) { return path.pattern == pattern; });
  if (known != paths_.end()) return *known;
  Path path{.pattern = pattern, .segments = split(pattern), .methods = {}};
  assert(std::none_of(paths_.begin(), paths_.end(), [&](const Path& other) {
    return matches(path.segments, other.segments) && matches(other.segments, path.segments);
  }));
  if (std::none_of(path.segments.begin(), path.segments.end(), isName)) {
    literal_.emplace(pattern, paths_.size());
  }
  return paths_.emplace_back(std::move(path));
}

std::vector<Route> Router::routes() const {
  std::vector<Route> routes;
  for (const Path& path : paths_) {
    for (const Method& method : path.methods) routes.push_back({method.name, path.pattern});
  }
  std::sort(routes.begin(), routes.end(), [](const Route& a, const Route& b) {
    return std::tie(a.pattern, a.method) < std::tie(b.pattern, b.method);
  });
  return routes;
}

const Router::Path* Router::find(const std::string& path,
                                 std::vector<std::string>& segments) const {
  const auto exact = literal_.find(path);
  if (exact != literal_.end()) return &paths_[exact->second];
  segments = split(path);
  const auto found = std::find_if(paths_.begin(), paths_.end(), [&](const Path& known) {
    return matches(known.segments, segments);
  });
  return found == paths_.end() ? nullptr : &*found;
}

const Router::Method* Router::methodOf(const Path& path, std::string_view asked) {
  for (const std::string_view wanted : {asked, asked == "HEAD" ? std::string_view("GET") : asked}) {
    for (const Method& known : path.methods) {
      if (known.name == wanted) return &known;
    }
  }
  return nullptr;
}

std::size_t Router::bodyLimit(const Request& request) const {
  std::vector<std::string> segments;
  const Path* path = request.path == "*" ? nullptr : find(request.path, segments);
  const Method* method = path == nullptr ? nullptr : methodOf(*path, request.method);
  return method == nullptr ? kUsualBody : method->max_body;
}

Response Router::operator()(const Request& request) const {
  if (request.path == "*") return noContent("GET, HEAD, OPTIONS, POST");
  std::vector<std::string> segments;
  if (const Path* path = find(request.path, segments)) {
    if (segments.empty()) return answer(*path, request);
    Request bound = request;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      const std::string_view name = path->segments[i];
      if (isName(name)) bound.parameters.emplace(name.substr(1, name.size() - 2), segments[i]);
    }
    return answer(*path, bound);
  }
  if (!fallback_) return failureResponse(Failure::kNoSuchPath, request);
  return answerOf(fallback_, request, "*");
}

Response Router::answer(const Path& path, const Request& request) {
  const Method* method = methodOf(path, request.method);
  if (method != nullptr) return answerOf(method->endpoint, request, path.pattern);
  Response response = refuseMethod(path, request);
  response.route = path.pattern;
  return response;
}

Response Router::refuseMethod(const Path& path, const Request& request) {
  std::vector<std::string> names = {"OPTIONS"};
  for (const Method& known : path.methods) {
    names.push_back(known.name);
    if (known.name == "GET") names.emplace_back("HEAD");
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  std::string allow = base::join(names, ", ");
  if (request.method == "OPTIONS") return noContent(std::move(allow));
  Response response = failureResponse(Failure::kMethod, request);
  response.headers.emplace("Allow", std::move(allow));
  return response;
}

}  // namespace policycalc::http
