#include <utility>

#include <Poco/SHA2Engine.h>

#include "policycalc/base/ascii.h"
#include "policycalc/http/decorators.h"

#include "http/wire/syntax.h"

namespace policycalc::http {

namespace {

constexpr std::size_t kHashDigits = 32;  // 128 bits: two versions never share one

std::string_view opaque(std::string_view etag) {
  return etag.substr(0, 2) == "W/" ? etag.substr(2) : etag;
}

Response notModified(const Response& response) {
  Response answer;
  answer.status = 304;
  for (const char* name : {"ETag", "Cache-Control", "Vary"}) {
    const auto found = response.headers.find(std::string_view(name));
    if (found != response.headers.end()) answer.headers.insert(*found);
  }
  return answer;
}

}  // namespace

std::string etagOf(std::string_view bytes) {
  Poco::SHA2Engine engine(Poco::SHA2Engine::SHA_256);
  engine.update(bytes.data(), bytes.size());
  const std::string digits = Poco::DigestEngine::digestToHex(engine.digest());
  return "\"" + digits.substr(0, kHashDigits) + "\"";
}

bool matchesEtag(std::string_view if_none_match, std::string_view etag) {
  if (base::trimmed(if_none_match) == "*") return true;
  bool matches = false;
  wire::forEachElement(if_none_match, [&](std::string_view element) {
    matches = matches || opaque(element) == opaque(etag);
  });
  return matches;
}

Endpoint withEtag(Endpoint inner) {
  return [inner = std::move(inner)](const Request& request) {
    Response response = inner(request);
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (!reads || response.status != 200) return response;
    auto etag = response.headers.find(std::string_view("ETag"));
    if (etag == response.headers.end()) {
      etag = response.headers.emplace("ETag", etagOf(*response.body)).first;
    }
    response.headers.emplace("Cache-Control", "no-cache");
    return matchesEtag(request.header("If-None-Match"), etag->second) ? notModified(response)
                                                                      : response;
  };
}

}  // namespace policycalc::http
