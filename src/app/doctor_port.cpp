#include <array>
#include <memory>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "policycalc/http/server.h"

#include "app/doctor.h"

namespace policycalc::app {
namespace {

using Grade = Finding::Grade;

/// A database that is locked makes readiness wait for its busy timeout.
constexpr int kPatienceSeconds = 10;
constexpr std::size_t kMostBytes = std::size_t{64} * 1024;

/// What went wrong when listening there; "" if the port is free.
std::string obstacleAt(const Settings& settings) {
  http::ServerOptions options;
  options.host = settings.host;
  options.port = static_cast<std::uint16_t>(settings.port);
  options.max_connections = 1;
  http::Server server(options, [](const http::Request&) { return http::Response(); });
  try {
    server.start();
    return {};
  } catch (const std::exception& error) {
    return error.what();
  }
}

class Socket {
 public:
  explicit Socket(int descriptor) : descriptor_(descriptor) {}
  ~Socket() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

/// The whole answer of whatever listens there to a question for its readiness; "" without one.
std::string askReadiness(const Settings& settings) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(settings.host.c_str(), std::to_string(settings.port).c_str(), &hints, &found) !=
      0) {
    return {};
  }
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> address(found, ::freeaddrinfo);
  const Socket socket(::socket(address->ai_family, address->ai_socktype | SOCK_CLOEXEC, 0));
  const timeval patience{kPatienceSeconds, 0};
  ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (::connect(socket.get(), address->ai_addr, address->ai_addrlen) != 0) return {};
  const std::string question =
      "GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  if (::send(socket.get(), question.data(), question.size(), MSG_NOSIGNAL) < 0) return {};
  std::string answer;
  std::array<char, 4096> buffer{};
  while (answer.size() < kMostBytes) {
    const ::ssize_t count = ::recv(socket.get(), buffer.data(), buffer.size(), 0);
    if (count <= 0) break;
    answer.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return answer;
}

}  // namespace

Finding checkPort(const Settings& settings) {
  const std::string place = settings.host + " port " + std::to_string(settings.port);
  const std::string obstacle = obstacleAt(settings);
  if (obstacle.empty()) return {Grade::kFine, "port", place + " is free", {}};
  const std::string answer = askReadiness(settings);
  const auto says = [&](const char* text) { return answer.find(text) != std::string::npos; };
  if (says(R"("status":"ready")")) {
    const bool warns = says("\"clock_");
    return {warns ? Grade::kNote : Grade::kFine, "port", place + ": a service answers and is ready",
            warns ? "see the clock above" : ""};
  }
  if (says("application/problem+json")) {
    return {Grade::kTrouble, "port", place + ": a service answers and is not ready",
            "its /health/ready says why; so does its log"};
  }
  return {Grade::kTrouble, "port", obstacle,
          "stop the program that uses the port, or choose another `port`"};
}

}  // namespace policycalc::app
