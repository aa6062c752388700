#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policycalc/http/decorators.h"
#include "policycalc/http/router.h"
#include "policycalc/http/server.h"

#include "http/raw_client.h"

namespace policycalc::http::test {

/// How long a test goes on asking for what must come: it ends one that hangs, and judges no speed.
constexpr std::chrono::minutes kPatience{2};

/// Lines that server threads wrote; checked by the test's own thread, as Boost.Test asks.
class Lines {
 public:
  LineSink sink() {
    return [this](std::string_view line) {
      const std::lock_guard lock(mutex_);
      lines_.emplace_back(line);
    };
  }
  std::vector<std::string> all() const {
    const std::lock_guard lock(mutex_);
    return lines_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
};

inline Response text(std::string body) {
  Response response;
  response.headers.emplace("Content-Type", "text/plain");
  response.body = std::make_shared<const std::string>(std::move(body));
  return response;
}

/// `/hello`, `/echo` (answers the body), `/things/{id}`, `/api/v1/ping`.
inline Router sampleRouter() {
  Router router;
  router.get("/hello", [](const Request&) { return text("hello"); });
  router.post("/echo", [](const Request& request) { return text(request.body); });
  router.get("/things/{id}",
             [](const Request& request) { return text(request.parameters.find("id")->second); });
  router.get("/api/v1/ping", [](const Request&) { return Response::json("{}"); });
  return router;
}

/// A server on a free port with its logs.
struct TestServer {
  explicit TestServer(Endpoint endpoint = sampleRouter(), ServerOptions options = {})
      : server(prepare(std::move(options)), std::move(endpoint)) {
    server.start();
  }

  Reply exchange(std::string_view bytes) const { return test::exchange(server.port(), bytes); }
  RawClient connect() const { return RawClient(server.port()); }
  RawClient connect(const std::string& from) const { return {server.port(), from}; }

  ServerOptions prepare(ServerOptions options) {
    options.access_log = access.sink();
    options.error_log = errors.sink();
    return options;
  }

  Lines access;
  Lines errors;
  Server server;
};

inline std::string get(std::string_view path, std::string_view headers = {}) {
  return std::string("GET ")
      .append(path)
      .append(" HTTP/1.1\r\nHost: a\r\n")
      .append(headers)
      .append("\r\n");
}

inline std::string post(std::string_view path, std::string_view body,
                        std::string_view headers = {}) {
  return std::string("POST ")
      .append(path)
      .append(" HTTP/1.1\r\nHost: a\r\nContent-Length: ")
      .append(std::to_string(body.size()))
      .append("\r\n")
      .append(headers)
      .append("\r\n")
      .append(body);
}

}  // namespace policycalc::http::test
