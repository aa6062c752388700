#include <atomic>
#include <chrono>
#include <future>
#include <latch>
#include <memory>
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
using policycalc::http::test::text;
namespace http = policycalc::http;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

/// Four places, and guests that could stay.
http::ServerOptions fewPlaces() {
  http::ServerOptions options;
  options.max_connections = 4;
  options.keep_alive_timeout = milliseconds(600'000);
  options.request_deadline = milliseconds(600'000);
  options.answer_deadline = milliseconds(600'000);
  return options;
}

/// A client that had one answer and waits.
RawClient guest(const TestServer& server, const std::string& from) {
  RawClient client = server.connect(from);
  client.send(get("/hello"));
  BOOST_TEST(client.receive().status == 200);
  return client;
}

bool isServed(RawClient& client) {
  client.send(get("/hello"));
  return client.receive().status == 200;
}

template <typename Condition>
bool comesTrue(const Condition& condition) {
  const auto begin = steady_clock::now();
  while (!condition()) {
    if (steady_clock::now() - begin > kPatience) return false;
  }
  return true;
}

/// `/work` takes until `done` is set.
struct Works {
  std::latch begun;
  std::promise<void> done;
  std::shared_future<void> may_end = done.get_future().share();

  explicit Works(int requests) : begun(requests) {}
  http::Router router() {
    http::Router made = sampleRouter();
    made.get("/work", [this](const http::Request&) {
      begun.count_down();
      may_end.wait();
      return text("worked");
    });
    made.get("/health/live", [](const http::Request&) { return text("live"); });
    return made;
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ServerPlaces)

BOOST_AUTO_TEST_CASE(the_largest_network_gives_up_its_oldest_idle_connection) {
  const TestServer server(sampleRouter(), fewPlaces());
  RawClient other = guest(server, "127.0.2.1");
  RawClient oldest = guest(server, "127.0.1.1");
  RawClient middle = guest(server, "127.0.1.2");
  RawClient youngest = guest(server, "127.0.1.3");
  RawClient newcomer = guest(server, "127.0.3.1");
  BOOST_TEST(oldest.isClosed());
  for (RawClient* stays : {&other, &middle, &youngest, &newcomer}) BOOST_TEST(isServed(*stays));
  BOOST_TEST(server.server.counters().idle_given_up == 1U);
  BOOST_TEST(server.server.counters().connections_refused == 0U);
  BOOST_TEST(server.server.counters().connections_open == 4U);
}

BOOST_AUTO_TEST_CASE(a_flood_of_one_network_displaces_only_itself) {
  const TestServer server(sampleRouter(), fewPlaces());
  RawClient first = guest(server, "127.0.2.1");
  RawClient second = guest(server, "127.0.3.1");
  std::vector<RawClient> flood;
  for (int i = 0; i < 200; ++i) flood.push_back(server.connect("127.0.1.1"));
  BOOST_TEST(isServed(first));
  BOOST_TEST(isServed(second));
  // One that comes before the last one has its thread finds nobody to give way.
  BOOST_TEST(comesTrue([&] {
    const http::ServerCounters counters = server.server.counters();
    return counters.idle_given_up + counters.connections_refused == 198 &&
           counters.connections_open == 4;
  }));
}

BOOST_AUTO_TEST_CASE(without_an_idle_one_the_slowest_goes_and_is_told) {
  const TestServer server(sampleRouter(), fewPlaces());
  std::vector<RawClient> slow;
  for (int i = 0; i < 4; ++i) {
    slow.push_back(server.connect("127.0.1.1"));
    slow.back().send(
        "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    BOOST_TEST(slow.back().receive().status == 100);
  }
  RawClient newcomer = guest(server, "127.0.2.1");
  const Reply reply = slow.front().receive();
  BOOST_TEST(reply.status == 503);
  BOOST_TEST(reply.header("Retry-After") == "1");
  BOOST_TEST(slow.front().isClosed());
  slow.back().send("hi");
  BOOST_TEST(slow.back().receive().body == "hi");
  BOOST_TEST(server.server.counters().slow_given_up == 1U);
  BOOST_TEST(server.server.counters().request_timeouts == 0U);
}

BOOST_AUTO_TEST_CASE(a_full_house_that_works_answers_503_and_has_room_again) {
  Works works(4);
  const TestServer server(works.router(), fewPlaces());
  std::vector<RawClient> guests;
  for (int i = 0; i < 4; ++i) {
    guests.push_back(server.connect());
    guests.back().send(get("/work"));
  }
  works.begun.wait();
  for (int i = 0; i < 20; ++i) {
    RawClient late = server.connect();
    late.send(post("/echo", std::string(1000, 'x')));
    const Reply reply = late.receive();
    BOOST_TEST(reply.status == 503);
    BOOST_TEST(reply.header("Retry-After") == "1");
    BOOST_TEST(reply.header("X-Frame-Options") == "DENY");
    late.finish();
    BOOST_TEST(late.isClosed());
  }
  BOOST_TEST(server.server.counters().connections_refused == 20U);
  works.done.set_value();
  for (RawClient& served : guests) BOOST_TEST(served.receive().body == "worked");
  BOOST_TEST(comesTrue([&] { return server.exchange(get("/hello")).status == 200; }));
}

BOOST_AUTO_TEST_CASE(probes_are_served_when_all_places_work) {
  Works works(4);
  http::ServerOptions options = fewPlaces();
  options.reserved_prefix = "/health";
  const TestServer server(works.router(), options);
  std::vector<RawClient> guests;
  for (int i = 0; i < 4; ++i) {
    guests.push_back(server.connect());
    guests.back().send(get("/work"));
  }
  works.begun.wait();
  std::vector<RawClient> silent;  // they fill the reserve, but must leave it for a probe
  for (int i = 0; i < 30; ++i) silent.push_back(server.connect());
  // Until each of them has its thread, it cannot give way.
  BOOST_TEST(comesTrue([&] { return server.exchange(get("/health/live")).body == "live"; }));
  for (int i = 0; i < 30; ++i) {
    RawClient probe = server.connect();
    probe.send(get("/health/live"));
    const Reply reply = probe.receive();
    BOOST_TEST(reply.body == "live");
    BOOST_TEST(reply.header("Connection") == "close");
    const Reply other = server.exchange(post("/echo", "body"));
    BOOST_TEST(other.status == 503);
    BOOST_TEST(other.header("Retry-After") == "1");
  }
  works.done.set_value();
  for (RawClient& served : guests) BOOST_TEST(served.receive().body == "worked");
}

BOOST_AUTO_TEST_CASE(clients_of_a_trusted_proxy_are_told_apart) {
  http::ServerOptions options = fewPlaces();
  options.trusted_proxies = {"127.0.0.9"};
  const TestServer server(sampleRouter(), options);
  std::vector<RawClient> slow;
  for (const char* client : {"203.0.113.7", "198.51.100.1", "198.51.100.2", "198.51.100.3"}) {
    slow.push_back(server.connect("127.0.0.9"));
    slow.back().send("POST /echo HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + std::string(client) +
                     "\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    BOOST_TEST(slow.back().receive().status == 100);
  }
  RawClient newcomer = guest(server, "127.0.0.9");  // any proxy's newcomer has a place
  BOOST_TEST(slow[1].receive().status == 503);      // of the network with three
  slow[0].send("hi");
  BOOST_TEST(slow[0].receive().body == "hi");
  // An idle connection of the proxy is nobody's, and stays for the proxy to use.
  RawClient direct = guest(server, "127.0.2.1");
  BOOST_TEST(isServed(newcomer));
  BOOST_TEST(isServed(slow[0]));
}

BOOST_AUTO_TEST_CASE(a_hall_behind_one_address_is_served_in_full) {
  http::ServerOptions options = fewPlaces();
  options.max_connections = 512;
  const TestServer server(sampleRouter(), options);
  std::vector<RawClient> hall;
  for (int i = 0; i < 30 * 6; ++i) hall.push_back(guest(server, "127.0.1.1"));
  std::vector<RawClient> flood;
  for (int i = 0; i < 600; ++i) flood.push_back(server.connect("127.0.2.1"));
  int served = 0;
  for (RawClient& seat : hall) served += isServed(seat) ? 1 : 0;
  BOOST_TEST(served == 30 * 6);
}

BOOST_AUTO_TEST_CASE(answers_that_nobody_takes_are_cut_above_the_bound) {
  constexpr std::size_t kBig = 24 << 20;  // more than the sockets hold
  http::ServerOptions options = fewPlaces();
  options.compress_answers = false;
  options.max_bytes_in_flight = 2 * kBig + kBig / 2;
  http::Router router = sampleRouter();
  router.get("/large", [](const http::Request&) { return text(std::string(kBig, 'x')); });
  const TestServer server(router, options);
  const auto held = [&] { return server.server.counters().bytes_in_flight; };
  RawClient first = server.connect("127.0.1.1");
  first.send(get("/large"));
  BOOST_TEST(comesTrue([&] { return held() > kBig; }));
  RawClient second = server.connect("127.0.2.1");
  second.send(get("/large"));
  BOOST_TEST(comesTrue([&] { return held() > 2 * kBig; }));
  RawClient third = server.connect("127.0.2.1");
  third.send(get("/large"));
  BOOST_TEST(comesTrue([&] { return server.server.counters().slow_given_up == 1; }));
  BOOST_TEST(second.receive().status == 0);  // cut in the middle
  BOOST_TEST(first.receive().body.size() == kBig);
  BOOST_TEST(third.receive().body.size() == kBig);
  BOOST_TEST(comesTrue([&] { return held() == 0; }));
}

BOOST_AUTO_TEST_CASE(an_answer_that_is_shared_counts_only_once) {
  http::ServerOptions options = fewPlaces();
  options.max_bytes_in_flight = 100'000;
  options.compress_answers = false;
  http::Router router = sampleRouter();
  router.get("/large",
             [body = std::make_shared<const std::string>(24 << 20, 'x')](const http::Request&) {
               http::Response response;
               response.body = body;
               return response;
             });
  const TestServer server(router, options);
  std::vector<RawClient> clients;
  for (int i = 0; i < 4; ++i) {
    clients.push_back(server.connect());
    clients.back().send(get("/large"));
  }
  for (RawClient& client : clients) BOOST_TEST(client.receive().body.size() == 24U << 20);
  BOOST_TEST(server.server.counters().slow_given_up == 0U);
}

BOOST_AUTO_TEST_CASE(memory_is_given_back_after_many_connections) {
  std::promise<void> called;
  std::atomic<int> calls{0};
  http::ServerOptions options;
  options.keep_alive_timeout = milliseconds(600'000);  // all are there at one time
  options.after_storm = [&] {
    if (++calls == 1) called.set_value();
  };
  const TestServer server(sampleRouter(), options);
  {
    std::vector<RawClient> storm;
    for (int i = 0; i < 100; ++i) storm.push_back(guest(server, "127.0.1.1"));
    BOOST_TEST(calls == 0);
  }
  const bool came = called.get_future().wait_for(kPatience) == std::future_status::ready;
  BOOST_TEST(came);
}

BOOST_AUTO_TEST_SUITE_END()
