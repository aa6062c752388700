#pragma once

#include <map>
#include <string>
#include <vector>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"

namespace policycalc::app {

/// What the program runs with. `settingTable()` describes each field, with its default.
struct Settings {
  std::string policies;
  std::string webroot;
  std::string database;
  std::string host;
  int port = 0;
  int max_connections = 0;
  int request_deadline_seconds = 0;
  int keep_alive_seconds = 0;
  int drain_seconds = 0;
  bool compress = false;
  bool cors = false;
  std::string service_key;
  std::vector<std::string> trusted_proxies;  ///< IP addresses
  int backup_days = 0;
  int catalogue_months = 0;
  std::vector<std::string> allowed_hosts;  ///< names or addresses, some with a port
  int session_idle_minutes = 0;
  int session_absolute_minutes = 0;
  int max_saved_profiles = 0;
  int max_feedback = 0;
  int anonymous_points = 0;                  ///< a minute; 0: no limit
  int key_points = 0;                        ///< likewise
  std::vector<std::string> metrics_address;  ///< each an IP address with a port
  std::string second_factor;                 ///< administrators, everybody or off
  bool second_approval = false;              ///< what is published waits for another name
  std::string public_url;  ///< `https://name`, without a slash at the end; "" if unknown
};

/// The variables of the environment that settings depend on: POLICYCALC_…, HOME, XDG_STATE_HOME.
using Environment = std::map<std::string, std::string>;

/// Where values come from, strongest first; a setting that none of them gives has its default.
struct SettingSources {
  std::map<std::string, std::string> flags;  ///< by setting name
  Environment environment;
  std::string file;  ///< the text of the configuration file, "" without one
  std::string file_name;
};

/// Reads the configuration file that the flag `--config` (`config_flag`, "" without one), else the
/// variable POLICYCALC_CONFIG names. Fails with `unreadable`.
base::Result<SettingSources, base::Issues> gatherSources(std::map<std::string, std::string> flags,
                                                         const std::string& config_flag,
                                                         Environment environment);

/// Fails with all faults together: `unknown_field`, `wrong_type`, `wrong_value`, `missing_value`
/// and those of the JSON reader.
base::Result<Settings, base::Issues> resolveSettings(const SettingSources& sources);

}  // namespace policycalc::app
