#pragma once

#include <ctime>
#include <string>

#include <Poco/Net/TCPServerConnection.h>

#include "http/serve/connections.h"
#include "http/serve/context.h"
#include "http/wire/request_reader.h"

namespace policycalc::http::serve {

/// Serves one client on its own thread: requests in, answers out, until one side ends. Holds a
/// place of `context.connections`, which was taken when the socket was accepted.
class Connection : public Poco::Net::TCPServerConnection, private wire::ByteSource {
 public:
  Connection(const Poco::Net::StreamSocket& socket, Context& context);
  ~Connection() override;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void run() override;

 private:
  // wire::ByteSource
  Status read(std::string& buffer) override;
  void requestBegins() override;
  bool sendContinue() override;

  /// Learns who the client is; false if the client has already reset the connection.
  bool prepare();
  void serve();
  /// Answers the next request; returns whether another may follow.
  bool serveOne();
  /// The chain's answer, or an empty one if even the chain fails. Never throws.
  Response answer(const Request& request) noexcept;
  bool send(const wire::Incoming& incoming, const Response& response);
  bool mayGoOn(const wire::Incoming& incoming) const;
  const std::string& date();

  Context& context_;
  Activity activity_;
  wire::RequestReader reader_;
  std::string peer_;         ///< the socket's other end
  bool from_proxy_ = false;  ///< `peer_` is a trusted proxy
  std::size_t served_ = 0;
  bool idle_ = true;       ///< between requests
  bool answered_ = false;  ///< an answer was sent, which the end must not destroy
  std::time_t date_second_ = 0;
  std::string date_;
};

/// Answers a client for which no place is left, without waiting for it.
void refuseConnection(const Poco::Net::StreamSocket& connection, Context& context);

}  // namespace policycalc::http::serve
