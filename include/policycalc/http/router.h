#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "policycalc/http/endpoint.h"

namespace policycalc::http {

/// One registered method of one path pattern.
struct Route {
  std::string method;
  std::string pattern;

  auto operator<=>(const Route&) const = default;
};

/// Finds the endpoint of a request. A pattern is a path whose segments are text or `{name}`; a
/// `{name}` matches one segment that is not empty. A pattern without names wins, else the one added
/// first. A path that ends in `/` is another path. GET answers HEAD too (the server drops the
/// body). OPTIONS is answered 204 with `Allow`, an unknown method of a known path as kMethod with
/// `Allow`, an unknown path as kNoSuchPath. What an endpoint throws comes out nested in another
/// exception, which tells withErrorGuard() the route. Build it first, then share it: answering is
/// const and safe from any thread.
class Router {
 public:
  /// Takes each pair of method and pattern once; patterns that differ only in names count as the
  /// same (both asserted).
  Router& add(std::string method, const std::string& pattern, Endpoint endpoint,
              std::size_t max_body = kUsualBody);
  /// Takes any form of a person, written with escapes, and no collection.
  static constexpr std::size_t kUsualBody = std::size_t{32} * 1024;

  Router& get(const std::string& pattern, Endpoint endpoint);
  Router& post(const std::string& pattern, Endpoint endpoint);

  /// Answers every path that no pattern matches, for static files. Its answers are logged under
  /// the route `*`.
  Router& fallback(Endpoint endpoint);

  /// What was added, sorted by pattern, then method; without the implied HEAD and OPTIONS.
  std::vector<Route> routes() const;

  /// The most bytes that the body of this request may have, of which the head has been read.
  std::size_t bodyLimit(const Request& request) const;

  Response operator()(const Request& request) const;

 private:
  struct Method {
    std::string name;
    Endpoint endpoint;
    std::size_t max_body;
  };
  struct Path {
    std::string pattern;
    std::vector<std::string> segments;  ///< names keep their braces
    std::vector<Method> methods;
  };

  Path& pathOf(const std::string& pattern);
  /// The path that a request is for, or null; `segments` are those of its text, read if needed.
  const Path* find(const std::string& path, std::vector<std::string>& segments) const;
  static const Method* methodOf(const Path& path, std::string_view asked);
  static Response answer(const Path& path, const Request& request);
  static Response refuseMethod(const Path& path, const Request& request);

  std::vector<Path> paths_;
  std::unordered_map<std::string, std::size_t> literal_;  ///< patterns without `{`, by text
  Endpoint fallback_;
};

}  // namespace policycalc::http
