#include "http/wire/response_writer.h"

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Timestamp.h>

#include "policycalc/base/ascii.h"

#include "http/wire/status.h"
#include "http/wire/syntax.h"

namespace policycalc::http::wire {

namespace {

constexpr std::string_view kSecurityHeaders =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n";

/// What governs a document, so also an error that is opened as one.
constexpr std::string_view kDocumentHeaders =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"
    "X-Frame-Options: DENY\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n";

/// These two have neither a body nor a length; a body from an endpoint is dropped, as it would be
/// read as the next answer.
bool hasNoContent(int status) {
  return status == 204 || status == 304;
}

/// Scripts and style sheets are not shown, as no browser sniffs them. A page loads dozens of these,
/// and the headers of documents would be a third of their bytes.
bool canBeDocument(const Response& response) {
  const auto type = response.headers.find(std::string_view("Content-Type"));
  if (type == response.headers.end()) return true;
  const std::string_view value = type->second;
  return !value.starts_with("text/javascript") && !value.starts_with("text/css");
}

/// An endpoint's mistake must not let input add a header or a whole answer.
void appendField(std::string& head, std::string_view name, std::string_view value) {
  if (!isToken(name) || !isFieldValue(value)) return;
  head.append(name).append(": ").append(value).append("\r\n");
}

bool isServersOwn(std::string_view name) {
  return base::equalsIgnoringCase(name, "Content-Length") ||
         base::equalsIgnoringCase(name, "Date") || base::equalsIgnoringCase(name, "Connection") ||
         base::equalsIgnoringCase(name, "Transfer-Encoding");
}

}  // namespace

std::string renderHead(const Response& response, const Delivery& delivery) {
  std::string head;
  head.reserve(1024);
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(statusText(response.status).reason).append("\r\n");
  appendField(head, "Date", delivery.date);
  if (!hasNoContent(response.status)) {
    appendField(head, "Content-Length", std::to_string(response.body->size()));
  }
  if (!delivery.keep_alive) {
    appendField(head, "Connection", "close");
  } else if (delivery.http_1_0) {
    appendField(head, "Connection", "keep-alive");
  }
  for (const auto& [name, value] : response.headers) {
    if (!isServersOwn(name)) appendField(head, name, value);
  }
  if (!response.headers.contains(std::string_view("Cache-Control"))) {
    appendField(head, "Cache-Control", "no-store");
  }
  // Other origins may embed only what CORS lets them read.
  if (!response.headers.contains(std::string_view("Cross-Origin-Resource-Policy"))) {
    appendField(head, "Cross-Origin-Resource-Policy", "same-origin");
  }
  head.append(kSecurityHeaders);
  if (canBeDocument(response)) head.append(kDocumentHeaders);
  head.append("\r\n");
  return head;
}

bool sendsBody(std::string_view method, int status) {
  return method != "HEAD" && !hasNoContent(status);
}

std::string httpDate(std::int64_t unix_seconds) {
  return Poco::DateTimeFormatter::format(Poco::Timestamp::fromEpochTime(unix_seconds),
                                         Poco::DateTimeFormat::HTTP_FORMAT);
}

}  // namespace policycalc::http::wire
