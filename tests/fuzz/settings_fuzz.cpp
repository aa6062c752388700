// Arbitrary bytes as the configuration file, and as the value of every flag: refused with usable
// issues, or settings within their bounds.
#include <algorithm>
#include <string>
#include <string_view>

#include "policycalc/base/unicode.h"

#include "app/setting_table.h"
#include "app/settings.h"
#include "fuzz/contract.h"

namespace policycalc::fuzz {

namespace {

/// Whether a setting has a value that its type allows.
struct IsAllowed {
  const app::Settings& settings;

  bool operator()(const app::TextSetting& type) const { return !(settings.*type.field).empty(); }
  bool operator()(const app::UrlSetting& type) const {
    const std::string& url = settings.*type.field;
    return url.empty() || type.isUrl(url);
  }
  bool operator()(const app::PathSetting& type) const { return !(settings.*type.field).empty(); }
  bool operator()(const app::SwitchSetting&) const { return true; }
  bool operator()(const app::NumberSetting& type) const {
    const int value = settings.*type.field;
    return value >= type.least && value <= type.most;
  }
  bool operator()(const app::ChoiceSetting& type) const {
    return std::find(type.choices.begin(), type.choices.end(), settings.*type.field) !=
           type.choices.end();
  }
  bool operator()(const app::ListSetting& type) const {
    const auto& parts = settings.*type.field;
    if (parts.empty()) return type.otherwise.empty();
    return std::all_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return type.isElement(part); });
  }
};

std::string faultOf(const app::SettingSources& sources, bool is_utf8) {
  const auto settings = app::resolveSettings(sources);
  if (!settings.ok()) {
    if (settings.error().empty()) return "refused without an issue";
    for (const base::Issue& issue : settings.error()) {
      const bool is_usable = !issue.code.empty() && !issue.message.empty() && issue.line >= 0;
      if (!is_usable) return "unusable issue " + base::formatIssue(issue);
      if (is_utf8 && !base::isUtf8(issue.message)) return "a message that is not UTF-8";
    }
    return {};
  }
  for (const app::SettingInfo& info : app::settingTable()) {
    if (!std::visit(IsAllowed{*settings}, info.type)) {
      return "a value that is not allowed for " + std::string(info.name);
    }
  }
  return {};
}

}  // namespace

std::string contractFault(std::string_view bytes) {
  app::SettingSources file;
  file.environment["HOME"] = "/home/a";
  file.file = bytes;
  file.file_name = "policycalc.json";
  if (std::string fault = faultOf(file, true); !fault.empty()) return fault;
  app::SettingSources flags;
  flags.environment["HOME"] = "/home/a";
  for (const app::SettingInfo& info : app::settingTable()) {
    flags.flags = {{std::string(info.name), std::string(bytes)}};
    if (std::string fault = faultOf(flags, false); !fault.empty()) return fault;
  }
  return {};
}

}  // namespace policycalc::fuzz
