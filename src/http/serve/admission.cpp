#include "http/serve/admission.h"

#include <optional>
#include <utility>

#include <Poco/Exception.h>

#include "policycalc/http/client.h"
#include "policycalc/http/decorators.h"

#include "http/serve/client_address.h"
#include "http/serve/wire_socket.h"
#include "http/wire/response_writer.h"

namespace policycalc::http::serve {

namespace {

/// Nothing if the client has gone already.
std::optional<Peer> peerOf(const Poco::Net::StreamSocket& socket, const Context& context) {
  try {
    std::string address = canonicalAddress(socket.peerAddress().host().toString());
    std::string network =
        context.trusted_proxies.count(address) != 0 ? std::string() : networkOf(address);
    return Peer{std::move(address), std::move(network)};
  } catch (const Poco::Exception&) {
    return std::nullopt;
  }
}

}  // namespace

bool Admission::accept(const Poco::Net::StreamSocket& socket) {
  std::optional<Peer> peer = peerOf(socket, context_);
  if (!peer) {
    LiveCounters::add(context_.counters.reset);
    return false;
  }
  if (context_.connections.admit(socket.impl()->sockfd(), *std::move(peer))) {
    LiveCounters::add(context_.counters.accepted);
    return true;
  }
  LiveCounters::add(context_.counters.refused);
  refuseConnection(socket, context_);
  return false;
}

void refuseConnection(const Poco::Net::StreamSocket& connection, Context& context) {
  Poco::Net::StreamSocket socket = connection;  // another handle of the same socket
  Request request;
  request.id = chooseRequestId({});
  request.refusal = Failure::kFull;
  const Response response = context.chain(request);
  context.counters.addRequest(response.status);
  const std::string date = wire::httpDate(context.unixTime());
  trySend(socket,
          wire::renderHead(response, {.keep_alive = false, .http_1_0 = false, .date = date}),
          *response.body);
  context.lingering.take(socket);
}

}  // namespace policycalc::http::serve
