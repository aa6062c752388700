#include "http/wire/chunked.h"

#include <string>
#include <string_view>

#include <boost/test/unit_test.hpp>

namespace http = policycalc::http;
namespace wire = policycalc::http::wire;
using namespace std::string_view_literals;

namespace {

constexpr wire::ChunkLimits kLimits = {.body_bytes = 100, .trailer_bytes = 60, .trailer_count = 4};

/// What a decoder makes of a whole input.
struct Outcome {
  std::string body;
  std::size_t taken = 0;
  bool done = false;
  std::optional<http::Failure> fault;
};

Outcome decode(std::string_view input) {
  wire::ChunkedDecoder decoder(kLimits);
  Outcome outcome;
  outcome.taken = decoder.feed(input, outcome.body);
  outcome.done = decoder.done();
  outcome.fault = decoder.fault();
  return outcome;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(Chunked)

BOOST_AUTO_TEST_CASE(chunks_extensions_and_trailers_are_read) {
  const Outcome outcome = decode("5;a=b\r\nhello\r\nA\r\n, chunked!\r\n0\r\nX: y\r\n\r\nNEXT");
  BOOST_TEST(outcome.done);
  BOOST_TEST(outcome.body == "hello, chunked!");
  BOOST_TEST(outcome.taken == 40U);
}

BOOST_AUTO_TEST_CASE(a_split_at_any_byte_changes_nothing) {
  constexpr std::string_view kInput = "5\r\nhello\r\n2;x\r\n!!\r\n0\r\n\r\n";
  for (std::size_t split = 0; split <= kInput.size(); ++split) {
    wire::ChunkedDecoder decoder(kLimits);
    std::string body;
    const std::size_t taken = decoder.feed(kInput.substr(0, split), body);
    const std::size_t rest = decoder.feed(kInput.substr(taken), body);
    BOOST_TEST(decoder.done());
    BOOST_TEST(body == "hello!!");
    BOOST_TEST(taken + rest == kInput.size());
  }
}

BOOST_AUTO_TEST_CASE(malformed_sizes_and_ends_are_refused) {
  for (const auto text :
       {"\r\n"sv, " 5\r\nhello\r\n"sv, "-5\r\n"sv, "0x5\r\n"sv, "g\r\n"sv, ";a\r\n"sv,
        "5\nhello\r\n"sv, "\n"sv, "5\r\nhelloX"sv, "5\r\nhello\rX"sv, "5\r\nhello\n"sv,
        "1\r\rA\r\n"sv, "5 \r\nhello\r\n"sv, "5\t\r\nhello\r\n"sv, "5 ;a\r\nhello\r\n"sv}) {
    const Outcome outcome = decode(text);
    BOOST_TEST(!outcome.done);
    BOOST_REQUIRE(outcome.fault.has_value());
    BOOST_CHECK(*outcome.fault == http::Failure::kChunk);
  }
}

BOOST_AUTO_TEST_CASE(a_size_line_without_end_is_refused) {
  const Outcome outcome = decode("5;" + std::string(300, 'a'));
  BOOST_REQUIRE(outcome.fault.has_value());
  BOOST_CHECK(*outcome.fault == http::Failure::kChunk);
}

BOOST_AUTO_TEST_CASE(the_limit_is_inclusive_and_counts_all_chunks) {
  const std::string fifty(50, 'x');
  const std::string chunk = "32\r\n" + fifty + "\r\n";
  BOOST_TEST(decode(chunk + chunk + "0\r\n\r\n").done);
  for (const std::string& input : {chunk + chunk + "1\r\n", std::string("65\r\n"),
                                   std::string("ffffffffffffffffffffff\r\n")}) {
    const Outcome outcome = decode(input);
    BOOST_REQUIRE(outcome.fault.has_value());
    BOOST_CHECK(*outcome.fault == http::Failure::kBodyTooLarge);
  }
}

BOOST_AUTO_TEST_CASE(trailers_are_checked_as_headers_are) {
  for (const auto trailer :
       {"X"sv, ": a"sv, "X : a"sv, " X: a"sv, "X: a\r\n b"sv, "X: a\0"sv, "X: a\nY: b"sv,
        "X: a\rb"sv, "GET /hidden HTTP/1.1"sv, "X: a\r\nGET http://a:80/ HTTP/1.1"sv}) {
    const Outcome outcome = decode("0\r\n" + std::string(trailer) + "\r\n\r\n");
    BOOST_TEST(!outcome.done);
    BOOST_REQUIRE(outcome.fault.has_value());
    BOOST_CHECK(*outcome.fault == http::Failure::kChunk);
  }
}

BOOST_AUTO_TEST_CASE(trailers_are_limited_in_number_and_bytes) {
  const auto trailers = [](std::size_t count, std::size_t bytes) {
    std::string text = "0\r\n";
    for (std::size_t i = 1; i < count; ++i) text += "X:\r\n";
    const std::size_t rest = bytes - (count - 1) * 4;
    return text + "X:" + std::string(rest - 4, 'y') + "\r\n\r\n";
  };
  BOOST_TEST(decode(trailers(3, 59)).done);
  BOOST_TEST(decode(trailers(4, 60)).done);
  for (const std::string& input :
       {trailers(5, 59), trailers(4, 61), "0\r\nX:" + std::string(60, 'y')}) {
    const Outcome outcome = decode(input);
    BOOST_REQUIRE(outcome.fault.has_value());
    BOOST_CHECK(*outcome.fault == http::Failure::kHeadersTooLarge);
  }
}

BOOST_AUTO_TEST_SUITE_END()
