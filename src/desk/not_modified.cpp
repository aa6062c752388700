#include "desk/not_modified.h"

#include "policycalc/http/decorators.h"

namespace policycalc::desk {

std::optional<http::Response> notModified(const http::Request& request, const std::string& etag) {
  if (!http::matchesEtag(request.header("If-None-Match"), etag)) return std::nullopt;
  http::Response response;
  response.status = 304;
  response.headers.insert_or_assign("ETag", etag);
  return response;
}

}  // namespace policycalc::desk
