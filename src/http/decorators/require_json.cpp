#include <algorithm>
#include <utility>

#include "policycalc/base/ascii.h"
#include "policycalc/http/decorators.h"
#include "policycalc/http/failure.h"

#include "http/wire/syntax.h"

namespace policycalc::http {

namespace {

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

bool isJson(std::string_view content_type) {
  const auto end = std::min(content_type.find(';'), content_type.size());
  if (!base::equalsIgnoringCase(base::trimmed(content_type.substr(0, end)), "application/json")) {
    return false;
  }
  content_type.remove_prefix(end);
  while (!content_type.empty()) {
    content_type.remove_prefix(1);  // the semicolon
    const auto next = std::min(content_type.find(';'), content_type.size());
    if (isOtherCharset(content_type.substr(0, next))) return false;
    content_type.remove_prefix(next);
  }
  return true;
}

}  // namespace

Endpoint requireJson(Endpoint inner) {
  return [inner = std::move(inner)](const Request& request) {
    if (isJson(request.header("Content-Type"))) return inner(request);
    return failureResponse(Failure::kMediaType, request);
  };
}

}  // namespace policycalc::http
