#include "bench/http_load.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <atomic>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace policycalc::bench {
namespace {

int connectTo(std::uint16_t port) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(descriptor);
    return -1;
  }
  return descriptor;
}

/// Reads one answer with a Content-Length; false if the connection ends early.
bool readAnswer(int descriptor, std::string& buffer) {
  buffer.clear();
  std::array<char, 65536> chunk{};
  std::size_t wanted = 0;
  while (wanted == 0 || buffer.size() < wanted) {
    const ssize_t count = ::recv(descriptor, chunk.data(), chunk.size(), 0);
    if (count <= 0) return false;
    buffer.append(chunk.data(), static_cast<std::size_t>(count));
    const std::size_t head = buffer.find("\r\n\r\n");
    const std::size_t length = buffer.find("Content-Length: ");
    if (wanted == 0 && head != std::string::npos && length < head) {
      wanted = head + 4 + std::stoul(buffer.substr(length + 16));
    }
  }
  return true;
}

}  // namespace

LoadResult load(std::uint16_t port, const std::string& request, int connections,
                std::chrono::milliseconds duration) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point begin = Clock::now();
  const Clock::time_point end = begin + duration;
  std::atomic<std::uint64_t> answered{0};
  std::atomic<std::uint64_t> failed{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < connections; ++i) {
    clients.emplace_back([&] {
      std::string buffer;
      int descriptor = connectTo(port);
      while (descriptor >= 0 && Clock::now() < end) {
        const ssize_t sent = ::send(descriptor, request.data(), request.size(), MSG_NOSIGNAL);
        if (sent == static_cast<ssize_t>(request.size()) && readAnswer(descriptor, buffer)) {
          ++answered;
          // The server closed the connection after its last request: open a new one.
          if (buffer.find("Connection: close") == std::string::npos) continue;
        } else {
          ++failed;
        }
        ::close(descriptor);
        descriptor = connectTo(port);
      }
      if (descriptor >= 0) ::close(descriptor);
    });
  }
  for (std::thread& client : clients) client.join();
  const std::chrono::duration<double> took = Clock::now() - begin;
  return {static_cast<double>(answered) / took.count(), failed};
}

}  // namespace policycalc::bench
