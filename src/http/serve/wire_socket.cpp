#include "http/serve/wire_socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <sys/uio.h>

namespace policycalc::http::serve {

namespace {

using Poco::Net::StreamSocket;

int descriptor(StreamSocket& socket) {
  return socket.impl()->sockfd();
}

Received receiveWith(StreamSocket& socket, char* buffer, std::size_t size, int flags) {
  ssize_t count = 0;
  do {
    count = ::recv(descriptor(socket), buffer, size, flags);
  } while (count < 0 && errno == EINTR);
  if (count > 0) return {ReceiveStatus::kBytes, static_cast<std::size_t>(count)};
  const bool is_quiet = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
  return {is_quiet ? ReceiveStatus::kNothing : ReceiveStatus::kEnd, 0};
}

/// iovec lacks const, though sendmsg() does not write to it.
iovec vectorOf(std::string_view bytes) {
  return {const_cast<char*>(bytes.data()), bytes.size()};  // NOLINT(*-const-cast)
}

ssize_t sendOnce(int descriptor, std::string_view head, std::string_view body, int flags) {
  std::array<iovec, 2> vectors = {vectorOf(head), vectorOf(body)};
  msghdr message{};
  message.msg_iov = vectors.data();
  message.msg_iovlen = vectors.size();
  ssize_t sent = 0;
  do {
    sent = ::sendmsg(descriptor, &message, flags | MSG_NOSIGNAL);
  } while (sent < 0 && errno == EINTR);
  return sent;
}

}  // namespace

Received receive(StreamSocket& socket, char* buffer, std::size_t size) {
  return receiveWith(socket, buffer, size, 0);
}

Received tryReceive(StreamSocket& socket, char* buffer, std::size_t size) {
  return receiveWith(socket, buffer, size, MSG_DONTWAIT);
}

bool sendAll(StreamSocket& socket, std::string_view head, std::string_view body) {
  while (!head.empty() || !body.empty()) {
    const ssize_t sent = sendOnce(descriptor(socket), head, body, 0);
    if (sent <= 0) return false;
    const auto count = static_cast<std::size_t>(sent);
    const std::size_t of_head = std::min(count, head.size());
    head.remove_prefix(of_head);
    body.remove_prefix(count - of_head);
  }
  return true;
}

void trySend(StreamSocket& socket, std::string_view head, std::string_view body) {
  sendOnce(descriptor(socket), head, body, MSG_DONTWAIT);
}

void shutdownReceive(StreamSocket& socket) {
  ::shutdown(descriptor(socket), SHUT_RD);
}
void shutdownSend(StreamSocket& socket) {
  ::shutdown(descriptor(socket), SHUT_WR);
}
void shutdownBoth(StreamSocket& socket) {
  ::shutdown(descriptor(socket), SHUT_RDWR);
}

}  // namespace policycalc::http::serve
