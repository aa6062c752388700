#include "http/wire/target.h"

#include <string_view>

#include <boost/test/unit_test.hpp>

namespace http = policycalc::http;
namespace wire = policycalc::http::wire;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(RequestTarget)

BOOST_AUTO_TEST_CASE(path_and_query_are_decoded) {
  const auto target = wire::parseTarget("GET", "/a%20b/%E4%BC%81?x=1&y=a+b%26&flag&=z&&x=2");
  BOOST_REQUIRE(target.ok());
  BOOST_TEST(target->path == "/a b/企");
  BOOST_REQUIRE(target->query.size() == 5U);
  BOOST_TEST(target->query[0].second == "1");
  BOOST_TEST(target->query[1].second == "a b&");
  BOOST_TEST(target->query[2].first == "flag");
  BOOST_TEST(target->query[2].second == "");
  BOOST_TEST(target->query[3].second == "z");
  BOOST_TEST(target->query[4].first == "x");
}

BOOST_AUTO_TEST_CASE(absolute_form_leaves_its_path) {
  BOOST_TEST(wire::parseTarget("GET", "http://example.org/a?b=c")->path == "/a");
  BOOST_TEST(wire::parseTarget("GET", "HTTP://example.org")->path == "/");
  BOOST_TEST(wire::parseTarget("GET", "http://example.org?b=c")->query.size() == 1U);
}

BOOST_AUTO_TEST_CASE(star_is_for_options_only) {
  BOOST_TEST(wire::parseTarget("OPTIONS", "*")->path == "*");
  BOOST_TEST(!wire::parseTarget("GET", "*").ok());
}

BOOST_AUTO_TEST_CASE(other_forms_are_refused) {
  for (const auto text : {"a"sv, "example.org:443"sv, "http:///a"sv, "ftp://a/b"sv, "/a#b"sv}) {
    const auto target = wire::parseTarget("GET", text);
    BOOST_REQUIRE_MESSAGE(!target.ok(), text);
    BOOST_CHECK(target.error() == http::Failure::kTarget);
  }
}

BOOST_AUTO_TEST_CASE(paths_that_may_mean_another_are_refused) {
  for (const auto text :
       {"/.."sv, "/../a"sv, "/a/.."sv, "/a/./b"sv, "/%2e%2e/a"sv, "/.%2E"sv, "/a%2fb"sv,
        "/a%2F..%2Fb"sv, "/a\\b"sv, "/..%5ca"sv, "/a%00"sv, "/a%0d%0ab"sv, "/%7f"sv}) {
    const auto target = wire::parseTarget("GET", text);
    BOOST_REQUIRE_MESSAGE(!target.ok(), text);
    BOOST_CHECK(target.error() == http::Failure::kPath);
  }
}

BOOST_AUTO_TEST_CASE(double_encoding_is_plain_text) {
  BOOST_TEST(wire::parseTarget("GET", "/%252e%252e/a")->path == "/%2e%2e/a");
  BOOST_TEST(wire::parseTarget("GET", "/...")->path == "/...");
}

BOOST_AUTO_TEST_CASE(broken_escapes_and_bad_utf8_are_refused_everywhere) {
  for (const auto text : {"/%"sv, "/%zz"sv, "/%c0%ae"sv, "/%ff"sv, "/?a=%"sv, "/?%zz=1"sv,
                          "/?a=%ff"sv, "/?a=%00"sv}) {
    const auto target = wire::parseTarget("GET", text);
    BOOST_REQUIRE_MESSAGE(!target.ok(), text);
    BOOST_CHECK(target.error() == http::Failure::kEscape);
  }
}

BOOST_AUTO_TEST_SUITE_END()
