#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/settings.h"

namespace policycalc::app {

// The types of settings. Each knows the field it fills, its default and which values it takes.

/// Any text but an empty one.
struct TextSetting {
  std::string Settings::*field;
  std::string_view argument;  ///< what help calls the value: `ADDRESS`
  std::string_view otherwise;
};

/// An address on the web. Without one it is "".
struct UrlSetting {
  std::string Settings::*field;
  bool (*isUrl)(std::string_view);
};

/// A file or folder whose default depends on the machine.
struct PathSetting {
  std::string Settings::*field;
  std::string_view argument;  ///< `DIR` or `FILE`
  std::string_view rule;      ///< the default in words
  /// The default. May read the fields of rows above its own. "" without a default.
  std::string (*otherwise)(const Settings&, const Environment&);
};

/// A whole number from `least` to `most`.
struct NumberSetting {
  int Settings::*field;
  int otherwise;
  int least;
  int most;
};

/// `true` or `false`.
struct SwitchSetting {
  bool Settings::*field;
  bool otherwise;
};

/// One of some words, which the help names.
struct ChoiceSetting {
  std::string Settings::*field;
  std::vector<std::string_view> choices;  ///< the default first
};

/// Values between commas. A list whose default is empty may be given as empty.
struct ListSetting {
  std::vector<std::string> Settings::*field;
  std::string_view element;  ///< what each part is: `an IP address`
  bool (*isElement)(std::string_view);
  std::string_view otherwise;
};

/// One setting. Its flag is `--name` with hyphens, its variable `POLICYCALC_NAME` in capitals, its
/// key in the configuration file `name`.
struct SettingInfo {
  std::string_view name;  ///< snake_case
  std::variant<TextSetting, UrlSetting, PathSetting, NumberSetting, SwitchSetting, ChoiceSetting,
               ListSetting>
      type;
  std::string_view help;
};

/// All settings, in the order in which they are resolved.
const std::vector<SettingInfo>& settingTable();

/// Null if there is no setting of that name.
const SettingInfo* findSetting(std::string_view name);

std::string flagOf(const SettingInfo& info);
std::string variableOf(const SettingInfo& info);

/// What help calls the value: `FILE`, `N`.
std::string argumentOf(const SettingInfo& info);

/// Which values the setting takes, if its argument does not say it: `0 to 65535`; else "".
std::string rangeOf(const SettingInfo& info);

/// The default for people: `8080`, or in words where it depends on the machine.
std::string defaultOf(const SettingInfo& info);

}  // namespace policycalc::app
