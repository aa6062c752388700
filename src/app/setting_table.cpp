#include "app/setting_table.h"

#include <algorithm>
#include <filesystem>

#include "policycalc/base/ascii.h"
#include "policycalc/http/client.h"
#include "policycalc/http/host_port.h"
#include "policycalc/store/place.h"

namespace policycalc::app {
namespace {

constexpr int kMostPort = 65535;
constexpr int kMostConnections = 4096;
constexpr int kMostSeconds = 3600;
constexpr int kMostBackupDays = 3650;
constexpr int kMostSessionMinutes = 7 * 24 * 60;
constexpr int kMostRecords = 999'999;
/// Partners may cite a catalogue for two years, so no operator can promise less.
constexpr int kLeastCatalogueMonths = 24;
constexpr int kMostCatalogueMonths = 1200;

bool isAddress(std::string_view text) {
  return !http::canonicalAddress(text).empty();
}

/// An IPv4 address or an IPv6 address in brackets, with a port.
bool isAddressWithPort(std::string_view text) {
  const auto parts = http::splitHostPort(text);
  return parts && parts->port && isAddress(parts->bareHost());
}

/// The installed folder lies beside the program, so that a package and `cmake --install` with any
/// prefix find theirs.
std::string firstFolder(const std::string& name) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed =
      (program.parent_path() / POLICYCALC_INSTALLED_DATA / name).lexically_normal();
  if (!error && fs::is_directory(installed, error)) return installed.string();
  return std::string(POLICYCALC_SOURCE_DATA) + "/" + name;
}

std::string policiesFolder(const Settings&, const Environment&) {
  return firstFolder("policies");
}

std::string webrootFolder(const Settings&, const Environment&) {
  return firstFolder("webroot");
}

std::string databaseFile(const Settings&, const Environment& environment) {
  const auto variable = [&](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
  };
  const std::string state = variable("XDG_STATE_HOME");
  if (!state.empty()) return state + "/policycalc/policycalc.db";
  const std::string home = variable("HOME");
  return home.empty() ? std::string() : home + "/.local/state/policycalc/policycalc.db";
}

/// A server keeps no file for us: then it lies where the file of the database would.
std::string keyFile(const Settings& settings, const Environment& environment) {
  std::string file = store::isOnServer(settings.database) ? databaseFile(settings, environment)
                                                          : settings.database;
  if (file.empty()) return file;
  return std::filesystem::path(file).replace_filename("policycalc.key").string();
}

constexpr std::string_view kDataRule = "the installed folder, else the source tree's";

/// A function for each type; `std::visit` takes the one that fits.
template <typename... Functions>
struct Overloaded : Functions... {
  using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

}  // namespace

const std::vector<SettingInfo>& settingTable() {
  using S = Settings;
  static const std::vector<SettingInfo> table{
      {"policies", PathSetting{&S::policies, "DIR", kDataRule, policiesFolder},
       "the policies folder"},
      {"webroot", PathSetting{&S::webroot, "DIR", kDataRule, webrootFolder}, "the folder of pages"},
      {"database",
       PathSetting{&S::database, "FILE",
                   "$XDG_STATE_HOME/policycalc/policycalc.db, else "
                   "~/.local/state/policycalc/policycalc.db",
                   databaseFile},
       "the SQLite database, made on first start, or one on a PostgreSQL server: "
       "postgresql://USER@HOST/NAME"},
      {"host", TextSetting{&S::host, "ADDRESS", "127.0.0.1"}, "the address to listen on"},
      {"port", NumberSetting{&S::port, 8080, 0, kMostPort},
       "the port to listen on; 0 takes any free port"},
      {"max_connections", NumberSetting{&S::max_connections, 512, 1, kMostConnections},
       "the most connections at one time; for the next one, the network that has the most gives "
       "one up"},
      {"request_deadline_seconds", NumberSetting{&S::request_deadline_seconds, 15, 1, kMostSeconds},
       "seconds that a whole request may take to arrive"},
      {"keep_alive_seconds", NumberSetting{&S::keep_alive_seconds, 5, 1, kMostSeconds},
       "seconds until an idle connection is closed"},
      {"drain_seconds", NumberSetting{&S::drain_seconds, 10, 0, kMostSeconds},
       "seconds that a stop waits for requests that are still arriving"},
      {"compress", SwitchSetting{&S::compress, true}, "gzip answers for clients that accept it"},
      {"cors", SwitchSetting{&S::cors, true},
       "let pages of any origin call /api/v1; the service hall is always excepted"},
      {"service_key",
       PathSetting{&S::service_key, "FILE", "policycalc.key in the database's folder", keyFile},
       "the service's key file, made on first start with mode 0600"},
      {"trusted_proxies", ListSetting{&S::trusted_proxies, "an IP address", isAddress, ""},
       "addresses, separated by commas, of proxies whose X-Forwarded-For, X-Forwarded-Proto and "
       "X-Request-Id are believed"},
      {"backup_days", NumberSetting{&S::backup_days, 30, 0, kMostBackupDays},
       "days that you keep backups of the database; owners of saved profiles are told this number"},
      {"catalogue_months",
       NumberSetting{&S::catalogue_months, kLeastCatalogueMonths, kLeastCatalogueMonths,
                     kMostCatalogueMonths},
       "months that an earlier version of the policies is kept after the next one came"},
      {"allowed_hosts",
       ListSetting{&S::allowed_hosts, "a host name", http::isHost, "localhost, 127.0.0.1, [::1]"},
       "host names, separated by commas, under which the service hall answers; a name with a port "
       "answers on that port only"},
      {"session_idle_minutes", NumberSetting{&S::session_idle_minutes, 30, 1, kMostSessionMinutes},
       "minutes until an unused log-in of the staff ends"},
      {"session_absolute_minutes",
       NumberSetting{&S::session_absolute_minutes, 720, 1, kMostSessionMinutes},
       "minutes until any log-in of the staff ends"},
      // Strangers may fill the disk up to these and no further.
      {"max_saved_profiles", NumberSetting{&S::max_saved_profiles, 200'000, 0, kMostRecords},
       "saved profiles that are kept at most; then no new one is taken"},
      {"max_feedback", NumberSetting{&S::max_feedback, 20'000, 0, kMostRecords},
       "pieces of feedback that are kept at most; then no new one is taken"},
      // A hall of thirty seats behind one address asks for about 2,000 a minute.
      {"anonymous_points", NumberSetting{&S::anonymous_points, 6'000, 0, kMostRecords},
       "what callers without a key may spend in a minute, all of one address together: a match "
       "costs 5 points, most else 1; 0: no limit"},
      {"key_points", NumberSetting{&S::key_points, 30'000, 0, kMostRecords},
       "what a key without a number of its own may spend in a minute; 0: no limit"},
      {"metrics_address",
       ListSetting{&S::metrics_address, "an IP address with a port", isAddressWithPort, ""},
       "addresses with ports, separated by commas, such as 127.0.0.1:9090, that answer /metrics in "
       "place of the public port"},
      {"second_factor", ChoiceSetting{&S::second_factor, {"administrators", "everybody", "off"}},
       "whose log-in at the desk needs a code of an authenticator app after the password: "
       "administrators, everybody or off"},
      {"second_approval", SwitchSetting{&S::second_approval, false},
       "what `policycalc publish` brings waits until `policycalc approve` names a second person; "
       "publish has no flag for it"},
      {"public_url", UrlSetting{&S::public_url, http::isOrigin},
       "where the public finds the service, such as https://policy.example.cn; served pages name "
       "it in their links for search engines and the sitemap needs it"}};
  return table;
}

const SettingInfo* findSetting(std::string_view name) {
  const auto& table = settingTable();
  const auto at = std::find_if(table.begin(), table.end(),
                               [&](const SettingInfo& info) { return info.name == name; });
  return at == table.end() ? nullptr : &*at;
}

std::string flagOf(const SettingInfo& info) {
  std::string flag = "--" + std::string(info.name);
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
}

std::string variableOf(const SettingInfo& info) {
  return "POLICYCALC_" + base::toUpper(info.name);
}

std::string argumentOf(const SettingInfo& info) {
  return std::visit(Overloaded{[](const TextSetting& text) { return std::string(text.argument); },
                               [](const UrlSetting&) { return std::string("URL"); },
                               [](const PathSetting& path) { return std::string(path.argument); },
                               [](const NumberSetting&) { return std::string("N"); },
                               [](const SwitchSetting&) { return std::string("true|false"); },
                               [](const ChoiceSetting&) { return std::string("WORD"); },
                               [](const ListSetting&) { return std::string("LIST"); }},
                    info.type);
}

std::string rangeOf(const SettingInfo& info) {
  const auto* number = std::get_if<NumberSetting>(&info.type);
  if (number == nullptr) return {};
  return std::to_string(number->least) + " to " + std::to_string(number->most);
}

std::string defaultOf(const SettingInfo& info) {
  return std::visit(
      Overloaded{[](const TextSetting& text) { return std::string(text.otherwise); },
                 [](const UrlSetting&) { return std::string("none"); },
                 [](const PathSetting& path) { return std::string(path.rule); },
                 [](const NumberSetting& number) { return std::to_string(number.otherwise); },
                 [](const SwitchSetting& a) { return std::string(a.otherwise ? "true" : "false"); },
                 [](const ChoiceSetting& choice) { return std::string(choice.choices.front()); },
                 [](const ListSetting& list) {
                   return std::string(list.otherwise.empty() ? "none" : list.otherwise);
                 }},
      info.type);
}

}  // namespace policycalc::app
