#include "app/settings.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "policycalc/base/text.h"
#include "policycalc/http/client.h"
#include "policycalc/json/reader.h"

namespace policycalc::app {
namespace {

constexpr int kMostConnections = 4096;
constexpr int kMostSeconds = 3600;
constexpr int kMostPort = 65535;
constexpr int kMostBackupDays = 3650;
constexpr int kMostSessionMinutes = 7 * 24 * 60;

bool isPort(std::string_view text) {
  constexpr std::size_t kMaxDigits = 5;
  return !text.empty() && text.size() <= kMaxDigits &&
         text.find_first_not_of("0123456789") == std::string_view::npos &&
         std::stoi(std::string(text)) <= kMostPort;
}

/// A host name, an IPv4 address, or an IPv6 address in brackets, with or without `:port`; no
/// scheme, no path, no wildcard.
bool isHost(std::string_view text) {
  const auto bracket = text.rfind(']');
  const auto colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon != std::string_view::npos && !isPort(text.substr(colon + 1))) return false;
  const std::string_view name = text.substr(0, colon);
  if (!name.empty() && name.front() == '[') {
    return name.size() > 2 && name.back() == ']' && name.find(':') != std::string_view::npos &&
           !http::canonicalAddress(name.substr(1, name.size() - 2)).empty();
  }
  const bool is_name_alone = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-';
  });
  return is_name_alone && !name.empty() && name.front() != '-' && name.front() != '.';
}

/// Finds each setting's text and turns it into a value.
class Resolver {
 public:
  explicit Resolver(const SettingSources& sources) : sources_(sources) {}

  base::Result<Settings, base::Issues> run() {
    readFile();
    for (const auto& [variable, value] : sources_.environment) checkVariable(variable);
    Settings settings;
    settings.policies = text("policies", firstFolder("policies"));
    settings.webroot = text("webroot", firstFolder("webroot"));
    settings.database = text("database", defaultDatabase());
    settings.host = text("host", "127.0.0.1");
    settings.port = static_cast<std::uint16_t>(number("port", 8080, 0, kMostPort));
    settings.max_connections = number("max_connections", 512, 1, kMostConnections);
    settings.request_deadline_seconds = number("request_deadline_seconds", 15, 1, kMostSeconds);
    settings.keep_alive_seconds = number("keep_alive_seconds", 5, 1, kMostSeconds);
    settings.compress = boolean("compress", true);
    settings.cors = boolean("cors", true);
    settings.service_key = text("service_key", besideDatabase(settings.database));
    settings.trusted_proxies = addresses("trusted_proxies");
    settings.backup_days = number("backup_days", 30, 0, kMostBackupDays);
    settings.allowed_hosts = hosts("allowed_hosts", {"localhost", "127.0.0.1", "[::1]"});
    settings.session_idle_minutes = number("session_idle_minutes", 30, 1, kMostSessionMinutes);
    settings.session_absolute_minutes =
        number("session_absolute_minutes", 720, 1, kMostSessionMinutes);
    if (settings.database.empty()) {
      report("", "missing_value", "no home folder is known: set POLICYCALC_DATABASE");
    }
    if (!issues_.empty()) return std::move(issues_);
    return settings;
  }

 private:
  static bool isSetting(std::string_view name) {
    const auto& table = settingTable();
    return std::any_of(table.begin(), table.end(),
                       [&](const SettingInfo& info) { return info.name == name; });
  }

  void report(std::string pointer, std::string code, std::string message) {
    issues_.push_back({base::Severity::kError,
                       std::move(code),
                       {},
                       std::move(pointer),
                       0,
                       0,
                       std::move(message)});
  }

  void readFile() {
    if (sources_.file.empty()) return;
    const auto document = json::read(sources_.file, sources_.file_name);
    if (!document.ok()) {
      issues_ = document.error();
      return;
    }
    if (!document->isObject()) {
      issues_.push_back({base::Severity::kError, "wrong_type", sources_.file_name, "", 1, 1,
                         "the configuration is an object"});
    }
    for (const json::Member& member : document->members) {
      const json::Value& value = member.value;
      const bool scalar = value.isString() || value.isNumber() || value.isBoolean();
      if (!isSetting(member.key) || !scalar) {
        issues_.push_back({base::Severity::kError, scalar ? "unknown_key" : "wrong_type",
                           sources_.file_name, base::childPointer("", member.key),
                           member.position.line, member.position.column,
                           scalar ? base::quoted(member.key) + " is no setting"
                                  : "a text, number or boolean is expected"});
        continue;
      }
      file_[member.key] = value.isBoolean() ? (value.boolean ? "true" : "false") : value.text;
    }
  }

  void checkVariable(const std::string& variable) {
    const auto& table = settingTable();
    const bool known = variable.rfind("POLICYCALC_", 0) != 0 || variable == "POLICYCALC_CONFIG" ||
                       std::any_of(table.begin(), table.end(), [&](const SettingInfo& info) {
                         return variableOf(info) == variable;
                       });
    if (!known) report(variable, "unknown_key", base::quoted(variable) + " is no setting");
  }

  /// The text given for a setting, or null.
  const std::string* find(const std::string& name) const {
    const auto flag = sources_.flags.find(name);
    if (flag != sources_.flags.end()) return &flag->second;
    const auto variable = sources_.environment.find(variableOf({name, {}, {}}));
    if (variable != sources_.environment.end()) return &variable->second;
    const auto in_file = file_.find(name);
    return in_file == file_.end() ? nullptr : &in_file->second;
  }

  std::string text(const std::string& name, const std::string& otherwise) {
    const std::string* given = find(name);
    if (given == nullptr) return otherwise;
    if (given->empty()) report(name, "wrong_value", base::quoted(name) + " is empty");
    return *given;
  }

