#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"

namespace policycalc::app {

/// What the program runs with. Each setting is looked for in the flags, then the environment, then
/// the configuration file, then its default; README.md has the table.
struct Settings {
  std::string policies;
  std::string webroot;
  std::string database;
  std::string host;
  std::uint16_t port = 0;
  int max_connections = 0;
  int request_deadline_seconds = 0;
  int keep_alive_seconds = 0;
  bool compress = true;
  bool cors = true;
  std::string service_key;
  std::vector<std::string> trusted_proxies;  ///< IP addresses
  int backup_days = 0;
  std::vector<std::string> allowed_hosts;  ///< names or addresses, some with a port
  int session_idle_minutes = 0;
  int session_absolute_minutes = 0;
};

/// One setting as it can be given. Its flag is `--name` with hyphens, its variable
/// `POLICYCALC_NAME` in capitals, its key in the configuration file `name`.
struct SettingInfo {
  std::string_view name;  ///< snake_case
  std::string_view argument;
  std::string_view help;
};
const std::vector<SettingInfo>& settingTable();

std::string flagOf(const SettingInfo& info);
std::string variableOf(const SettingInfo& info);

/// Where values come from, strongest first. `environment` holds only POLICYCALC_… and what defaults
/// need (HOME, XDG_STATE_HOME); `file` is the text of the configuration file, "" if there is none.
struct SettingSources {
  std::map<std::string, std::string> flags;  ///< by setting name
  std::map<std::string, std::string> environment;
  std::string file;
  std::string file_name;
};

/// All faults together: `unknown_key`, `wrong_value` and those of the JSON reader.
base::Result<Settings, base::Issues> resolveSettings(const SettingSources& sources);

}  // namespace policycalc::app
