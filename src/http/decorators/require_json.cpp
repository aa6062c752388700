#include <algorithm>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/http/decorators.h"
#include "policycalc/http/failure.h"

#include "http/wire/syntax.h"

namespace policycalc::http {

namespace {

constexpr std::string_view kJson = "application/json";

std::string_view unquoted(std::string_view text) {
  const bool is_quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

bool isOtherCharset(std::string_view parameter) {
  const auto equals = parameter.find('=');
  if (equals == std::string_view::npos) return false;
  return base::equalsIgnoringCase(base::trimmed(parameter.substr(0, equals)), "charset") &&
         !base::equalsIgnoringCase(unquoted(base::trimmed(parameter.substr(equals + 1))), "utf-8");
}

/// Whether the type is `media` in UTF-8.
bool isOfType(std::string_view content_type, std::string_view media) {
  const auto end = std::min(content_type.find(';'), content_type.size());
  if (!base::equalsIgnoringCase(base::trimmed(content_type.substr(0, end)), media)) return false;
  content_type.remove_prefix(end);
  while (!content_type.empty()) {
    content_type.remove_prefix(1);  // the semicolon
    const auto next = std::min(content_type.find(';'), content_type.size());
    if (isOtherCharset(content_type.substr(0, next))) return false;
    content_type.remove_prefix(next);
  }
  return true;
}

/// Whether the body is compressed.
bool isCoded(const Request& request) {
  const std::string_view coding = base::trimmed(request.header("Content-Encoding"));
  return !coding.empty() && !base::equalsIgnoringCase(coding, "identity");
}

Response refuseCoded(const Request& request) {
  Response response = failureResponse(
      Failure::kMediaType, request,
      "请求体不能压缩，请直接发送。The body must not be compressed: send it as it is.");
  response.headers.emplace("Accept-Encoding", "identity");
  return response;
}

}  // namespace

Endpoint requireJson(Endpoint inner) {
  return [inner = std::move(inner)](const Request& request) {
    if (isCoded(request)) return refuseCoded(request);
    if (isOfType(request.header("Content-Type"), kJson)) return inner(request);
    return failureResponse(Failure::kMediaType, request);
  };
}

Endpoint requireJsonOrLines(Endpoint inner) {
  Endpoint json = requireJson(inner);
  return [json = std::move(json), inner = std::move(inner)](const Request& request) {
    const bool has_lines = isOfType(request.header("Content-Type"), kJsonLines);
    return has_lines && !isCoded(request) ? inner(request) : json(request);
  };
}

}  // namespace policycalc::http
