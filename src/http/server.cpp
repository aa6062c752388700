#include "policycalc/http/server.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/socket.h>
#include <utility>

#include <Poco/Exception.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>

#include "policycalc/http/client.h"
#include "policycalc/http/decorators.h"

#include "http/serve/accept_failures.h"
#include "http/serve/admission.h"
#include "http/serve/connection.h"
#include "http/serve/context.h"

namespace policycalc::http {

namespace {

constexpr int kBacklog = 1024;
constexpr std::size_t kLingering = 256;
constexpr std::size_t kOtherFiles = 128;  ///< database, logs, catalogue files
constexpr int kStackBytes = 1024 * 1024;
/// Short, as an idle thread holds on to its stack after a storm of connections.
constexpr int kThreadIdleSeconds = 5;
/// A thread needs a moment to end after it gives its place back; the next must not wait for it.
constexpr int kSpareThreads = 16;
/// Each probe takes one for a millisecond.
constexpr std::size_t kReserve = 8;

std::chrono::milliseconds tickFor(const ServerOptions& options) {
  using std::chrono::milliseconds;
  const auto shortest = std::min(options.request_deadline, options.answer_deadline);
  return std::clamp(shortest / 8, milliseconds(5), milliseconds(100));
}

Endpoint chainAround(Endpoint endpoint, const ServerOptions& options) {
  Endpoint chain =
      withErrorGuard(withLimits(std::move(endpoint)), options.error_log, options.failure_of);
  if (options.compress_answers) chain = withCompression(std::move(chain));
  chain = withCors(std::move(chain), options.cors_prefix, options.cors_except);
  return withRequestId(withAccessLog(std::move(chain), options.access_log));
}

std::set<std::string, std::less<>> canonicalAddresses(const std::vector<std::string>& texts) {
  std::set<std::string, std::less<>> addresses;
  for (const std::string& text : texts) {
    std::string address = canonicalAddress(text);
    if (address.empty())
      throw std::runtime_error("`" + text + "` is not the IP address of a proxy");
    addresses.insert(std::move(address));
  }
  return addresses;
}

/// Without file descriptors accept() fails, and clients get no answer at all.
void ensureFileLimit(std::size_t connections) {
  const rlim_t needed = connections + kReserve + kLingering + kOtherFiles;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= needed) return;
  if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < needed) {
    throw std::runtime_error("this many connections need " + std::to_string(needed) +
                             " open files, but the limit is " + std::to_string(limit.rlim_max));
  }
  limit.rlim_cur = needed;
  if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) {
    throw std::runtime_error("cannot raise the limit of open files");
  }
}

Poco::Net::ServerSocket listenOn(const ServerOptions& options) {
  try {
    Poco::Net::ServerSocket socket;
    // The address can be used again at once after a stop, but not by two servers at a time.
    socket.bind(Poco::Net::SocketAddress(options.host, options.port), true, false);
    socket.listen(kBacklog);
    return socket;
  } catch (const Poco::Exception& failure) {
    throw std::runtime_error("cannot listen on `" + options.host + "` port " +
                             std::to_string(options.port) + ": " + failure.displayText());
  }
}

class Factory : public Poco::Net::TCPServerConnectionFactory {
 public:
  explicit Factory(serve::Context& context) : context_(context) {}
  Poco::Net::TCPServerConnection* createConnection(const Poco::Net::StreamSocket& socket) override {
    return new serve::Connection(socket, context_);
  }

 private:
  serve::Context& context_;
};

Poco::Net::TCPServerParams::Ptr paramsFor(int threads) {
  Poco::Net::TCPServerParams::Ptr params = new Poco::Net::TCPServerParams;
  params->setMaxThreads(threads);
  params->setMaxQueued(threads);
  return params;
}

}  // namespace

class Server::Impl {
 public:
  Impl(ServerOptions options, Endpoint endpoint)
      : context_{.options = options,
                 .chain = chainAround(std::move(endpoint), options),
                 .trusted_proxies = canonicalAddresses(options.trusted_proxies),
                 .counters = {},
                 .connections = serve::Connections(
                     {.places = options.max_connections,
                      .reserve = options.reserved_prefix.empty() ? 0 : kReserve,
                      .bytes = static_cast<std::int64_t>(options.max_bytes_in_flight),
                      .tick = tickFor(options),
                      .after_storm = [this] { giveMemoryBack(); }}),
                 .lingering = serve::Lingering(kLingering)},
        failures_(std::move(options.error_log)),
        threads_(static_cast<int>(options.max_connections + kReserve) + kSpareThreads),
        pool_(2, threads_, kThreadIdleSeconds, kStackBytes) {}

  void start() {
    ensureFileLimit(context_.options.max_connections);
    listener_ = listenOn(context_.options);
    port_ = listener_.address().port();
    server_.emplace(new Factory(context_), pool_, listener_, paramsFor(threads_));
    server_->setConnectionFilter(new serve::Admission(context_));
    server_->start();
  }

  void stop() {
    if (!server_) return;
    // Poco closes the listening socket last. Until then new clients would wait for an answer.
    serve::AcceptFailures::beginStop();
    context_.connections.announceClosing();  // first: who is refused knows that the stop has begun
    ::shutdown(listener_.impl()->sockfd(), SHUT_RDWR);
    // Before the queue, which drops the connections in it.
    context_.connections.close(context_.options.drain);
    server_->stop();
    pool_.joinAll();
    server_.reset();
    listener_.close();
    serve::AcceptFailures::endStop();
  }

  std::uint16_t port() const { return port_; }

  ServerCounters counters() const {
    const auto& live = context_.counters;
    ServerCounters counters;
    counters.connections_accepted = live.accepted;
    counters.connections_refused = live.refused;
    counters.connections_reset = live.reset;
    counters.idle_given_up = context_.connections.idleGivenUp();
    counters.slow_given_up = context_.connections.slowGivenUp();
    counters.connections_open = context_.connections.open();
    counters.bytes_in_flight = context_.connections.bytes();
    for (std::size_t i = 0; i < counters.requests.size(); ++i) {
      counters.requests.at(i) = live.requests.at(i);
    }
    counters.bytes_in = live.bytes_in;
    counters.bytes_out = live.bytes_out;
    counters.request_timeouts = live.request_timeouts;
    counters.answer_timeouts = live.answer_timeouts;
    return counters;
  }

 private:
  void giveMemoryBack() {
    pool_.collect();  // the stacks of threads without work
    if (context_.options.after_storm) context_.options.after_storm();
  }

  serve::Context context_;
  serve::AcceptFailures failures_;
  const int threads_;
  Poco::ThreadPool pool_;
  Poco::Net::ServerSocket listener_;
  std::optional<Poco::Net::TCPServer> server_;
  std::uint16_t port_ = 0;
};

Server::Server(ServerOptions options, Endpoint endpoint)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(endpoint))) {}

Server::~Server() {
  impl_->stop();
}

void Server::start() {
  impl_->start();
}
void Server::stop() {
  impl_->stop();
}
std::uint16_t Server::port() const {
  return impl_->port();
}
ServerCounters Server::counters() const {
  return impl_->counters();
}

}  // namespace policycalc::http
