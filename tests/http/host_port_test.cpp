#include "policycalc/http/host_port.h"

#include <ostream>
#include <string>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace data = boost::unit_test::data;
namespace http = policycalc::http;

namespace {

struct Row {
  std::string text;
  std::string host;
  int port;  ///< -1: none
};
std::ostream& operator<<(std::ostream& out, const Row& row) {
  return out << '`' << row.text << '`';
}

const Row kRead[] = {
    {"", "", -1},
    {"hall.example", "hall.example", -1},
    {"hall.example:0", "hall.example", 0},
    {"hall.example:65535", "hall.example", 65535},
    {"127.0.0.1:8080", "127.0.0.1", 8080},
    {":80", "", 80},
    {"[::1]", "[::1]", -1},
    {"[::1]:8080", "[::1]", 8080},
    {"::1", "::1", -1},
    {"fe80::1%eth0", "fe80::1%eth0", -1},
    {"2001:db8::443", "2001:db8::443", -1},
};

const std::string kMalformed[] = {
    ":",    "a:",   "a:65536", "a:099999",  "a:http", "a:-1",
    "a:+1", "a: 1", "[::1",    "[::1]8080", "[::1]:", "[::1]:x",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(HostAndPort)

BOOST_DATA_TEST_CASE(a_host_is_told_from_its_port, data::make(kRead), row) {
  const auto parts = http::splitHostPort(row.text);
  BOOST_TEST_REQUIRE(parts.has_value());
  BOOST_TEST(parts->host == row.host);
  BOOST_TEST((parts->port ? static_cast<int>(*parts->port) : -1) == row.port);
}

BOOST_DATA_TEST_CASE(malformed_brackets_and_ports_are_refused, data::make(kMalformed), text) {
  BOOST_TEST(!http::splitHostPort(text).has_value());
}

BOOST_AUTO_TEST_CASE(brackets_are_taken_off) {
  BOOST_TEST(http::splitHostPort("[::1]:80")->bareHost() == "::1");
  BOOST_TEST(http::splitHostPort("a:80")->bareHost() == "a");
  BOOST_TEST(http::splitHostPort("[]")->bareHost().empty());
}

BOOST_AUTO_TEST_SUITE_END()
