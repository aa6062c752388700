#include <array>
#include <chrono>
#include <string>
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

/// In milliseconds with three decimals, without the rounding and the cost of a binary fraction.
void appendMilliseconds(std::string& line, std::chrono::nanoseconds taken) {
  using std::chrono::microseconds;
  const auto micros = std::chrono::duration_cast<microseconds>(taken).count();
  const std::string fraction = std::to_string(1000 + micros % 1000);
  line.append(std::to_string(micros / 1000)).append(".").append(fraction, 1);
}

std::string formatLine(const Request& request, const Response& response,
                       std::chrono::nanoseconds taken) {
  const bool has_body = wire::sendsBody(request.method, response.status);
  std::string line = request.id;
  line.append(" ").append(loggedMethod(request.method));
  line.append(" ").append(response.route.empty() ? "-" : response.route);
  line.append(" ").append(std::to_string(response.status));
  appendMilliseconds(line.append(" "), taken);
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
