#include "http/raw_client.h"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace policycalc::http::test {

namespace {

constexpr int kPatienceSeconds = 120;

void setOption(int descriptor, int level, int name, const void* value, socklen_t size) {
  if (::setsockopt(descriptor, level, name, value, size) != 0) {
    throw std::runtime_error("setsockopt");
  }
}

int connectTo(std::uint16_t port, const std::string& from) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
  const timeval patience{kPatienceSeconds, 0};
  const int no_delay = 1;
  setOption(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, &no_delay, sizeof no_delay);
  const int port_at_connect = 1;  // a port is then taken only once for each pair of ends
  setOption(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &port_at_connect,
            sizeof port_at_connect);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  if (::inet_pton(AF_INET, from.c_str(), &address.sin_addr) != 1 ||
      ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(descriptor);
    throw std::runtime_error("bind");
  }
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(descriptor);
    throw std::runtime_error("connect");
  }
  return descriptor;
}

Headers parseHeaders(std::string_view text) {
  Headers headers;
  while (!text.empty()) {
    const auto end = text.find("\r\n");
    const std::string_view line = text.substr(0, end);
    const auto colon = line.find(": ");
    headers.emplace(line.substr(0, colon), line.substr(colon + 2));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
  return headers;
}

}  // namespace

std::string Reply::header(std::string_view name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

RawClient::RawClient(std::uint16_t port) : RawClient(port, "127.0.0.1") {}

RawClient::RawClient(std::uint16_t port, const std::string& from)
    : descriptor_(connectTo(port, from)) {}

RawClient::RawClient(RawClient&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), buffer_(std::move(other.buffer_)) {}

RawClient::~RawClient() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawClient::finish() {
  ::shutdown(descriptor_, SHUT_WR);
}

void RawClient::reset() {
  const linger at_once{1, 0};
  setOption(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(std::exchange(descriptor_, -1));
}

bool RawClient::fill() {
  std::array<char, 4096> bytes{};
  const ssize_t count = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
  if (count <= 0) return false;
  buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

Reply RawClient::receive(bool to_head) {
  auto end = buffer_.find("\r\n\r\n");
  while (end == std::string::npos) {
    if (!fill()) return {};
    end = buffer_.find("\r\n\r\n");
  }
  Reply reply;
  const auto first_line = buffer_.find("\r\n");
  reply.status = std::atoi(buffer_.substr(9, 3).c_str());  // NOLINT(cert-err34-c): 0 is no status
  if (first_line < end) {
    reply.headers = parseHeaders(buffer_.substr(first_line + 2, end - first_line - 2));
  }
  const std::string length = reply.header("Content-Length");
  const std::size_t size = to_head || length.empty() ? 0 : std::stoul(length);
  while (buffer_.size() < end + 4 + size) {
    if (!fill()) return {};
  }
  reply.body = buffer_.substr(end + 4, size);
  reply.text = buffer_.substr(0, end + 4 + size);
  buffer_.erase(0, end + 4 + size);
  return reply;
}

bool RawClient::isClosed() {
  char byte = 0;
  return buffer_.empty() && ::recv(descriptor_, &byte, 1, 0) == 0;
}

Reply exchange(std::uint16_t port, std::string_view bytes) {
  RawClient client(port);
  client.send(bytes);
  return client.receive(bytes.rfind("HEAD ", 0) == 0);
}

}  // namespace policycalc::http::test
