#include <algorithm>
#include <array>
#include <utility>

#include "policycalc/http/decorators.h"

#include "http/files/gzip.h"

namespace policycalc::http {

namespace {

constexpr int kFast = 1;

bool isCompressible(std::string_view type) {
  static constexpr std::array<std::string_view, 3> kTypes = {"application/json",
                                                             "application/problem+json", "text/"};
  return std::any_of(kTypes.begin(), kTypes.end(), [type](std::string_view known) {
    return type.substr(0, known.size()) == known;
  });
}

std::string_view valueOf(const Headers& headers, std::string_view name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

void compress(Response& response) {
  response.body = std::make_shared<const std::string>(files::gzip(*response.body, kFast));
  response.headers.insert_or_assign("Content-Encoding", "gzip");
  const auto etag = response.headers.find(std::string_view("ETag"));
  if (etag != response.headers.end() && etag->second.front() == '"') {
    etag->second.insert(0, "W/");
  }
}

}  // namespace

Endpoint withCompression(Endpoint inner, std::size_t min_bytes) {
  return [inner = std::move(inner), min_bytes](const Request& request) {
    Response response = inner(request);
    // The whole answer may have been long enough to have it: RFC 9110, 15.4.5.
    if (response.status == 304) response.headers.emplace("Vary", "Accept-Encoding");
    if (response.body->size() <= min_bytes || response.headers.contains("Content-Encoding") ||
        !isCompressible(valueOf(response.headers, "Content-Type"))) {
      return response;
    }
    response.headers.emplace("Vary", "Accept-Encoding");
    if (files::acceptsGzip(request.header("Accept-Encoding"))) compress(response);
    return response;
  };
}

}  // namespace policycalc::http
