#include "http/wire/request_reader.h"

#include <cstdint>
#include <deque>
#include <random>
#include <string>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "policycalc/http/problem.h"

namespace http = policycalc::http;
namespace wire = policycalc::http::wire;

namespace {

constexpr wire::ReadLimits kLimits = {
    .body_bytes = 64, .request_line_bytes = 100, .header_bytes = 200, .header_count = 8};

/// Gives its parts one by one, then ends.
class Script : public wire::ByteSource {
 public:
  explicit Script(std::deque<std::string> parts) : parts_(std::move(parts)) {}

  Status read(std::string& buffer) override {
    if (parts_.empty()) return Status::kEnd;
    const std::string part = parts_.front();
    parts_.pop_front();
    if (part == "<quiet>") return Status::kQuiet;
    if (part == "<late>") return Status::kLate;
    buffer += part;
    return Status::kBytes;
  }
  void requestBegins() override { ++begun; }
  bool sendContinue() override {
    ++continued;
    return true;
  }

  int begun = 0;
  int continued = 0;

 private:
  std::deque<std::string> parts_;
};

std::vector<wire::Incoming> readAll(Script& script) {
  wire::RequestReader reader(script, kLimits);
  std::vector<wire::Incoming> all;
  while (auto incoming = reader.next()) {
    all.push_back(std::move(*incoming));
    if (!all.back().keep_alive) break;
  }
  return all;
}

int refusalOf(const std::string& bytes) {
  Script script({bytes});
  const auto all = readAll(script);
  BOOST_REQUIRE(!all.empty());
  BOOST_REQUIRE(all.back().request.refusal);
  BOOST_TEST(!all.back().keep_alive);
  return http::problemOf(*all.back().request.refusal).status;
}

/// What a connection made of these parts gave: paths, bodies and refusals.
std::string summaryOf(std::deque<std::string> parts) {
  Script script(std::move(parts));
  std::string summary;
  for (const wire::Incoming& incoming : readAll(script)) {
    const auto& request = incoming.request;
    summary += request.method + " " + request.path + " [" + request.body + "] ";
    summary += request.refusal ? http::problemOf(*request.refusal).detail + "\n" : "ok\n";
  }
  return summary;
}

std::string withHeaders(const std::string& headers) {
  return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
}

const std::string kTwo =
    "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
    "POST /b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(RequestReader)

BOOST_AUTO_TEST_CASE(a_split_at_any_byte_changes_nothing) {
  for (std::size_t split = 1; split < kTwo.size(); ++split) {
    Script script({kTwo.substr(0, split), kTwo.substr(split)});
    const auto all = readAll(script);
    BOOST_REQUIRE_EQUAL(all.size(), 2U);
    BOOST_TEST(all[0].request.path == "/a");
    BOOST_TEST(all[0].request.body == "hello");
    BOOST_TEST(all[1].request.path == "/b");
    BOOST_TEST(all[1].request.body == "abc");
    BOOST_TEST(script.begun == 2);
  }
}

BOOST_AUTO_TEST_CASE(one_byte_at_a_time_is_the_same_request) {
  std::deque<std::string> bytes;
  for (const char byte : kTwo) bytes.emplace_back(1, byte);
  Script script(bytes);
  const auto all = readAll(script);
  BOOST_REQUIRE_EQUAL(all.size(), 2U);
  BOOST_TEST(all[1].request.body == "abc");
}

BOOST_AUTO_TEST_CASE(headers_are_trimmed_and_lists_joined) {
  Script script({withHeaders("X-A:  1 \r\nx-a:2\r\nAccept:\t*/*\r\n")});
  const auto all = readAll(script);
  BOOST_REQUIRE_EQUAL(all.size(), 1U);
  BOOST_TEST(all[0].request.header("X-A") == "1, 2");
  BOOST_TEST(all[0].request.header("accept") == "*/*");
}

BOOST_AUTO_TEST_CASE(malformed_request_lines_get_400) {
  for (const std::string line :
       {"GET /", "GET  / HTTP/1.1", " GET / HTTP/1.1", "GET / HTTP/1.1 ", "GET / HTTP/1",
        "G(T / HTTP/1.1", "GET / http/1.1", "GET /\ta HTTP/1.1", "GET /\xe4 HTTP/1.1",
        "GET / HTTP/a.1", "GET"}) {
    BOOST_TEST(refusalOf(line + "\r\nHost: a\r\n\r\n") == 400, line);
  }
}

BOOST_AUTO_TEST_CASE(other_versions_get_505) {
  for (const std::string version : {"HTTP/2.0", "HTTP/0.9", "HTTP/3.1"}) {
    BOOST_TEST(refusalOf("GET / " + version + "\r\nHost: a\r\n\r\n") == 505);
  }
}

BOOST_AUTO_TEST_CASE(malformed_headers_get_400) {
  using namespace std::string_literals;
  for (const std::string& line : {"X"s, ": a"s, "X : a"s, "X\t: a"s, "X: a\r\n folded"s, "X: a\0b"s,
                                  "X: a\rb"s, "X: a\x7f"s, "X(: a"s, "X: a\nY: b"s}) {
    BOOST_TEST(refusalOf(withHeaders(line + "\r\n")) == 400, line);
  }
}

BOOST_AUTO_TEST_CASE(bare_line_feeds_get_400_at_once) {
  BOOST_TEST(refusalOf("GET / HTTP/1.1\nHost: a\n\n") == 400);
  BOOST_TEST(refusalOf("\n") == 400);
}

BOOST_AUTO_TEST_CASE(a_binary_greeting_gets_400_at_once) {
  Script script({std::string("\x16\x03\x01\x02", 4), "<late>"});
  const auto all = readAll(script);
  BOOST_REQUIRE_EQUAL(all.size(), 1U);
  BOOST_TEST(http::problemOf(*all[0].request.refusal).status == 400);
}

BOOST_AUTO_TEST_CASE(one_empty_line_before_a_request_is_skipped_two_are_not) {
  Script script({"\r", "\n", withHeaders("")});
  BOOST_TEST(!readAll(script).at(0).request.refusal);
  BOOST_TEST(refusalOf("\r\n\r\n" + withHeaders("")) == 400);
}

BOOST_AUTO_TEST_CASE(host_is_needed_once_and_well_formed) {
  BOOST_TEST(refusalOf("GET / HTTP/1.1\r\n\r\n") == 400);
  BOOST_TEST(refusalOf("GET / HTTP/1.1\r\nHost:\r\n\r\n") == 400);
  BOOST_TEST(refusalOf("GET / HTTP/1.1\r\nHost: a/b\r\n\r\n") == 400);
  BOOST_TEST(refusalOf("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n") == 400);
  BOOST_TEST(refusalOf(withHeaders("Authorization: Bearer a\r\nauthorization: Bearer a\r\n")) ==
             400);
  Script script({"GET / HTTP/1.0\r\n\r\n"});
  const auto all = readAll(script);
  BOOST_TEST(!all.at(0).request.refusal);
  BOOST_TEST(!all.at(0).keep_alive);
}

BOOST_AUTO_TEST_CASE(doubtful_body_lengths_are_refused) {
  for (const std::string headers :
       {"Content-Length: -1", "Content-Length: +1", "Content-Length: 1 1", "Content-Length: 0x1",
        "Content-Length:", "Content-Length: 1, 1", "Content-Length: 1\r\nContent-Length: 1",
        "Content-Length: 1\r\nContent-Length: 2", "Content-Length: 1\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"}) {
    BOOST_TEST(refusalOf(withHeaders(headers + "\r\n")) == 400, headers);
  }
  for (const std::string coding :
       {"gzip", "gzip, chunked", "chunked, chunked", "identity", "xchunked"}) {
    BOOST_TEST(refusalOf(withHeaders("Transfer-Encoding: " + coding + "\r\n")) == 501, coding);
  }
  BOOST_TEST(refusalOf("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") == 400);
}

BOOST_AUTO_TEST_CASE(post_without_length_gets_411) {
  BOOST_TEST(refusalOf("POST / HTTP/1.1\r\nHost: a\r\n\r\n") == 411);
  BOOST_TEST(refusalOf("PUT / HTTP/1.1\r\nHost: a\r\n\r\n") == 411);
}

BOOST_AUTO_TEST_CASE(a_body_is_taken_up_to_the_limit) {
  const auto sized = [](std::size_t size) {
    return "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
  };
  Script script({sized(64) + std::string(64, 'x')});
  BOOST_TEST(readAll(script).at(0).request.body.size() == 64U);
  BOOST_TEST(refusalOf(sized(65)) == 413);
  BOOST_TEST(
      refusalOf("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n") ==
      413);
  BOOST_TEST(refusalOf("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n41\r\n") ==
             413);
}

BOOST_AUTO_TEST_CASE(long_lines_and_heads_are_refused_while_they_arrive) {
  BOOST_TEST(refusalOf("GET /" + std::string(100, 'a')) == 414);
  BOOST_TEST(refusalOf("GET /" + std::string(100, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n") == 414);
  BOOST_TEST(refusalOf("GET / HTTP/1.1\r\nX: " + std::string(250, 'a')) == 431);
  BOOST_TEST(refusalOf(withHeaders("X: " + std::string(200, 'a') + "\r\n")) == 431);
  std::string many;
  for (int i = 0; i < 8; ++i) many += "X: a\r\n";
  BOOST_TEST(refusalOf(withHeaders(many)) == 431);
}

BOOST_AUTO_TEST_CASE(exactly_the_limits_are_accepted) {
  const std::string line = "GET /" + std::string(86, 'a') + " HTTP/1.1\r\n";  // 100 and CRLF
  const std::string field = "X: " + std::string(186, 'a') + "\r\n";           // 9 + 191 = 200
  Script script({line + "Host: a\r\n" + field + "\r\n"});
  BOOST_TEST(!readAll(script).at(0).request.refusal);
  std::string seven;
  for (int i = 0; i < 7; ++i) seven += "X: a\r\n";
  Script eight_fields({withHeaders(seven)});
  BOOST_TEST(!readAll(eight_fields).at(0).request.refusal);
}

BOOST_AUTO_TEST_CASE(a_truncated_request_is_refused) {
  const std::string whole = kTwo.substr(0, kTwo.find("POST /b"));
  for (std::size_t size = 1; size < whole.size(); ++size) {
    BOOST_TEST(refusalOf(whole.substr(0, size)) == 400, size);
  }
}

BOOST_AUTO_TEST_CASE(a_late_request_gets_408_and_quiet_between_requests_ends) {
  Script late({"GET / HT", "<quiet>", "TP/1.1\r\n", "<late>"});
  BOOST_TEST((readAll(late).at(0).request.refusal == http::Failure::kLate));
  Script quiet({"<quiet>"});
  BOOST_TEST(readAll(quiet).empty());
  BOOST_TEST(quiet.begun == 0);
}

BOOST_AUTO_TEST_CASE(continue_is_sent_only_where_a_body_is_waited_for) {
  const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
  Script waiting({head + "2\r\n\r\n", "hi"});
  BOOST_TEST(readAll(waiting).at(0).request.body == "hi");
  BOOST_TEST(waiting.continued == 1);
  Script sent({head + "2\r\n\r\nhi"});
  BOOST_TEST(readAll(sent).at(0).request.body == "hi");
  BOOST_TEST(sent.continued == 0);
  Script large({head + "65\r\n\r\n"});
  BOOST_TEST((readAll(large).at(0).request.refusal == http::Failure::kBodyTooLarge));
  BOOST_TEST(large.continued == 0);
  BOOST_TEST(refusalOf(withHeaders("Expect: cake\r\n")) == 417);
}

BOOST_AUTO_TEST_CASE(connection_headers_decide_on_another_request) {
  const auto keeps = [](const std::string& bytes) {
    Script script({bytes});
    wire::RequestReader reader(script, kLimits);
    return reader.next()->keep_alive;
  };
  BOOST_TEST(keeps(withHeaders("")));
  BOOST_TEST(!keeps(withHeaders("Connection: x, CLOSE\r\n")));
  BOOST_TEST(keeps("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n"));
  BOOST_TEST(!keeps("GET / HTTP/1.0\r\n\r\n"));
}

BOOST_AUTO_TEST_CASE(damaged_bytes_read_the_same_however_they_are_split) {
  constexpr std::uint32_t kSeed = 20240313;
  BOOST_TEST_INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  const std::string alphabet("\r\n\0 \t:;,%/.0aZ-\x7f\xe4", 17);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = kTwo;
    for (int damage = 0; damage < 3; ++damage) {
      const std::size_t at = random() % bytes.size();
      const char byte = alphabet[random() % alphabet.size()];
      if (random() % 2 == 0) {
        bytes[at] = byte;
      } else {
        bytes.insert(at, 1, byte);
      }
    }
    std::deque<std::string> single;
    for (const char byte : bytes) single.emplace_back(1, byte);
    const std::string split = summaryOf(std::move(single));
    BOOST_REQUIRE_EQUAL(summaryOf({bytes}), split);
  }
}

BOOST_AUTO_TEST_CASE(a_refused_request_keeps_its_headers) {
  Script script({"GET / HTTP/x.y\r\nX-Request-Id: abc-1\r\n\r\n"});
  BOOST_TEST(readAll(script).at(0).request.header("X-Request-Id") == "abc-1");
}

BOOST_AUTO_TEST_CASE(a_request_line_without_a_version_is_refused_at_once) {
  for (const std::string line : {"GET /hello", "GARBAGE", "GET "}) {
    Script script({line + "\r\n", "<late>"});
    const auto all = readAll(script);
    BOOST_REQUIRE_EQUAL(all.size(), 1U);
    BOOST_TEST((all[0].request.refusal == http::Failure::kRequestLine), line);
  }
}

BOOST_AUTO_TEST_SUITE_END()
