#include <chrono>
#include <future>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "http/server/test_server.h"

using policycalc::http::test::get;
using policycalc::http::test::kPatience;
using policycalc::http::test::post;
using policycalc::http::test::RawClient;
using policycalc::http::test::Reply;
using policycalc::http::test::sampleRouter;
using policycalc::http::test::TestServer;
namespace http = policycalc::http;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

BOOST_AUTO_TEST_SUITE(ServerLimits)

BOOST_AUTO_TEST_CASE(a_request_that_stops_arriving_gets_408) {
  http::ServerOptions options;
  options.request_deadline = milliseconds(300);
  options.keep_alive_timeout = milliseconds(60'000);  // the deadline alone can end it
  const TestServer server(sampleRouter(), options);
  const std::string whole = post("/echo", "body");
  for (const std::size_t sent : {std::size_t{1}, std::size_t{20}, whole.size() - 1}) {
    RawClient client = server.connect();
    client.send(whole.substr(0, sent));
    const Reply reply = client.receive();
    BOOST_TEST(reply.status == 408);
    BOOST_TEST(reply.header("Connection") == "close");
    BOOST_TEST(client.isClosed());
  }
  BOOST_TEST(server.server.counters().request_timeouts == 3U);
}

BOOST_AUTO_TEST_CASE(a_client_that_drips_bytes_is_ended_by_the_deadline) {
  http::ServerOptions options;
  options.request_deadline = milliseconds(300);
  options.max_requests_per_connection = 1'000'000;
  options.keep_alive_timeout = milliseconds(60'000);  // no read times out by itself
  options.max_header_bytes = std::size_t{1} << 30;    // and only time runs out
  const TestServer server(sampleRouter(), options);
  const TestServer other;
  RawClient client = server.connect();
  const auto begin = steady_clock::now();
  client.send("GET /hello HTTP/1.1\r\nX: ");
  // A whole exchange paces each byte, so that the test need not sleep. It is with another server,
  // which has time for it on a slow machine, too.
  std::size_t dripped = 0;
  while (client.send("a") && steady_clock::now() - begin < kPatience) {
    ++dripped;
    if (server.server.counters().request_timeouts > 0) break;
    BOOST_REQUIRE(other.exchange(get("/hello")).status == 200);
  }
  BOOST_TEST(dripped > 0U);
  BOOST_TEST(server.server.counters().request_timeouts == 1U);
  BOOST_CHECK(steady_clock::now() - begin >= milliseconds(250));
}

BOOST_AUTO_TEST_CASE(an_idle_connection_is_closed_without_an_answer) {
  http::ServerOptions options;
  options.keep_alive_timeout = milliseconds(1000);
  const TestServer server(sampleRouter(), options);
  RawClient silent = server.connect();
  BOOST_TEST(silent.isClosed());
  // A client on a slow machine may send its request too late: it tries again.
  int status = 0;
  const auto begin = steady_clock::now();
  while (status == 0 && steady_clock::now() - begin < kPatience) {
    RawClient used = server.connect();
    used.send(get("/hello"));
    status = used.receive().status;
    BOOST_TEST(used.isClosed());
  }
  BOOST_TEST(status == 200);
  BOOST_TEST(server.server.counters().request_timeouts == 0U);
}

BOOST_AUTO_TEST_CASE(a_client_that_never_reads_is_given_up) {
  http::ServerOptions options;
  options.answer_deadline = milliseconds(300);
  options.max_requests_per_connection = 1'000'000;
  options.compress_answers = false;
  http::Router router;
  router.get("/large",
             [body = std::make_shared<const std::string>(32 << 20, 'x')](const http::Request&) {
               http::Response response;
               response.body = body;
               return response;
             });
  const TestServer server(router, options);
  RawClient client = server.connect();
  client.send(get("/large"));
  // The exchanges that pace the looks are with another server, whose answers are never late.
  const TestServer other;
  const auto begin = steady_clock::now();
  while (server.server.counters().answer_timeouts == 0 && steady_clock::now() - begin < kPatience) {
    BOOST_REQUIRE(other.exchange(get("/hello")).status == 200);
  }
  BOOST_TEST(server.server.counters().answer_timeouts == 1U);
}

BOOST_AUTO_TEST_CASE(the_last_request_of_a_connection_says_so) {
  http::ServerOptions options;
  options.max_requests_per_connection = 3;
  const TestServer server(sampleRouter(), options);
  RawClient client = server.connect();
  client.send(get("/hello") + get("/hello") + get("/hello") + get("/hello"));
  BOOST_TEST(client.receive().header("Connection") == "");
  BOOST_TEST(client.receive().header("Connection") == "");
  BOOST_TEST(client.receive().header("Connection") == "close");
  BOOST_TEST(client.isClosed());
}

BOOST_AUTO_TEST_CASE(slow_clients_do_not_keep_others_waiting) {
  const TestServer server;
  std::vector<RawClient> slow;
  for (int i = 0; i < 100; ++i) {
    slow.push_back(server.connect());
    slow.back().send("POST /echo HTTP/1.1\r\n");
  }
  BOOST_TEST(server.exchange(get("/hello")).status == 200);
}

BOOST_AUTO_TEST_CASE(many_clients_at_once_all_get_their_own_answers) {
  const TestServer server;
  std::vector<std::future<int>> clients;
  clients.reserve(16);
  for (int number = 0; number < 16; ++number) {
    clients.push_back(std::async(std::launch::async, [&server, number] {
      RawClient client = server.connect();
      int right = 0;
      for (int i = 0; i < 100; ++i) {
        const std::string body = std::to_string(number) + ":" + std::to_string(i);
        client.send(post("/echo", body));
        right += client.receive().body == body ? 1 : 0;
      }
      return right;
    }));
  }
  for (auto& client : clients) BOOST_TEST(client.get() == 100);
  BOOST_TEST(server.server.counters().requests[2] == 1600U);
}

BOOST_AUTO_TEST_CASE(a_connection_reset_before_it_is_served_is_counted_and_not_logged) {
  const TestServer server;
  const auto begin = steady_clock::now();
  // Whether the reset comes before the server looks at the socket is chance.
  while (server.server.counters().connections_reset == 0 &&
         steady_clock::now() - begin < kPatience) {
    for (int i = 0; i < 20; ++i) server.connect().reset();
    BOOST_TEST(server.exchange(get("/hello")).status == 200);
  }
  BOOST_TEST(server.server.counters().connections_reset > 0U);
  BOOST_TEST(server.errors.all().empty());
}

BOOST_AUTO_TEST_SUITE_END()
