#include <chrono>
#include <future>
#include <latch>
#include <stdexcept>
#include <string>

#include <boost/test/unit_test.hpp>

#include "http/server/test_server.h"

using policycalc::http::test::get;
using policycalc::http::test::kPatience;
using policycalc::http::test::RawClient;
using policycalc::http::test::Reply;
using policycalc::http::test::sampleRouter;
using policycalc::http::test::TestServer;
using policycalc::http::test::text;
namespace http = policycalc::http;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// Whether the system refuses new clients, after a moment.
bool isRefusedSoon(const TestServer& server) {
  const auto begin = steady_clock::now();
  while (steady_clock::now() - begin < kPatience) {
    try {
      server.connect();
    } catch (const std::runtime_error&) {
      return true;
    }
  }
  return false;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ServerStop)

BOOST_AUTO_TEST_CASE(a_running_request_gets_its_answer) {
  std::latch running(1);
  std::promise<void> go_on;
  std::shared_future<void> may_go_on = go_on.get_future().share();
  http::Router router = sampleRouter();
  router.get("/slow", [&running, may_go_on](const http::Request&) {
    running.count_down();
    may_go_on.wait();
    return text("done");
  });
  TestServer server(router);
  RawClient client = server.connect();
  client.send(get("/slow"));
  running.wait();
  auto stopped = std::async(std::launch::async, [&server] { server.server.stop(); });
  // The stop has begun once a new client is refused; only then may the request end.
  BOOST_TEST(isRefusedSoon(server));
  go_on.set_value();
  const Reply reply = client.receive();
  BOOST_TEST(reply.body == "done");
  BOOST_TEST(reply.header("Connection") == "close");
  stopped.get();
  BOOST_TEST(client.isClosed());
  BOOST_TEST(server.server.counters().connections_open == 0U);
}

// Poco tells the failures of all servers in one place: each service has a second one, for figures.
BOOST_AUTO_TEST_CASE(a_server_is_not_told_that_another_one_stops) {
  const TestServer stays;
  for (int i = 0; i < 20; ++i) {
    TestServer stops;
    RawClient client = stops.connect();
    client.send(get("/hello"));
    BOOST_TEST(client.receive().status == 200);
    stops.server.stop();
  }
  BOOST_TEST(stays.errors.all().empty());
}

BOOST_AUTO_TEST_CASE(new_clients_are_refused_while_it_drains_and_nothing_is_logged) {
  http::ServerOptions options;
  options.request_deadline = milliseconds(600'000);
  options.drain = milliseconds(600'000);
  TestServer server(sampleRouter(), options);
  RawClient slow = server.connect();
  slow.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  BOOST_TEST(slow.receive().status == 100);
  auto stopped = std::async(std::launch::async, [&server] { server.server.stop(); });
  BOOST_TEST(isRefusedSoon(server));
  slow.send("hi");  // within the drain
  BOOST_TEST(slow.receive().body == "hi");
  stopped.get();
  BOOST_TEST(server.errors.all().empty());
}

BOOST_AUTO_TEST_CASE(slow_requests_are_cut_at_the_end_of_the_drain) {
  http::ServerOptions options;
  options.request_deadline = milliseconds(600'000);
  options.drain = milliseconds(200);
  TestServer server(sampleRouter(), options);
  RawClient slow = server.connect();
  slow.send("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  BOOST_TEST(slow.receive().status == 100);
  const auto begin = steady_clock::now();
  server.server.stop();
  BOOST_CHECK(steady_clock::now() - begin < options.request_deadline / 2);
  const Reply reply = slow.receive();
  BOOST_TEST(reply.status == 408);
  BOOST_TEST(reply.header("Connection") == "close");
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_not_taken_ends_with_the_drain) {
  http::ServerOptions options;
  options.answer_deadline = milliseconds(600'000);
  options.drain = milliseconds(100);
  http::Router router;
  router.get("/large", [](const http::Request&) { return text(std::string(32 << 20, 'x')); });
  TestServer server(router, options);
  RawClient client = server.connect();
  client.send(get("/large"));
  const auto begin = steady_clock::now();
  while (server.server.counters().bytes_in_flight == 0 && steady_clock::now() - begin < kPatience) {
  }
  server.server.stop();
  BOOST_CHECK(steady_clock::now() - begin < options.answer_deadline / 2);
}

BOOST_AUTO_TEST_CASE(idle_connections_do_not_delay_it) {
  http::ServerOptions options;
  options.keep_alive_timeout = milliseconds(600'000);
  TestServer server(sampleRouter(), options);
  RawClient used = server.connect();
  used.send(get("/hello"));
  used.receive();
  RawClient silent = server.connect();
  const auto begin = steady_clock::now();
  server.server.stop();
  BOOST_CHECK(steady_clock::now() - begin < options.keep_alive_timeout / 2);
  BOOST_TEST(used.isClosed());
}

BOOST_AUTO_TEST_CASE(no_request_that_was_answered_once_is_lost_while_stopping) {
  for (int round = 0; round < 10; ++round) {
    TestServer server;
    std::promise<void> warm;
    auto client = std::async(std::launch::async, [&] {
      RawClient raw = server.connect();
      int answered = 0;
      for (;; ++answered) {
        if (answered == 20) warm.set_value();
        raw.send(get("/hello"));
        const Reply reply = raw.receive();
        if (reply.status != 200) return -answered;
        if (reply.header("Connection") == "close") return answered;
      }
    });
    warm.get_future().wait();
    server.server.stop();
    // A client that is always busy learns of the end from an answer, or finds the connection closed
    // between two answers; it never gets half of one.
    BOOST_TEST(std::abs(client.get()) >= 20);
  }
}

BOOST_AUTO_TEST_CASE(stopping_twice_and_without_a_start_is_harmless) {
  http::Server never({}, sampleRouter());
  BOOST_TEST(never.port() == 0);
  never.stop();
  TestServer server;
  server.server.stop();
  server.server.stop();
}

BOOST_AUTO_TEST_CASE(a_port_that_is_taken_is_an_error_for_people) {
  const TestServer first;
  http::ServerOptions options;
  options.port = first.server.port();
  http::Server second(options, sampleRouter());
  BOOST_CHECK_EXCEPTION(second.start(), std::runtime_error, [&](const std::runtime_error& error) {
    return std::string(error.what()).find(std::to_string(first.server.port())) != std::string::npos;
  });
}

BOOST_AUTO_TEST_SUITE_END()
