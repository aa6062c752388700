#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/http/failure.h"

namespace policycalc::http {

/// Header names compare without case.
struct CaseInsensitiveLess {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const;
};
using Headers = std::map<std::string, std::string, CaseInsensitiveLess>;

/// A request, read whole and checked by the server before an endpoint sees it.
struct Request {
  std::string method;  ///< as sent; methods are case-sensitive
  std::string path;    ///< decoded UTF-8, starts with `/`, no `.` or `..` segments, no control
                       ///< characters, no backslash, no encoded slash; `*` for `OPTIONS *` only
  std::vector<std::pair<std::string, std::string>> query;  ///< decoded UTF-8 without NUL, in order
  Headers headers;  ///< repeated list headers are joined with `, `, cookies with `; `
  std::string body;
  /// Who asks, as an IP address in its canonical spelling (see client.h); "" if it is not known.
  std::string client;
  /// The request was not readable on its way: the client is on this machine, without a proxy in
  /// between, or a trusted proxy says by X-Forwarded-Proto that it came over HTTPS.
  bool private_way = false;
  std::string id;  ///< request id, also in the answer's X-Request-Id
  std::map<std::string, std::string, std::less<>> parameters;  ///< `{id}` parts of the route
  /// Set when the server refuses the request as malformed, too large or too slow. The chain of
  /// decorators answers it, so that refusals are logged and numbered like the rest. Endpoints never
  /// see it set.
  std::optional<Failure> refusal;

  /// The header's value, or "".
  std::string_view header(std::string_view name) const;
};

struct Response {
  int status = 200;
  Headers headers;  ///< Content-Type here; length, date, request id are the server's
  /// Never null. Shared, so that a prepared answer is sent without a copy.
  std::shared_ptr<const std::string> body = emptyBody();
  /// The pattern of the route that answered (`/api/v1/measures/{id}`): for the log, never sent.
  std::string route;

  static Response json(std::string body, int status = 200);
  /// The empty body that all answers without content share.
  static const std::shared_ptr<const std::string>& emptyBody();
};

}  // namespace policycalc::http
