#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

#include "policycalc/http/decorators.h"

#include "http/wire/response_writer.h"

namespace policycalc::http {

namespace {

/// The client may send any token as a method: unknown ones are not copied into the log.
std::string_view loggedMethod(std::string_view method) {
  static constexpr std::array<std::string_view, 9> kKnown = {
      "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"};
  for (const std::string_view known : kKnown) {
    if (known == method) return known;
  }
  return "-";
}

std::string formatLine(const Request& request, const Response& response,
                       std::chrono::nanoseconds taken) {
  std::array<char, 32> milliseconds{};
  std::snprintf(milliseconds.data(), milliseconds.size(), "%.3f",
                std::chrono::duration<double, std::milli>(taken).count());
  const bool has_body = wire::sendsBody(request.method, response.status);
  std::string line = request.id;
  line.append(" ").append(loggedMethod(request.method));
  line.append(" ").append(response.route.empty() ? "-" : response.route);
  line.append(" ").append(std::to_string(response.status));
  line.append(" ").append(milliseconds.data());
  line.append(" ").append(std::to_string(has_body ? response.body->size() : 0));
  return line;
}

}  // namespace

Endpoint withAccessLog(Endpoint inner, LineSink sink) {
  if (!sink) return inner;
  return [inner = std::move(inner), sink = std::move(sink)](const Request& request) {
    const auto begin = std::chrono::steady_clock::now();
    Response response = inner(request);
    sink(formatLine(request, response, std::chrono::steady_clock::now() - begin));
    return response;
  };
}

}  // namespace policycalc::http
