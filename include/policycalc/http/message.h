#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace policycalc::http {

/// Header names compare without case.
struct CaseInsensitiveLess {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const;
};
using Headers = std::map<std::string, std::string, CaseInsensitiveLess>;

/// A request, read whole and checked by the server before an endpoint sees it.
struct Request {
  std::string method;   ///< upper case
  std::string path;     ///< decoded, starts with `/`, no `.` or `..` segments, no NUL
  std::vector<std::pair<std::string, std::string>> query;  ///< decoded, in order
  Headers headers;
  std::string body;
  std::string id;       ///< request id, also in the answer's X-Request-Id
  std::map<std::string, std::string, std::less<>> parameters;  ///< `{id}` parts of the route

  /// The header's value, or "".
  std::string_view header(std::string_view name) const;
};

struct Response {
  int status = 200;
  Headers headers;      ///< Content-Type here; length, date, request id are the server's
  /// Shared, so that an answer prepared once is sent without a copy.
  std::shared_ptr<const std::string> body = std::make_shared<const std::string>();

  static Response json(std::string body, int status = 200);
};

}  // namespace policycalc::http
