#include "desk/door/host_names.h"

#include <ostream>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::desk::test {
namespace {

const HostNames& names() {
  static const HostNames names({"Hall.example", "127.0.0.1", "::1", "other.example:8443"});
  return names;
}

struct Host {
  std::string sent;
  bool allowed;
};
std::ostream& operator<<(std::ostream& out, const Host& host) {
  return out << '`' << host.sent << '`';
}

const Host kHosts[] = {
    {"hall.example", true},
    {"HALL.EXAMPLE", true},
    {"hall.example:8080", true},
    {"hall.example:65535", true},
    {"hall.example:655350", false},
    {"hall.example:", false},
    {"hall.example:80:80", false},
    {"hall.example:http", false},
    {"hall.example.", false},
    {"hall.example.evil.example", false},
    {"evilhall.example", false},
    {"evil.example", false},
    {"evil@hall.example", false},
    {"hall.example, evil.example", false},
    {"127.0.0.1", true},
    {"127.0.0.1:8080", true},
    {"127.0.0.2", false},
    {"[::1]", true},
    {"[::1]:8080", true},
    {"[::2]:8080", false},
    {"::1", false},
    {"[::1", false},
    {"other.example:8443", true},
    {"other.example:8444", false},
    {"other.example", false},
    {"", false},
    {":", false},
    {":80", false},
    {std::string("hall.example\0", 13), false},
};

struct Origin {
  std::string sent;
  std::string host;
  bool https_only;
  bool allowed;
};
std::ostream& operator<<(std::ostream& out, const Origin& origin) {
  return out << '`' << origin.sent << "` at `" << origin.host << '`';
}

const Origin kOrigins[] = {
    {"https://hall.example", "hall.example", true, true},
    {"https://hall.example", "127.0.0.1:8080", true, true},  // a proxy may call us by another name
    {"http://hall.example", "hall.example", true, false},
    {"http://127.0.0.1:8080", "127.0.0.1:8080", false, true},
    {"http://127.0.0.1:8081", "127.0.0.1:8080", false, false},  // another service on this machine
    {"https://hall.example:8443", "hall.example", true, false},
    {"https://other.example:8443", "hall.example", true, true},
    {"https://evil.example", "hall.example", true, false},
    {"https://hall.example.evil.example", "hall.example", true, false},
    {"https://evil.example/hall.example", "hall.example", true, false},
    {"https://hall.example@evil.example", "hall.example", true, false},
    {"ftp://hall.example", "hall.example", false, false},
    {"hall.example", "hall.example", false, false},
    {"null", "hall.example", false, false},
    {"https://", "", false, false},
    {"", "", false, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(HostNamesOfTheDesk)

BOOST_DATA_TEST_CASE(only_names_that_were_allowed, kHosts, host) {
  BOOST_TEST(names().allows(host.sent) == host.allowed);
}

BOOST_DATA_TEST_CASE(only_pages_of_this_service, kOrigins, origin) {
  BOOST_TEST(names().allowsOrigin(origin.sent, origin.host, origin.https_only) == origin.allowed);
}

BOOST_AUTO_TEST_CASE(without_names_no_host_is_allowed) {
  BOOST_TEST(!HostNames({}).allows("localhost"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::desk::test
