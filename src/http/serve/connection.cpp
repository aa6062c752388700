#include "http/serve/connection.h"

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <utility>

#include <Poco/Exception.h>

#include "policycalc/http/client.h"
#include "policycalc/http/decorators.h"

#include "http/serve/client_address.h"
#include "http/serve/wire_socket.h"
#include "http/wire/response_writer.h"

namespace policycalc::http::serve {

namespace {

constexpr std::size_t kReadBytes = 16'384;

wire::ReadLimits limitsOf(const ServerOptions& options) {
  return {.body_bytes = options.max_body_bytes,
          .request_line_bytes = options.max_request_line_bytes,
          .header_bytes = options.max_header_bytes,
          .header_count = options.max_header_count};
}

bool startsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

void report(const Context& context, std::string_view what) {
  if (context.options.error_log) {
    context.options.error_log(std::string("- connection failed: ").append(what));
  }
}

}  // namespace

Connection::Connection(const Poco::Net::StreamSocket& socket, Context& context)
    : TCPServerConnection(socket),
      context_(context),
      activity_(socket),
      reader_(*this, limitsOf(context.options)),
      entry_(context.connections.enter(activity_)) {}

Connection::~Connection() {
  context_.connections.leave(activity_);
}

void Connection::run() {
  try {
    serve();
  } catch (const Poco::Exception& failure) {
    report(context_, failure.displayText());
  } catch (const std::exception& failure) {
    report(context_, failure.what());
  }
  if (answered_) context_.lingering.take(socket());
}

bool Connection::prepare() {
  try {
    const auto quiet = context_.options.keep_alive_timeout;
    socket().setNoDelay(true);
    socket().setReceiveTimeout(Poco::Timespan(std::chrono::microseconds(quiet).count()));
    return true;
  } catch (const Poco::Exception&) {
    // Counted and not logged: anyone can cause any number of these without a request.
    LiveCounters::add(context_.counters.reset);
    return false;
  }
}

void Connection::serve() {
  if (!prepare()) return;
  while (serveOne()) {
  }
}

bool Connection::serveOne() {
  idle_ = true;
  std::optional<wire::Incoming> incoming = reader_.next();
  idle_ = false;
  if (!incoming) return false;
  Request& request = incoming->request;
  if (!activity_.end() && !request.refusal) {
    // The last byte came at the deadline, and the watchdog has closed the receiving side.
    request.refusal = Failure::kLate;
  }
  if (request.refusal && activity_.isGivenUp()) request.refusal = Failure::kFull;
  if (request.refusal == Failure::kLate) LiveCounters::add(context_.counters.request_timeouts);
  ++served_;
  // Anyone could give an id that is another's in the log, or that misleads its readers.
  request.id =
      chooseRequestId(isTrustedProxy() ? request.header("X-Request-Id") : std::string_view());
  const std::string& peer = entry_.peer.address;
  request.client = clientAddress(peer, request.header("X-Forwarded-For"), context_.trusted_proxies);
  request.private_way = cameInPrivate(peer, request, context_.trusted_proxies);
  const Response response = answer(request);
  context_.counters.addRequest(response.status);
  incoming->keep_alive = mayGoOn(*incoming);
  std::string().swap(request.body);  // answered: only the answer is held now
  const bool sent = send(*incoming, response);
  context_.connections.hold(activity_, 0);
  if (isTrustedProxy()) context_.connections.assign(activity_, {});
  return sent && incoming->keep_alive;
}

bool Connection::mayGoOn(const wire::Incoming& incoming) const {
  return incoming.keep_alive && !incoming.request.refusal && !entry_.reserve &&
         served_ < context_.options.max_requests_per_connection && !activity_.isGivenUp() &&
         !context_.connections.isClosing();
}

Response Connection::answer(const Request& request) noexcept {
  try {
    return context_.chain(request);
  } catch (const std::exception& failure) {
    report(context_, failure.what());
  } catch (...) {
    report(context_, "an exception of an unknown type");
  }
  Response response;
  response.status = statusOf(Failure::kInternal);
  return response;
}

bool Connection::send(const wire::Incoming& incoming, const Response& response) {
  using std::chrono::steady_clock;
  const std::string head = wire::renderHead(
      response, {.keep_alive = incoming.keep_alive, .http_1_0 = incoming.http_1_0, .date = date()});
  const bool with_body = wire::sendsBody(incoming.request.method, response.status);
  const std::string_view body = with_body ? std::string_view(*response.body) : std::string_view();
  activity_.begin(Activity::Phase::kAnswering,
                  steady_clock::now() + context_.options.answer_deadline);
  answered_ = true;
  // An answer that others share takes no memory for this client.
  const bool is_shared = response.body.use_count() > 1;
  context_.connections.hold(activity_, head.size() + (is_shared ? 0 : body.size()));
  const bool sent = sendAll(socket(), head, body);
  const bool in_time = activity_.end();
  if (!in_time && !activity_.isGivenUp()) LiveCounters::add(context_.counters.answer_timeouts);
  if (sent) LiveCounters::add(context_.counters.bytes_out, head.size() + body.size());
  return sent && in_time;
}

wire::ByteSource::Status Connection::read(std::string& buffer) {
  // In this order: either stop() sees an idle connection, or this sees the stop.
  if (idle_) activity_.idle();
  const bool waits = !idle_ || !(context_.connections.isClosing() || activity_.isGivenUp());
  std::array<char, kReadBytes> bytes;  // NOLINT(*-member-init): written before it is read
  const Received received = waits ? receive(socket(), bytes.data(), bytes.size())
                                  : tryReceive(socket(), bytes.data(), bytes.size());
  activity_.busy();
  if (activity_.isLate()) return Status::kLate;
  if (received.status == ReceiveStatus::kNothing) return Status::kQuiet;
  if (received.status == ReceiveStatus::kEnd) return Status::kEnd;
  LiveCounters::add(context_.counters.bytes_in, received.bytes);
  buffer.append(bytes.data(), received.bytes);
  received_ += received.bytes;
  if (!idle_) context_.connections.hold(activity_, received_);
  return Status::kBytes;
}

void Connection::requestBegins() {
  idle_ = false;
  received_ = 0;
  activity_.begin(Activity::Phase::kReading,
                  std::chrono::steady_clock::now() + context_.options.request_deadline);
}

bool Connection::sendContinue() {
  return sendAll(socket(), "HTTP/1.1 100 Continue\r\n\r\n", {});
}

base::Result<std::size_t, Failure> Connection::bodyLimit(const Request& head, std::size_t usual) {
  if (entry_.reserve && !startsWith(head.path, context_.options.reserved_prefix)) {
    return Failure::kFull;
  }
  if (isTrustedProxy()) {
    context_.connections.assign(
        activity_, networkOf(clientAddress(entry_.peer.address, head.header("X-Forwarded-For"),
                                           context_.trusted_proxies)));
  }
  const auto& of_route = context_.options.body_limit;
  return of_route ? std::min(of_route(head), usual) : usual;
}

const std::string& Connection::date() {
  const std::int64_t now = context_.unixTime();
  if (now != date_second_ || date_.empty()) {
    date_second_ = now;
    date_ = wire::httpDate(now);
  }
  return date_;
}

}  // namespace policycalc::http::serve
