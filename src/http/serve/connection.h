#pragma once

#include <ctime>
#include <string>

#include <Poco/Net/TCPServerConnection.h>

#include "http/serve/connections.h"
#include "http/serve/context.h"
#include "http/wire/request_reader.h"

namespace policycalc::http::serve {

/// Serves one client, on a thread of its own: requests in, answers out, until one side has had
/// enough. Holds a place of `context.connections`, which was taken when the socket was accepted.
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

  void serve();
  /// Answers the next request; whether another may follow on this connection.
  bool serveOne();
  /// The chain's answer, or a plain 500 if even the chain fails. Never throws.
  Response answer(const Request& request) noexcept;
  bool send(const wire::Incoming& incoming, const Response& response);
  bool mayGoOn(const wire::Incoming& incoming) const;
  const std::string& date();

  Context& context_;
  Activity activity_;
  wire::RequestReader reader_;
  std::string peer_;  ///< the socket's other end
  std::size_t served_ = 0;
  bool idle_ = true;       ///< between requests
  bool answered_ = false;  ///< something was sent, so the end must not destroy it
  std::time_t date_second_ = 0;
  std::string date_;
};

/// Answers a client for whom there is no place (503 with Retry-After), without waiting for it.
void refuseConnection(const Poco::Net::StreamSocket& connection, Context& context);

}  // namespace policycalc::http::serve
