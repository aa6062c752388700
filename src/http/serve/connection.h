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
  base::Result<std::size_t, Failure> bodyLimit(const Request& head, std::size_t usual) override;

  /// Sets the socket's options; false if the client has already reset the connection.
  bool prepare();
  void serve();
  /// Answers the next request; returns whether another may follow.
  bool serveOne();
  /// The chain's answer, or an empty one if even the chain fails. Never throws.
  Response answer(const Request& request) noexcept;
  bool send(const wire::Incoming& incoming, const Response& response);
  bool mayGoOn(const wire::Incoming& incoming) const;
  bool isTrustedProxy() const { return entry_.peer.network.empty(); }
  const std::string& date();

  Context& context_;
  Activity activity_;
  wire::RequestReader reader_;
  Connections::Entry entry_;
  std::size_t received_ = 0;  ///< bytes of the request that arrives
  std::size_t served_ = 0;
  bool idle_ = true;       ///< between requests
  bool answered_ = false;  ///< an answer was sent, which the end must not destroy
  std::int64_t date_second_ = 0;
  std::string date_;
};

}  // namespace policycalc::http::serve
