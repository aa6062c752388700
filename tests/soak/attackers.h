#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace policycalc::soak {

using Clock = std::chrono::steady_clock;

/// A socket to a loopback port; closed by its destructor.
class Socket {
 public:
  Socket() = default;
  /// `from` is a loopback address; a `receive_buffer` of 0 leaves the system's.
  Socket(std::uint16_t port, const std::string& from, int receive_buffer = 0);
  ~Socket();
  Socket(Socket&& other) noexcept;
  Socket& operator=(Socket&& other) noexcept;

  bool isOpen() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }  ///< -1 if it is not open
  void close();
  /// Sends all of it, waiting for the server; false if the connection is broken.
  bool send(const std::string& bytes) const;
  /// Drops what has come; false once the server has closed.
  bool drop() const;
  /// The first bytes that come; "" if the server closes or `patience` ends.
  std::string receive(std::chrono::milliseconds patience) const;

 private:
  int descriptor_ = -1;
};

std::string get(const std::string& path);
std::string post(const std::string& path, const std::string& body);

/// The address `127.a.b.1` number `i`, each in a /24 of its own.
std::string addressOf(std::size_t i);

/// Connections of one address that send `first` once and then `again` every `period`, and come back
/// a second after the server has closed them.
struct Flood {
  std::size_t connections;
  std::string first;
  std::string again;
  std::chrono::milliseconds period{1000};
};

/// A flood while it lives.
class Flooding {
 public:
  Flooding(std::uint16_t port, Flood flood);
  ~Flooding();
  Flooding(const Flooding&) = delete;
  Flooding& operator=(const Flooding&) = delete;

 private:
  struct One {
    Socket socket;
    Clock::time_point next;
  };

  void run();
  void attend(One& one, bool has_news, Clock::time_point now) const;

  const std::uint16_t port_;
  const Flood flood_;
  std::atomic<bool> ends_{false};
  std::thread thread_;
};

}  // namespace policycalc::soak
