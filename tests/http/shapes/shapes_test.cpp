#include "http/shapes/shapes.h"

#include <atomic>
#include <chrono>
#include <iostream>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "http/server/test_server.h"
#include "http/shapes/reading.h"

namespace http = policycalc::http;
namespace wire = policycalc::http::wire;
using http::test::Ending;
using http::test::kShapeLimits;
using http::test::Outcome;
using http::test::RawClient;
using http::test::Shape;

namespace {

std::vector<Shape> shapes() {
  static const std::vector<Shape> all = http::test::loadShapes();
  return all;
}

/// A server with the limits of the table. Its endpoint says what it saw in a header, so that an
/// answer to HEAD says it as well.
struct ShapeServer {
  explicit ShapeServer(std::chrono::milliseconds deadline)
      : server([this](const http::Request& request) { return answer(request); },
               optionsWith(deadline)) {}

  static http::ServerOptions optionsWith(std::chrono::milliseconds deadline) {
    http::ServerOptions options;
    options.request_deadline = deadline;
    options.keep_alive_timeout = http::test::kPatience;
    options.max_body_bytes = kShapeLimits.body_bytes;
    options.max_request_line_bytes = kShapeLimits.request_line_bytes;
    options.max_header_bytes = kShapeLimits.header_bytes;
    options.max_header_count = kShapeLimits.header_count;
    return options;
  }

  http::Response answer(const http::Request& request) {
    if (request.path.find("hidden") != std::string::npos) ++hidden;
    http::Response response;
    response.headers.emplace("X-Saw", http::test::sawText(request));
    return response;
  }

  std::atomic<int> hidden = 0;
  http::test::TestServer server;
};

std::string bytesOf(const Shape& shape) {
  const bool goes_on = shape.ending == Ending::kNext || shape.ending == Ending::kClose;
  return goes_on ? shape.bytes + std::string(http::test::kNextRequest) : shape.bytes;
}

/// All outcomes that are expected on the connection, that of the following request included.
std::vector<Outcome> expectedOf(const Shape& shape) {
  std::vector<Outcome> all = shape.outcomes;
  if (shape.ending == Ending::kNext) all.push_back({200, "/next"});
  return all;
}

std::string textOf(const std::vector<Outcome>& outcomes, const std::vector<Outcome>& pattern) {
  std::string text;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const bool is_said = i >= pattern.size() || !pattern[i].saw.empty();
    text += std::to_string(outcomes[i].status) + (is_said ? "=" + outcomes[i].saw : "") + " ";
  }
  return text;
}

void send(RawClient& client, const Shape& shape) {
  client.send(bytesOf(shape));
  if (shape.ending != Ending::kStill && shape.ending != Ending::kWait) client.finish();
}

/// Reads until the server closes, and compares.
void checkAnswers(RawClient& client, const Shape& shape) {
  std::vector<Outcome> got;
  while (true) {
    const http::test::Reply reply = client.receive(shape.bytes.rfind("HEAD ", 0) == 0);
    if (reply.status == 0) break;
    got.push_back({reply.status, reply.header("X-Saw")});
  }
  const auto expected = expectedOf(shape);
  BOOST_TEST(textOf(got, expected) == textOf(expected, expected));
  BOOST_TEST(client.isClosed(), "the server sent more, or left the connection open");
}

std::vector<Outcome> outcomesOf(const std::vector<http::test::ReadRequest>& requests) {
  std::vector<Outcome> all;
  for (const auto& request : requests) all.push_back({request.status, request.saw});
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(WireShapes)

BOOST_AUTO_TEST_CASE(there_are_many_and_no_name_comes_twice) {
  const auto all = shapes();
  std::cout << all.size() << " wire shapes" << std::endl;
  BOOST_TEST(all.size() >= 250U);
  std::set<std::string> names;
  for (const Shape& shape : all) BOOST_TEST(names.insert(shape.name).second, shape.name);
}

BOOST_AUTO_TEST_CASE(a_malformed_table_is_refused) {
  for (const char* table :
       {"a | 200 next | GET", "[g] GET\na | 200 next | b", "[g] {}\na | 200 next",
        "[g] {}\na | 200 | b", "[g] {}\na | 200 next x | b", "[g] {}\na | x next | b",
        "[g] {}\na | 200 next | {b", "[g] {}\na | 200 next | {b}", "[g] {}\na | 200 next | \\q",
        "[g] {}\na | 200 next | \\x0", "[g] {}\na | 200 next | \\"}) {
    BOOST_CHECK_THROW(http::test::readShapes(table, "t"), std::runtime_error);
  }
}

BOOST_AUTO_TEST_CASE(the_reader_gives_the_same_whole_and_in_pieces) {
  using Status = wire::ByteSource::Status;
  for (const Shape& shape : shapes()) {
    BOOST_TEST_CONTEXT(shape.name) {
      const bool waits = shape.ending == Ending::kStill || shape.ending == Ending::kWait;
      const Status end = waits ? Status::kLate : Status::kEnd;
      const std::string bytes = bytesOf(shape);
      const auto whole = http::test::readInSteps(bytes, bytes.size() + 1, end, kShapeLimits);
      const auto expected = expectedOf(shape);
      BOOST_TEST(textOf(outcomesOf(whole), expected) == textOf(expected, expected));
      for (const auto& request : whole) {
        BOOST_TEST((request.saw.rfind("/hidden", 0) == std::string::npos), "ran " << request.saw);
      }
      BOOST_TEST((http::test::readInSteps(bytes, 1, end, kShapeLimits) == whole), "byte by byte");
      BOOST_TEST((http::test::readInSteps(bytes, 7, end, kShapeLimits) == whole), "in sevens");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_server_answers_each_on_a_socket) {
  // A shape that is answered at once would be late otherwise; one that waits need not wait long.
  ShapeServer server(http::test::kPatience);
  ShapeServer late(std::chrono::seconds(2));
  std::vector<std::pair<Shape, RawClient>> waiting;
  for (const Shape& shape : shapes()) {
    const bool waits = shape.ending == Ending::kWait;
    RawClient client = (waits ? late : server).server.connect();
    send(client, shape);
    if (waits) {
      waiting.emplace_back(shape, std::move(client));
      continue;
    }
    BOOST_TEST_CONTEXT(shape.name) {
      checkAnswers(client, shape);
      BOOST_TEST(server.hidden.exchange(0) == 0, "a hidden request ran");
    }
  }
  for (auto& [shape, client] : waiting) {
    BOOST_TEST_CONTEXT(shape.name) {
      checkAnswers(client, shape);
    }
  }
  BOOST_TEST(late.hidden == 0);
}

BOOST_AUTO_TEST_SUITE_END()
