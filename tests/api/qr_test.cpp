#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "live/live_service.h"
#include "live/refused_body.h"
#include "support/json_path.h"

namespace policycalc::api::test {
namespace {

using policycalc::test::at;
using policycalc::test::parse;
using policycalc::test::textAt;

constexpr const char* kLink = "https://example.org/#/resume/7K3M-9QXA-0000-1111-ABCDE-FGHJK";

struct Symbol {
  std::size_t size = 0;
  std::vector<std::string> rows;
};

std::string bodyFor(const std::string& text) {
  std::string body = R"({"text":")";
  return body.append(text).append(R"("})");
}

Symbol symbolOf(const http::test::Reply& reply) {
  BOOST_TEST_REQUIRE(reply.status == 200, reply.text);
  const json::Value answer = parse(reply.body);
  Symbol symbol;
  symbol.size = std::stoul(textAt(answer, "/size"));
  for (const json::Value& row : at(answer, "/rows").elements) symbol.rows.push_back(row.text);
  return symbol;
}

/// The 7 × 7 squares of the pattern by which a reader finds the symbol, with the light seam inside.
const std::vector<std::string> kFinder{"1111111", "1000001", "1011101", "1011101",
                                       "1011101", "1000001", "1111111"};

void checkFinder(const Symbol& symbol, std::size_t top, std::size_t left) {
  for (std::size_t y = 0; y < kFinder.size(); ++y) {
    BOOST_TEST(symbol.rows[top + y].substr(left, kFinder.size()) == kFinder[y]);
  }
}

/// The two bits of the error correction level, which the format pattern holds masked with 10.
std::string levelOf(const Symbol& symbol) {
  std::string level;
  level += symbol.rows[8][0] == '1' ? '0' : '1';
  level += symbol.rows[8][1];
  return level;
}

const live::RefusedBody kRefusals[] = {
    {"empty", bodyFor(""), "/text", "wrong_value"},
    {"501_bytes", bodyFor(std::string(501, 'x')), "/text", "wrong_value"},
    {"501_bytes_in_167_characters",
     [] {
       std::string text;
       for (int i = 0; i < 167; ++i) text += "策";
       return bodyFor(text);
     }(),
     "/text", "wrong_value"},
    {"nul", bodyFor("a\\u0000b"), "/text", "wrong_value"},
    {"no_utf8", bodyFor("a\xff"), "/text", "invalid_utf8"},
    {"half_a_character", bodyFor("\\ud800"), "/text", "lone_surrogate"},
    {"number", R"({"text":1})", "/text", "wrong_type"},
    {"null", R"({"text":null})", "/text", "wrong_type"},
    {"missing", "{}", "/text", "missing_field"},
    {"unknown", R"({"text":"a","level":"H"})", "/level", "unknown_field"},
    {"list", "[]", "", "wrong_type"},
    {"no_json", "text", "", "syntax"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(Qr)

BOOST_AUTO_TEST_CASE(a_symbol_is_square_and_can_be_found) {
  const live::LiveService service;
  const auto reply = service.post("/api/v1/qr", bodyFor(kLink));
  const Symbol symbol = symbolOf(reply);
  BOOST_TEST(symbol.size >= 21U);
  BOOST_TEST((symbol.size - 17) % 4 == 0U);
  BOOST_TEST_REQUIRE(symbol.rows.size() == symbol.size);
  for (const std::string& row : symbol.rows) {
    BOOST_TEST(row.size() == symbol.size);
    BOOST_TEST(row.find_first_not_of("01") == std::string::npos);
  }
  checkFinder(symbol, 0, 0);
  checkFinder(symbol, 0, symbol.size - 7);
  checkFinder(symbol, symbol.size - 7, 0);
  // The timing patterns between the finders: dark, light, dark …
  for (std::size_t i = 8; i < symbol.size - 8; ++i) {
    BOOST_TEST(symbol.rows[6][i] == (i % 2 == 0 ? '1' : '0'));
    BOOST_TEST(symbol.rows[i][6] == (i % 2 == 0 ? '1' : '0'));
  }
  BOOST_TEST(levelOf(symbol) == "00");  // M
  BOOST_TEST(reply.header("Cache-Control") == "no-store");
  BOOST_TEST(reply.header("ETag").empty());
}

BOOST_AUTO_TEST_CASE(the_same_text_gives_the_same_symbol_and_another_another) {
  const live::LiveService service;
  const Symbol first = symbolOf(service.post("/api/v1/qr", bodyFor(kLink)));
  const Symbol again = symbolOf(service.post("/api/v1/qr", bodyFor(kLink)));
  std::string other = kLink;
  other.back() = 'M';
  const Symbol changed = symbolOf(service.post("/api/v1/qr", bodyFor(other)));
  BOOST_TEST(first.rows == again.rows, boost::test_tools::per_element());
  BOOST_TEST(first.size == changed.size);
  BOOST_TEST((first.rows != changed.rows));
}

BOOST_AUTO_TEST_CASE(size_grows_with_the_text_up_to_500_bytes) {
  const live::LiveService service;
  // What ISO/IEC 18004 lets a symbol of level M hold, in bytes: 14 in version 1, 26 in version 2,
  // 450 in version 16, 504 in version 17.
  const auto size_for = [&](std::size_t bytes) {
    return symbolOf(service.post("/api/v1/qr", bodyFor(std::string(bytes, 'x')))).size;
  };
  BOOST_TEST(size_for(1) == 21U);
  BOOST_TEST(size_for(14) == 21U);
  BOOST_TEST(size_for(15) == 25U);
  BOOST_TEST(size_for(450) == 81U);
  BOOST_TEST(size_for(499) == 85U);
  BOOST_TEST(size_for(500) == 85U);
}

BOOST_AUTO_TEST_CASE(chinese_is_taken_too) {
  const live::LiveService service;
  BOOST_TEST(symbolOf(service.post("/api/v1/qr", bodyFor("政策计算器"))).size == 25U);
  std::string longest = "ab";
  for (int i = 0; i < 166; ++i) longest += "策";
  BOOST_TEST_REQUIRE(longest.size() == 500U);
  BOOST_TEST(symbolOf(service.post("/api/v1/qr", bodyFor(longest))).size == 85U);
}

BOOST_DATA_TEST_CASE(each_fault_is_named, kRefusals, row) {
  const live::LiveService service;
  live::refusalOf(service, "/api/v1/qr", row);
}

BOOST_AUTO_TEST_CASE(only_json_is_read_and_nothing_of_it_logged) {
  const live::LiveService service;
  BOOST_TEST(service.post("/api/v1/qr", bodyFor("a"), "text/plain").status == 415);
  BOOST_TEST(service.post("/api/v1/qr", bodyFor("unmistakable")).status == 200);
  BOOST_TEST(service.log().find("/api/v1/qr 200") != std::string::npos);
  BOOST_TEST(service.log().find("unmistakable") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::api::test
