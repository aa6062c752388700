#include "app/settings.h"

#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

namespace policycalc::app::test {
namespace {

SettingSources given(std::map<std::string, std::string> flags) {
  flags.emplace("database", "/srv/hall/hall.db");
  SettingSources sources;
  sources.flags = std::move(flags);
  return sources;
}

struct BadValue {
  std::string setting;
  std::string value;
};

std::ostream& operator<<(std::ostream& out, const BadValue& bad) {
  return out << bad.setting << '=' << bad.value;
}

const std::vector<BadValue> kBadValues = {
    {"backup_days", "-1"},
    {"backup_days", "3651"},
    {"backup_days", "a month"},
    {"backup_days", ""},
    {"trusted_proxies", "proxy.example"},
    {"trusted_proxies", "10.0.0.1,"},
    {"trusted_proxies", ",10.0.0.1"},
    {"trusted_proxies", "10.0.0.1 10.0.0.2"},
    {"trusted_proxies", "10.0.0.0/8"},
    {"trusted_proxies", " "},
    {"service_key", ""},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(SettingsOfTheVault)

BOOST_AUTO_TEST_CASE(defaults_are_beside_the_database_and_trust_nobody) {
  const auto settings = resolveSettings(given({}));
  BOOST_TEST_REQUIRE(settings.ok());
  BOOST_TEST(settings->service_key == "/srv/hall/policycalc.key");
  BOOST_TEST(settings->trusted_proxies.empty());
  BOOST_TEST(settings->backup_days == 30);
  BOOST_TEST(resolveSettings(given({{"database", "hall.db"}}))->service_key == "policycalc.key");
}

BOOST_AUTO_TEST_CASE(lists_of_addresses_and_bounds) {
  const auto settings = resolveSettings(given({{"trusted_proxies", "10.0.0.1, 2001:db8::5"},
                                               {"backup_days", "0"},
                                               {"service_key", "/etc/hall.key"}}));
  BOOST_TEST_REQUIRE(settings.ok());
  BOOST_TEST(settings->trusted_proxies == (std::vector<std::string>{"10.0.0.1", "2001:db8::5"}),
             boost::test_tools::per_element());
  BOOST_TEST(settings->backup_days == 0);
  BOOST_TEST(settings->service_key == "/etc/hall.key");
  BOOST_TEST(resolveSettings(given({{"backup_days", "3650"}}))->backup_days == 3650);
  BOOST_TEST(resolveSettings(given({{"trusted_proxies", ""}}))->trusted_proxies.empty());
}

BOOST_DATA_TEST_CASE(a_wrong_value_is_named, kBadValues, bad) {
  const auto settings = resolveSettings(given({{bad.setting, bad.value}}));
  BOOST_TEST_REQUIRE(!settings.ok());
  BOOST_TEST(settings.error().size() == 1U);
  BOOST_TEST(settings.error().at(0).pointer == bad.setting);
  BOOST_TEST(settings.error().at(0).code == "wrong_value");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace policycalc::app::test
