#include "app/settings.h"

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "app/setting_table.h"

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
    {"catalogue_months", "23"},
    {"catalogue_months", "1201"},
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
    {"max_saved_profiles", "-1"},
    {"max_feedback", "1000000"},
    {"metrics_address", "127.0.0.1"},
    {"metrics_address", "localhost:9090"},
    {"metrics_address", "127.0.0.1:65536"},
    {"metrics_address", "::1:9090x"},
    {"metrics_address", "127.0.0.1:9090,"},
    {"public_url", "policy.test"},
    {"public_url", "https://"},
    {"public_url", "https://policy.test/"},
    {"public_url", "https://policy.test/path"},
    {"public_url", "ftp://policy.test"},
    {"public_url", "https://policy.test\"><b>"},
    {"second_factor", ""},
    {"second_factor", "administrator"},
    {"second_factor", "Off"},
    {"second_factor", "off "},
};

using Texts = std::vector<std::string>;

/// What a number setting becomes when `text` is given; nothing if it is refused.
std::optional<int> numberFrom(const SettingInfo& info, const std::string& text) {
  const auto settings = resolveSettings(given({{std::string(info.name), text}}));
  if (!settings.ok()) return {};
  return (*settings).*std::get<NumberSetting>(info.type).field;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(SettingsOfTheVault)

BOOST_AUTO_TEST_CASE(by_default_the_key_is_beside_the_database_and_no_proxy_is_trusted) {
  const auto settings = resolveSettings(given({}));
  BOOST_TEST_REQUIRE(settings.ok());
  BOOST_TEST(settings->service_key == "/srv/hall/policycalc.key");
  BOOST_TEST(settings->trusted_proxies.empty());
  BOOST_TEST(settings->backup_days == 30);
  BOOST_TEST(settings->catalogue_months == 24);
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
  BOOST_TEST(resolveSettings(given({{"catalogue_months", "25"}}))->catalogue_months == 25);
  BOOST_TEST(resolveSettings(given({{"trusted_proxies", ""}}))->trusted_proxies.empty());
}

BOOST_AUTO_TEST_CASE(the_desk_answers_to_loopback_names_unless_others_are_given) {
  const auto usual = resolveSettings(given({}));
  BOOST_TEST_REQUIRE(usual.ok());
  BOOST_TEST(usual->allowed_hosts == (Texts{"localhost", "127.0.0.1", "[::1]"}),
             boost::test_tools::per_element());
  BOOST_TEST(usual->session_idle_minutes == 30);
  BOOST_TEST(usual->session_absolute_minutes == 720);
  BOOST_TEST(usual->public_url.empty());
  BOOST_TEST(resolveSettings(given({{"public_url", "https://policy.test:8443"}}))->public_url ==
             "https://policy.test:8443");
  BOOST_TEST(usual->second_factor == "administrators");
  for (const std::string word : {"administrators", "everybody", "off"}) {
    BOOST_TEST(resolveSettings(given({{"second_factor", word}}))->second_factor == word);
  }

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

BOOST_AUTO_TEST_CASE(each_number_takes_its_range_and_has_its_default) {
  int numbers = 0;
  for (const SettingInfo& info : settingTable()) {
    const auto* number = std::get_if<NumberSetting>(&info.type);
    if (number == nullptr) continue;
    BOOST_TEST_CONTEXT(info.name) {
      const int usual = resolveSettings(given({})).value().*number->field;
      BOOST_TEST(usual == number->otherwise);
      BOOST_TEST(numberFrom(info, std::to_string(number->least)).value() == number->least);
      BOOST_TEST(numberFrom(info, std::to_string(number->most)).value() == number->most);
      BOOST_TEST(!numberFrom(info, std::to_string(number->least - 1)));
      BOOST_TEST(!numberFrom(info, std::to_string(number->most + 1)));
    }
    ++numbers;
  }
  BOOST_TEST(numbers == 13);
}

BOOST_AUTO_TEST_CASE(each_setting_can_be_given_as_flag_variable_and_key) {
  for (const SettingInfo& info : settingTable()) {
    const std::string name(info.name);
    BOOST_TEST_CONTEXT(name) {
      // A text that fits no type, so that the setting is named wherever it comes from.
      SettingSources sources = given({});
      sources.flags.erase("database");
      sources.environment = {{"HOME", "/home/hall"}, {variableOf(info), ""}};
      sources.file_name = "config.json";
      const auto of_variable = resolveSettings(sources);
      const bool empty_is_fine =
          name == "trusted_proxies" || name == "metrics_address" || name == "public_url";
      BOOST_TEST(of_variable.ok() == empty_is_fine);
      if (!of_variable.ok()) BOOST_TEST(of_variable.error().at(0).pointer == name);
      sources.environment = {{"HOME", "/home/hall"}};
      sources.file = "{\"" + name + "\": \"\"}";
      BOOST_TEST(resolveSettings(sources).ok() == empty_is_fine);
      BOOST_TEST(findSetting(name) == &info);
    }
  }
}

BOOST_AUTO_TEST_CASE(unknown_names_are_refused_with_the_nearest_ones) {
  SettingSources sources = given({});
  sources.environment = {{"POLICYCALC_PROT", "1"}};
  sources.file = R"({"backup_day": 1, "port": [1], "nothing": {}})";
  sources.file_name = "config.json";
  const auto settings = resolveSettings(sources);
  BOOST_TEST_REQUIRE(!settings.ok());
  std::string told;
  for (const base::Issue& issue : settings.error()) told += base::formatIssue(issue) + "\n";
  BOOST_TEST(
      told ==
      "config.json:1:2: /backup_day: unknown_field: `backup_day` is not a setting (did you mean "
      "`backup_days`?)\n"
      "config.json:1:19: /port: wrong_type: a text, number or boolean is expected\n"
      "config.json:1:32: /nothing: unknown_field: `nothing` is not a setting\n"
      "POLICYCALC_PROT: unknown_field: `POLICYCALC_PROT` is not a setting (did you mean "
      "`POLICYCALC_PORT` or `POLICYCALC_HOST` or `POLICYCALC_CORS`?)\n");
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