  int number(const std::string& name, int otherwise, int least, int most) {
    const std::string* given = find(name);
    if (given == nullptr) return otherwise;
    constexpr std::size_t kMaxDigits = 6;
    const bool digits = !given->empty() && given->size() <= kMaxDigits &&
                        given->find_first_not_of("0123456789") == std::string::npos;
    const int value = digits ? std::stoi(*given) : -1;
    if (value < least || value > most) {
      report(name, "wrong_value",
             base::quoted(*given) + " is no whole number from " + std::to_string(least) + " to " +
                 std::to_string(most));
      return otherwise;
    }
    return value;
  }

  bool boolean(const std::string& name, bool otherwise) {
    const std::string* given = find(name);
    if (given == nullptr) return otherwise;
    if (*given != "true" && *given != "false") {
      report(name, "wrong_value", base::quoted(*given) + " is neither `true` nor `false`");
    }
    return *given == "true";
  }

  /// What stands between commas, without the blanks around it; an empty text is an empty list.
  static std::vector<std::string> parts(const std::string& text) {
    std::vector<std::string> found;
    if (text.empty()) return found;
    std::istringstream list(text + ",");
    for (std::string part; std::getline(list, part, ',');) {
      part.erase(0, part.find_first_not_of(' '));
      part.erase(part.find_last_not_of(' ') + 1);
      found.push_back(std::move(part));
    }
    return found;
  }

  /// A list of IP addresses.
  std::vector<std::string> addresses(const std::string& name) {
    const std::string* given = find(name);
    if (given == nullptr) return {};
    std::vector<std::string> found = parts(*given);
    for (const std::string& part : found) {
      if (http::canonicalAddress(part).empty()) {
        report(name, "wrong_value", base::quoted(part) + " is no IP address");
      }
    }
    return found;
  }

  /// A list, not empty, of what may stand in a Host header.
  std::vector<std::string> hosts(const std::string& name, std::vector<std::string> otherwise) {
    const std::string* given = find(name);
    if (given == nullptr) return otherwise;
    std::vector<std::string> found = parts(*given);
    if (found.empty()) report(name, "wrong_value", base::quoted(name) + " is empty");
    for (const std::string& part : found) {
      if (!isHost(part)) report(name, "wrong_value", base::quoted(part) + " is no host name");
    }
    return found;
  }

  /// The installed folder if it is there, else that of the source tree.
  static std::string firstFolder(const std::string& name) {
    std::string installed = std::string(POLICYCALC_INSTALLED_DATA) + "/" + name;
    std::error_code error;
    if (std::filesystem::is_directory(installed, error)) return installed;
    return std::string(POLICYCALC_SOURCE_DATA) + "/" + name;
  }

  static std::string besideDatabase(const std::string& database) {
    return std::filesystem::path(database).replace_filename("policycalc.key").string();
  }

  std::string defaultDatabase() const {
    const auto variable = [&](const char* name) {
      const auto found = sources_.environment.find(name);
      return found == sources_.environment.end() ? std::string() : found->second;
    };
    const std::string state = variable("XDG_STATE_HOME");
    if (!state.empty()) return state + "/policycalc/policycalc.db";
    const std::string home = variable("HOME");
    return home.empty() ? std::string() : home + "/.local/state/policycalc/policycalc.db";
  }

  const SettingSources& sources_;
  std::map<std::string, std::string> file_;
  base::Issues issues_;
};

}  // namespace

const std::vector<SettingInfo>& settingTable() {
  static const std::vector<SettingInfo> table{
      {"policies", "DIR", "the policies folder; the installed one, else the source tree's"},
      {"webroot", "DIR", "the pages; the installed ones, else the source tree's"},
      {"database", "FILE",
       "the SQLite file, made on first start; $XDG_STATE_HOME/policycalc/policycalc.db, else "
       "~/.local/state/policycalc/policycalc.db"},
      {"host", "ADDRESS", "the address to listen on; 127.0.0.1"},
      {"port", "N", "the port to listen on, 0 for any free one; 8080"},
      {"max_connections", "N", "connections at the same time, 1 to 4096; 512"},
      {"request_deadline_seconds", "N", "time for a whole request to arrive; 15"},
      {"keep_alive_seconds", "N", "how long an idle connection is kept; 5"},
      {"compress", "BOOL", "gzip answers for clients that accept it; true"},
      {"cors", "BOOL", "let pages of any origin call /api/v1; true"},
      {"service_key", "FILE",
       "the service's own key, made on first start; policycalc.key in the database's folder"},
      {"trusted_proxies", "LIST",
       "addresses, with commas, of proxies whose X-Forwarded-For is believed; none"},
      {"backup_days", "N", "how long backups of the database live, as owners are told; 30"},
      {"allowed_hosts", "LIST",
       "host names, with commas, by which the service hall may be called; localhost, 127.0.0.1, "
       "[::1]"},
      {"session_idle_minutes", "N", "when a log-in that is not used ends, 1 to 10080; 30"},
      {"session_absolute_minutes", "N", "when any log-in ends, 1 to 10080; 720"}};
  return table;
}

std::string flagOf(const SettingInfo& info) {
  std::string flag = "--" + std::string(info.name);
  std::replace(flag.begin(), flag.end(), '_', '-');
  return flag;
}

std::string variableOf(const SettingInfo& info) {
  std::string variable = "POLICYCALC_" + std::string(info.name);
  for (char& c : variable) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return variable;
}

base::Result<Settings, base::Issues> resolveSettings(const SettingSources& sources) {
  return Resolver(sources).run();
}

}  // namespace policycalc::app
