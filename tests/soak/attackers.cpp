#include "soak/attackers.h"

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace policycalc::soak {
namespace {

constexpr std::chrono::milliseconds kBack{1000};
constexpr std::chrono::milliseconds kStep{20};

template <typename Value>
void setOption(int descriptor, int level, int name, Value value) {
  ::setsockopt(descriptor, level, name, &value, sizeof value);
}

}  // namespace

Socket::Socket(std::uint16_t port, const std::string& from, int receive_buffer) {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return;
  setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
  setOption(descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, 1);
  if (receive_buffer > 0) setOption(descriptor, SOL_SOCKET, SO_RCVBUF, receive_buffer);
  sockaddr_in own{};
  own.sin_family = AF_INET;
  ::inet_pton(AF_INET, from.c_str(), &own.sin_addr);
  sockaddr_in server = own;
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  server.sin_port = htons(port);
  if (::bind(descriptor, reinterpret_cast<sockaddr*>(&own), sizeof own) == 0 &&
      ::connect(descriptor, reinterpret_cast<sockaddr*>(&server), sizeof server) == 0) {
    descriptor_ = descriptor;
  } else {
    ::close(descriptor);
  }
}

Socket::~Socket() {
  close();
}

Socket::Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Socket& Socket::operator=(Socket&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

void Socket::close() {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

bool Socket::send(const std::string& bytes) const {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t count =
        ::send(descriptor_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) return false;
    sent += static_cast<std::size_t>(count);
  }
  return true;
}

bool Socket::drop() const {
  std::array<char, 4096> bytes{};
  while (true) {
    const ssize_t count = ::recv(descriptor_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count <= 0) return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  }
}

std::string Socket::receive(std::chrono::milliseconds patience) const {
  pollfd wait{descriptor_, POLLIN, 0};
  if (::poll(&wait, 1, static_cast<int>(patience.count())) <= 0) return {};
  std::array<char, 4096> bytes{};
  const ssize_t count = ::recv(descriptor_, bytes.data(), bytes.size(), 0);
  return count <= 0 ? std::string() : std::string(bytes.data(), static_cast<std::size_t>(count));
}

std::string get(const std::string& path) {
  return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
}

std::string post(const std::string& path, const std::string& body) {
  return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string addressOf(std::size_t i) {
  constexpr std::size_t kOctet = 250;
  return "127." + std::to_string(1 + i / kOctet) + "." + std::to_string(i % kOctet) + ".1";
}

Flooding::Flooding(std::uint16_t port, Flood flood)
    : port_(port), flood_(std::move(flood)), thread_([this] { run(); }) {}

Flooding::~Flooding() {
  ends_ = true;
  thread_.join();
}

void Flooding::attend(One& one, bool has_news, Clock::time_point now) const {
  if (has_news && !one.socket.drop()) {
    one.socket.close();
    one.next = now + kBack;
  }
  if (now < one.next) return;
  one.next = now + flood_.period;
  if (one.socket.isOpen()) {
    one.socket.send(flood_.again);
  } else {
    one.socket = Socket(port_, "127.200.0.1");
    if (one.socket.isOpen()) one.socket.send(flood_.first);
  }
}

void Flooding::run() {
  std::vector<One> all(flood_.connections);
  std::vector<pollfd> news(all.size());  // one call for all: the flood shares our processors
  while (!ends_) {
    for (std::size_t i = 0; i < all.size(); ++i) news[i] = {all[i].socket.descriptor(), POLLIN, 0};
    ::poll(news.data(), news.size(), 0);
    for (std::size_t i = 0; i < all.size(); ++i) attend(all[i], news[i].revents != 0, Clock::now());
    std::this_thread::sleep_for(kStep);
  }
}

}  // namespace policycalc::soak
