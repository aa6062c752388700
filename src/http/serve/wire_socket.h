#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <Poco/Net/StreamSocket.h>

// The few socket calls of the hot path, without Poco's exceptions and buffers: one system call
// each if the kernel takes everything at once.
namespace policycalc::http::serve {

enum class ReceiveStatus : std::uint8_t {
  kBytes,
  kNothing,  ///< no byte within the socket's receive timeout (or at once, for a try)
  kEnd,      ///< the other side has finished, or the connection is broken
};

struct Received {
  ReceiveStatus status = ReceiveStatus::kEnd;
  std::size_t bytes = 0;
};

/// Waits for bytes, up to the socket's receive timeout.
Received receive(Poco::Net::StreamSocket& socket, char* buffer, std::size_t size);
/// Takes the bytes that have arrived, without waiting.
Received tryReceive(Poco::Net::StreamSocket& socket, char* buffer, std::size_t size);

/// Sends both in one call, and goes on if the kernel takes only a part. False if the connection is
/// broken. Never raises SIGPIPE.
bool sendAll(Poco::Net::StreamSocket& socket, std::string_view head, std::string_view body);
/// Sends without waiting: for answers that fit into any socket's buffer.
void trySend(Poco::Net::StreamSocket& socket, std::string_view head, std::string_view body);

/// These never throw: a connection that is already broken needs no more.
void shutdownReceive(Poco::Net::StreamSocket& socket);
void shutdownSend(Poco::Net::StreamSocket& socket);
void shutdownBoth(Poco::Net::StreamSocket& socket);

}  // namespace policycalc::http::serve
