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
    {"allowed_hosts", ""},
    {"allowed_hosts", " "},
    {"allowed_hosts", "hall.example,"},
    {"allowed_hosts", "hall example"},
    {"allowed_hosts", "https://hall.example"},
    {"allowed_hosts", "hall.example/hall"},
    {"allowed_hosts", "*.example"},
    {"allowed_hosts", ".example"},
    {"allowed_hosts", "-hall.example"},
    {"allowed_hosts", "user@hall.example"},
    {"allowed_hosts", "hall.example:"},
    {"allowed_hosts", ":8080"},
    {"allowed_hosts", "hall.example:65536"},
    {"allowed_hosts", "hall.example:100000"},
    {"allowed_hosts", "hall.example:80:80"},
    {"allowed_hosts", "hall.example:-1"},
    {"allowed_hosts", "::1"},
    {"allowed_hosts", "[]"},
    {"allowed_hosts", "[::1"},
    {"allowed_hosts", "[127.0.0.1]"},
    {"allowed_hosts", "[hall.example]"},
    {"allowed_hosts", "[::1]x"},
    {"allowed_hosts", "大厅.example"},
    {"session_idle_minutes", "0"},
    {"session_idle_minutes", "10081"},
    {"session_idle_minutes", "never"},
    {"session_absolute_minutes", "0"},
    {"session_absolute_minutes", "10081"},
};

using Texts = std::vector<std::string>;

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

BOOST_AUTO_TEST_CASE(the_hall_is_called_by_loopback_names_unless_others_are_given) {
  const auto usual = resolveSettings(given({}));
  BOOST_TEST_REQUIRE(usual.ok());
  BOOST_TEST(usual->allowed_hosts == (Texts{"localhost", "127.0.0.1", "[::1]"}),
             boost::test_tools::per_element());
  BOOST_TEST(usual->session_idle_minutes == 30);
  BOOST_TEST(usual->session_absolute_minutes == 720);

  const auto settings = resolveSettings(
      given({{"allowed_hosts", "Hall.example, hall-2.example:65535 ,[2001:db8::5]:8443,10.0.0.1,1"},
             {"session_idle_minutes", "1"},
             {"session_absolute_minutes", "10080"}}));
  BOOST_TEST_REQUIRE(settings.ok());
  BOOST_TEST(settings->allowed_hosts == (Texts{"Hall.example", "hall-2.example:65535",
                                               "[2001:db8::5]:8443", "10.0.0.1", "1"}),
             boost::test_tools::per_element());
  BOOST_TEST(settings->session_idle_minutes == 1);
  BOOST_TEST(settings->session_absolute_minutes == 10080);
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
