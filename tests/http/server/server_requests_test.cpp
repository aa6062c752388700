#include <stdexcept>
#include <string>

#include <boost/test/unit_test.hpp>

#include "policycalc/http/static_files.h"
#include "policycalc/json/reader.h"

#include "http/server/test_server.h"

using policycalc::http::test::get;
using policycalc::http::test::post;
using policycalc::http::test::RawClient;
using policycalc::http::test::Reply;
using policycalc::http::test::sampleRouter;
using policycalc::http::test::TestServer;
using namespace std::string_literals;
namespace http = policycalc::http;
namespace json = policycalc::json;

namespace {

/// A refusal is a whole problem with the security headers, and ends the connection.
void checkRefusal(const TestServer& server, const std::string& bytes, int status) {
  RawClient client = server.connect();
  client.send(bytes);
  const Reply reply = client.receive();
  BOOST_TEST(reply.status == status, bytes.substr(0, 60));
  BOOST_TEST(reply.header("Content-Type") == "application/problem+json");
  BOOST_TEST(reply.header("Connection") == "close");
  BOOST_TEST(!reply.header("X-Request-Id").empty());
  BOOST_TEST(reply.header("X-Content-Type-Options") == "nosniff");
  const auto body = json::read(reply.body);
  BOOST_REQUIRE(body.ok());
  BOOST_TEST(body->find("request_id")->text == reply.header("X-Request-Id"));
  BOOST_TEST(client.isClosed());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ServerRequests)

BOOST_AUTO_TEST_CASE(answers_come_in_order_on_one_connection) {
  const TestServer server;
  RawClient client = server.connect();
  client.send(get("/hello"));
  BOOST_TEST(client.receive().body == "hello");
  client.send(post("/echo", "body"));
  BOOST_TEST(client.receive().body == "body");
  client.send(get("/nowhere"));
  BOOST_TEST(client.receive().status == 404);
  client.send(get("/things/8.1.a"));
  BOOST_TEST(client.receive().body == "8.1.a");
  BOOST_TEST(server.server.counters().connections_accepted == 1U);
}

BOOST_AUTO_TEST_CASE(pipelined_requests_are_all_answered) {
  const TestServer server;
  RawClient client = server.connect();
  std::string all;
  for (int i = 0; i < 50; ++i) all += post("/echo", std::to_string(i)) + get("/hello");
  client.send(all);
  for (int i = 0; i < 50; ++i) {
    BOOST_TEST(client.receive().body == std::to_string(i));
    BOOST_TEST(client.receive().body == "hello");
  }
}

BOOST_AUTO_TEST_CASE(a_request_may_be_split_anywhere) {
  const TestServer server;
  const std::string bytes = post("/echo", "body");
  RawClient client = server.connect();
  for (std::size_t split = 1; split < bytes.size(); ++split) {
    client.send(bytes.substr(0, split));
    client.send(bytes.substr(split));
    BOOST_TEST(client.receive().body == "body");
  }
}

BOOST_AUTO_TEST_CASE(no_body_ever_becomes_a_request) {
  const TestServer server;
  RawClient client = server.connect();
  const std::string hidden = get("/hello");
  for (const std::string path : {"/nowhere", "/hello", "/things/1"}) {
    client.send(post(path, hidden) + get("/things/next"));
    BOOST_TEST(client.receive().status >= 404);
    BOOST_TEST(client.receive().body == "next");
  }
  client.send("GET /hello HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(hidden.size()) +
              "\r\n\r\n" + hidden + get("/things/next"));
  BOOST_TEST(client.receive().body == "hello");
  BOOST_TEST(client.receive().body == "next");
}

BOOST_AUTO_TEST_CASE(a_refused_body_ends_the_connection_and_is_never_executed) {
  http::ServerOptions options;
  options.max_body_bytes = 1000;
  const TestServer server(sampleRouter(), options);
  RawClient client = server.connect();
  std::string body = get("/hello");
  body.resize(1001, '\n');
  client.send(post("/echo", body));
  BOOST_TEST(client.receive().status == 413);
  BOOST_TEST(client.isClosed());
  BOOST_TEST(server.access.all().size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_body_above_the_limit_of_its_route_is_refused_before_it_arrives) {
  http::ServerOptions options;
  options.body_limit = [](const http::Request& head) -> std::size_t {
    return head.path == "/echo" ? 100 : 1'000'000;
  };
  const TestServer server(sampleRouter(), options);
  for (const std::size_t size : {99U, 100U}) {
    BOOST_TEST(server.exchange(post("/echo", std::string(size, 'x'))).status == 200);
  }
  const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\n";
  checkRefusal(server, head + "Content-Length: 101\r\n\r\n", 413);
  checkRefusal(server, head + "Content-Length: 101\r\nExpect: 100-continue\r\n\r\n", 413);
  checkRefusal(server, head + "Transfer-Encoding: chunked\r\n\r\n65\r\n", 413);
  BOOST_TEST(server
                 .exchange(head + "Transfer-Encoding: chunked\r\n\r\n64\r\n" +
                           std::string(100, 'x') + "\r\n0\r\n\r\n")
                 .status == 200);
  // No route may take more than the server does.
  checkRefusal(server, "POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 262145\r\n\r\n", 413);
}

BOOST_AUTO_TEST_CASE(every_refusal_has_its_status) {
  const TestServer server;
  const std::string head = "POST /echo HTTP/1.1\r\nHost: a\r\n";
  checkRefusal(server, "GARBAGE\r\n\r\n", 400);
  checkRefusal(server, "GET /hello HTTP/1.1\r\n\r\n", 400);
  checkRefusal(server, "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
  checkRefusal(server, "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"s, 400);
  checkRefusal(server, get("/%zz"), 400);
  checkRefusal(server, head + "Content-Length: -1\r\n\r\n", 400);
  checkRefusal(server, head + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
  checkRefusal(server, head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
               400);
  checkRefusal(server, head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400);
  checkRefusal(server, head + "\r\n", 411);
  checkRefusal(server, head + "Content-Length: 262145\r\n\r\n", 413);
  checkRefusal(server, "GET /" + std::string(9000, 'a'), 414);
  checkRefusal(server, head + "Expect: tea\r\nContent-Length: 1\r\n\r\n", 417);
  checkRefusal(server, get("/hello", "X: " + std::string(17000, 'a') + "\r\n"), 431);
  checkRefusal(server, head + "Transfer-Encoding: gzip\r\n\r\n", 501);
  checkRefusal(server, "GET /hello HTTP/2.0\r\nHost: a\r\n\r\n", 505);
}

BOOST_AUTO_TEST_CASE(a_refusal_arrives_though_the_client_goes_on_sending) {
  const TestServer server;
  for (int i = 0; i < 20; ++i) {
    RawClient client = server.connect();
    // More than is read before the refusal: without lingering, a reset would overtake the answer.
    client.send(post("/echo", std::string(300'000, 'x')));
    BOOST_TEST(client.receive().status == 413);
    client.finish();
    BOOST_TEST(client.isClosed());
  }
}

BOOST_AUTO_TEST_CASE(a_truncated_body_is_refused) {
  const TestServer server;
  RawClient client = server.connect();
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nhalf");
  client.finish();
  BOOST_TEST(client.receive().status == 400);
  BOOST_TEST(client.isClosed());
}

BOOST_AUTO_TEST_CASE(the_largest_body_is_taken_sized_and_chunked) {
  const TestServer server;
  RawClient client = server.connect();
  const std::string body(262'144, 'x');
  client.send(post("/echo", body));
  BOOST_TEST((client.receive().body == body));
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n40000\r\n" +
              body + "\r\n0\r\n\r\n");
  BOOST_TEST((client.receive().body == body));
}

BOOST_AUTO_TEST_CASE(a_client_that_waits_is_told_to_continue) {
  const TestServer server;
  RawClient client = server.connect();
  client.send(
      "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
  BOOST_TEST(client.receive().status == 100);
  client.send("hi");
  BOOST_TEST(client.receive().body == "hi");
}

BOOST_AUTO_TEST_CASE(head_has_the_length_of_get_and_no_body) {
  const TestServer server;
  RawClient client = server.connect();
  client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n" + get("/hello"));
  const Reply head = client.receive(true);
  BOOST_TEST(head.status == 200);
  BOOST_TEST(head.header("Content-Length") == "5");
  BOOST_TEST(client.receive().body == "hello");
}

BOOST_AUTO_TEST_CASE(methods_are_answered_by_the_router) {
  const TestServer server;
  const Reply refused = server.exchange("DELETE /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  BOOST_TEST(refused.status == 405);
  BOOST_TEST(refused.header("Allow") == "GET, HEAD, OPTIONS");
  const Reply options = server.exchange("OPTIONS /echo HTTP/1.1\r\nHost: a\r\n\r\n");
  BOOST_TEST(options.status == 204);
  BOOST_TEST(options.header("Allow") == "OPTIONS, POST");
  BOOST_TEST(options.header("Content-Length") == "");
}

BOOST_AUTO_TEST_CASE(old_clients_are_answered_and_closed) {
  const TestServer server;
  RawClient client = server.connect();
  client.send("GET /hello HTTP/1.0\r\n\r\n");
  BOOST_TEST(client.receive().body == "hello");
  BOOST_TEST(client.isClosed());
  RawClient keeping = server.connect();
  keeping.send("GET /hello HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
  BOOST_TEST(keeping.receive().header("Connection") == "keep-alive");
  keeping.send("GET /hello HTTP/1.0\r\n\r\n");
  BOOST_TEST(keeping.receive().status == 200);
}

BOOST_AUTO_TEST_CASE(a_failing_endpoint_is_a_500_and_the_connection_goes_on) {
  http::Router router = sampleRouter();
  router.get("/throw",
             [](const http::Request&) -> http::Response { throw std::runtime_error("secret"); });
  router.get("/odd", [](const http::Request&) -> http::Response { throw 42; });
  const TestServer server(router);
  RawClient client = server.connect();
  for (const std::string path : {"/throw", "/odd"}) {
    client.send(get(path));
    const Reply reply = client.receive();
    BOOST_TEST(reply.status == 500);
    BOOST_TEST(reply.text.find("secret") == std::string::npos);
  }
  client.send(get("/hello"));
  BOOST_TEST(client.receive().status == 200);
  BOOST_TEST(server.errors.all().size() == 2U);
  BOOST_TEST(server.errors.all().at(0).find("secret") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_answer_has_the_security_headers) {
  const TestServer server;
  for (const std::string& bytes :
       {get("/hello"), get("/nowhere"), std::string("X\r\n\r\n"), post("/hello", "")}) {
    const Reply reply = server.exchange(bytes);
    BOOST_TEST(reply.header("Content-Security-Policy").find("default-src 'none'") == 0U);
    BOOST_TEST(reply.header("Content-Security-Policy").find("unsafe") == std::string::npos);
    BOOST_TEST(reply.header("X-Content-Type-Options") == "nosniff");
    BOOST_TEST(reply.header("Referrer-Policy") == "no-referrer");
    BOOST_TEST(reply.header("X-Frame-Options") == "DENY");
    BOOST_TEST(reply.header("Cross-Origin-Opener-Policy") == "same-origin");
    BOOST_TEST(reply.header("Cross-Origin-Resource-Policy") == "same-origin");
    BOOST_TEST(!reply.header("Permissions-Policy").empty());
    BOOST_TEST(reply.header("Cache-Control") == "no-store");
  }
}

BOOST_AUTO_TEST_CASE(the_log_knows_neither_path_nor_query_nor_body) {
  const TestServer server;
  RawClient client = server.connect();
  client.send(post("/echo?q=secret", "secret", "X-Request-Id: secret\r\nCookie: secret\r\n"));
  const std::string id = client.receive().header("X-Request-Id");
  client.send(get("/things/secret"));
  client.receive();
  client.send(get("/secret"));
  client.receive();
  client.send("SECRET /%zz\r\n\r\n");
  client.receive();
  const auto lines = server.access.all();
  BOOST_REQUIRE_EQUAL(lines.size(), 4U);
  BOOST_TEST(lines[0].find(id + " POST /echo 200 ") == 0U);
  BOOST_TEST(lines[1].find(" GET /things/{id} 200 ") != std::string::npos);
  BOOST_TEST(lines[2].find(" GET - 404 ") != std::string::npos);
  BOOST_TEST(lines[3].find(" - - 400 ") != std::string::npos);
  for (const std::string& line : lines) {
    BOOST_TEST(line.find("secret") == std::string::npos);
    BOOST_TEST(line.find("SECRET") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(a_request_id_is_taken_from_trusted_proxies_only) {
  const std::string asked = get("/hello", "X-Request-Id: theirs-1\r\n");
  const std::string refused = "GET /%zz HTTP/1.1\r\nHost: a\r\nX-Request-Id: theirs-1\r\n\r\n";
  const TestServer open_to_all;
  for (const std::string& bytes : {asked, refused}) {
    const std::string id = open_to_all.exchange(bytes).header("X-Request-Id");
    BOOST_TEST(id.size() == 32U);
    BOOST_TEST(id != open_to_all.exchange(bytes).header("X-Request-Id"));
  }
  http::ServerOptions options;
  options.trusted_proxies = {"127.0.0.1"};
  const TestServer behind_proxy(sampleRouter(), options);
  for (const std::string& bytes : {asked, refused}) {
    BOOST_TEST(behind_proxy.exchange(bytes).header("X-Request-Id") == "theirs-1");
  }
  BOOST_TEST(
      behind_proxy.exchange(get("/hello", "X-Request-Id: a b\r\n")).header("X-Request-Id").size() ==
      32U);
  options.trusted_proxies = {"127.0.0.2"};
  const TestServer behind_another(sampleRouter(), options);
  BOOST_TEST(behind_another.exchange(asked).header("X-Request-Id") != "theirs-1");
}

BOOST_AUTO_TEST_CASE(pages_of_other_origins_may_read_the_api_and_its_errors) {
  http::ServerOptions options;
  options.cors_prefix = "/api/v1";
  options.cors_except = "/api/v1/hall";
  const TestServer server(sampleRouter(), options);
  for (const std::string path : {"/api/v1/ping", "/api/v1/none"}) {
    const Reply reply = server.exchange(get(path));
    BOOST_TEST(reply.header("Access-Control-Allow-Origin") == "*");
    BOOST_TEST(reply.header("Cross-Origin-Resource-Policy") == "cross-origin");
  }
  const Reply large =
      server.exchange("POST /api/v1/ping HTTP/1.1\r\nHost: a\r\nContent-Length: 999999\r\n\r\n");
  BOOST_TEST(large.status == 413);
  BOOST_TEST(large.header("Access-Control-Allow-Origin") == "*");
  BOOST_TEST(large.header("Cross-Origin-Resource-Policy") == "cross-origin");
  for (const std::string path : {"/hello", "/api/v1/hall/session"}) {
    const Reply reply = server.exchange(get(path));
    BOOST_TEST(reply.header("Access-Control-Allow-Origin") == "");
    BOOST_TEST(reply.header("Cross-Origin-Resource-Policy") == "same-origin");
  }
}

BOOST_AUTO_TEST_CASE(no_spelling_of_a_path_leaves_the_folder) {
  http::Router router;
  const auto files = http::StaticFiles::load(POLICYCALC_SOURCE_DIR "/tests/http/server");
  BOOST_REQUIRE(files.ok());
  router.fallback(*files);
  const TestServer server(router);
  for (const std::string path :
       {"/../raw_client.h", "/..%2fraw_client.h", "/%2e%2e/raw_client.h", "/%2E%2e%2Fraw_client.h",
        "/..\\raw_client.h", "/..%5craw_client.h", "/test_server.h%00.html", "/./test_server.h",
        "/%c0%ae%c0%ae/x"}) {
    BOOST_TEST(server.exchange(get(path)).status == 400, path);
  }
  for (const std::string path :
       {"/%252e%252e/raw_client.h", "//etc/passwd", "/.../x", "/test_server.h"}) {
    BOOST_TEST(server.exchange(get(path)).status == 404, path);
  }
}

BOOST_AUTO_TEST_CASE(an_endpoint_sees_the_address_of_the_client) {
  const auto whoAsks = [](const http::Request& request) {
    return http::test::text(request.client);
  };
  const std::string lines = "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 198.51.100.1\r\n";
  BOOST_TEST(TestServer(whoAsks).exchange(get("/", lines)).body == "127.0.0.1");
  http::ServerOptions options;
  options.trusted_proxies = {"::ffff:127.0.0.1"};
  const TestServer behind_proxy(whoAsks, options);
  BOOST_TEST(behind_proxy.exchange(get("/", lines)).body == "198.51.100.1");
  BOOST_TEST(behind_proxy.exchange(get("/")).body == "127.0.0.1");
}

BOOST_AUTO_TEST_CASE(a_proxy_that_is_not_an_address_is_refused_at_start) {
  http::ServerOptions options;
  options.trusted_proxies = {"127.0.0.1", "proxy.example"};
  BOOST_CHECK_THROW(http::Server(options, sampleRouter()), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(the_day_of_an_answer_is_that_of_the_servers_clock) {
  policycalc::http::ServerOptions options;
  options.unix_time = [] { return std::int64_t{1'795'680'000}; };
  const TestServer running(policycalc::http::test::sampleRouter(), options);
  const auto reply =
      running.exchange("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  BOOST_TEST(reply.header("Date") == "Thu, 26 Nov 2026 08:00:00 GMT");
}

BOOST_AUTO_TEST_SUITE_END()
