#include "http/serve/client_address.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "policycalc/http/client.h"

namespace policycalc::http::test {
namespace {

struct Spelling {
  std::string given;
  std::string expected;
};

std::ostream& operator<<(std::ostream& out, const Spelling& spelling) {
  return out << '`' << spelling.given << '`';
}

const std::vector<Spelling> kSpellings = {
    {"192.0.2.7", "192.0.2.7"},
    {"192.0.2.7:8080", "192.0.2.7"},
    {"192.0.2.7:65535", "192.0.2.7"},
    {"192.0.2.7:655350", ""},
    {"192.0.2.7:", ""},
    {"192.0.2.7:http", ""},
    {"192.0.2.256", ""},
    {"192.0.2", ""},
    {"192.0.2.7.8", ""},
    {"0300.0.2.7", ""},
    {"[192.0.2.7]", ""},
    {"2001:DB8:0:0:0:0:0:1", "2001:db8::1"},
    {"2001:db8::1", "2001:db8::1"},
    {"[2001:db8::1]", "2001:db8::1"},
    {"[2001:db8::1]:443", "2001:db8::1"},
    {"[2001:db8::1]443", ""},
    {"[2001:db8::1", ""},
    {"[2001:db8::1]:", ""},
    {"[]", ""},
    {"[", ""},
    {"]", ""},
    {"fe80::1%eth0", "fe80::1"},
    {"::ffff:192.0.2.7", "192.0.2.7"},
    {"[::ffff:192.0.2.7]:80", "192.0.2.7"},
    {"::1", "::1"},
    {"2001:db8::1::2", ""},
    {"", ""},
    {":", ""},
    {"::%", "::"},
    {"unknown", ""},
    {"_hidden", ""},
    {std::string("192.0.2.7\0evil", 14), ""},
    {std::string(100'000, '1'), ""},
    {std::string(100'000, ':'), ""},
    {"１９２.0.2.7", ""},
};

struct Chain {
  std::string name;
  std::string peer;
  std::string forwarded_for;
  std::string expected;
};

std::ostream& operator<<(std::ostream& out, const Chain& chain) {
  return out << chain.name;
}

std::string manyEntries() {
  std::string entries = "198.51.100.1";
  for (int i = 0; i < 1'000; ++i) entries += ", 203.0.113.9";
  return entries;
}

// Trusted are 10.0.0.1, 10.0.0.2 and 2001:db8::5.
const std::vector<Chain> kChains = {
    {"no_proxy", "192.0.2.7", "", "192.0.2.7"},
    {"a_stranger_says_nothing", "192.0.2.7", "198.51.100.1", "192.0.2.7"},
    {"a_stranger_names_a_proxy", "192.0.2.7", "10.0.0.1", "192.0.2.7"},
    {"proxy_without_header", "10.0.0.1", "", "10.0.0.1"},
    {"one_proxy", "10.0.0.1", "198.51.100.1", "198.51.100.1"},
    {"blanks", "10.0.0.1", " \t198.51.100.1\t ", "198.51.100.1"},
    {"spoofed_left", "10.0.0.1", "203.0.113.9, 198.51.100.1", "198.51.100.1"},
    {"spoofed_proxy_left", "10.0.0.1", "10.0.0.2, 198.51.100.1", "198.51.100.1"},
    {"two_proxies", "10.0.0.1", "203.0.113.9, 198.51.100.1, 10.0.0.2", "198.51.100.1"},
    {"all_trusted", "10.0.0.1", "10.0.0.2", "10.0.0.2"},
    {"rubbish_alone", "10.0.0.1", "unknown", "10.0.0.1"},
    {"rubbish_right", "10.0.0.1", "198.51.100.1, unknown", "10.0.0.1"},
    {"rubbish_behind_a_proxy", "10.0.0.1", "198.51.100.1, <script>, 10.0.0.2", "10.0.0.2"},
    {"empty_entries", "10.0.0.1", "198.51.100.1,,", "10.0.0.1"},
    {"commas_alone", "10.0.0.1", ",,,,", "10.0.0.1"},
    {"ipv6_with_port", "10.0.0.1", "[2001:DB8::9]:4711", "2001:db8::9"},
    {"ipv6_proxy", "2001:db8:0::5", "198.51.100.1:4711", "198.51.100.1"},
    {"mapped_peer", "::ffff:10.0.0.1", "198.51.100.1", "198.51.100.1"},
    {"many_entries", "10.0.0.1", manyEntries(), "203.0.113.9"},
};

struct Way {
  std::string name;
  std::string peer;
  Headers headers;
  bool expected;
};

std::ostream& operator<<(std::ostream& out, const Way& way) {
  return out << way.name;
}

const Headers kHttps{{"X-Forwarded-For", "198.51.100.1"}, {"X-Forwarded-Proto", "https"}};

// Trusted are 10.0.0.1 and 127.0.0.9.
const std::vector<Way> kWays = {
    {"this_machine", "127.0.0.1", {}, true},
    {"this_machine_ipv6", "::1", {}, true},
    {"this_machine_mapped", "::ffff:127.0.0.1", {}, true},
    {"any_loopback_address", "127.8.9.10", {}, true},
    {"another_machine", "192.0.2.7", {}, false},
    {"looks_like_loopback", "128.0.0.1", {}, false},
    {"no_address", "", {}, false},
    {"a_stranger_says_https", "192.0.2.7", kHttps, false},
    {"a_proxy_here_that_nobody_named", "127.0.0.1", kHttps, false},
    {"it_names_a_client", "127.0.0.1", {{"X-Forwarded-For", "198.51.100.1"}}, false},
    {"it_says_forwarded", "127.0.0.1", {{"Forwarded", "for=198.51.100.1"}}, false},
    {"it_says_via", "127.0.0.1", {{"Via", "1.1 proxy"}}, false},
    {"it_says_the_real_address", "127.0.0.1", {{"X-Real-IP", "192.0.2.1"}}, false},
    {"it_says_the_host", "127.0.0.1", {{"X-Forwarded-Host", "hall.example"}}, false},
    {"trusted_proxy", "10.0.0.1", kHttps, true},
    {"trusted_proxy_here", "127.0.0.9", kHttps, true},
    {"trusted_proxy_without_a_word", "10.0.0.1", {}, false},
    {"trusted_proxy_http", "10.0.0.1", {{"X-Forwarded-Proto", "http"}}, false},
    {"trusted_proxy_capitals", "10.0.0.1", {{"x-forwarded-proto", " HTTPS "}}, true},
    {"two_https", "10.0.0.1", {{"X-Forwarded-Proto", "https, https"}}, true},
    {"one_hop_was_open", "10.0.0.1", {{"X-Forwarded-Proto", "https, http"}}, false},
    {"first_hop_was_open", "10.0.0.1", {{"X-Forwarded-Proto", "http, https"}}, false},
    {"nearly_https", "10.0.0.1", {{"X-Forwarded-Proto", "https,"}}, false},
    {"longer_than_https", "10.0.0.1", {{"X-Forwarded-Proto", "httpss"}}, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ClientAddress)

BOOST_DATA_TEST_CASE(requests_over_a_private_way_are_recognised, kWays, way) {
  Request request;
  request.headers = way.headers;
  BOOST_TEST(serve::cameInPrivate(way.peer, request, {"10.0.0.1", "127.0.0.9"}) == way.expected);
}

BOOST_DATA_TEST_CASE(each_address_has_one_spelling, kSpellings, spelling) {
  BOOST_TEST(canonicalAddress(spelling.given) == spelling.expected);
}

BOOST_DATA_TEST_CASE(only_headers_of_trusted_proxies_count, kChains, chain) {
  BOOST_TEST(serve::clientAddress(chain.peer, chain.forwarded_for,
                                  {"10.0.0.1", "10.0.0.2", "2001:db8::5"}) == chain.expected);
}

BOOST_AUTO_TEST_CASE(without_trusted_proxies_the_header_is_ignored) {
  BOOST_TEST(serve::clientAddress("10.0.0.1", "198.51.100.1", {}) == "10.0.0.1");
}

BOOST_AUTO_TEST_CASE(a_client_is_an_ipv4_address_or_64_bits_of_ipv6) {
  BOOST_TEST(clientNetwork("192.0.2.7") == "192.0.2.7");
  BOOST_TEST(clientNetwork("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
  BOOST_TEST(clientNetwork("2001:db8:1:2:ffff::") == clientNetwork("2001:db8:1:2::"));
  BOOST_TEST(clientNetwork("2001:db8:1:3::") != clientNetwork("2001:db8:1:2::"));
  BOOST_TEST(clientNetwork("").empty());
  BOOST_TEST(clientNetwork("nobody") == "nobody");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::http::test
