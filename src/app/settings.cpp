#include "app/settings.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "policycalc/base/ascii.h"
#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/json/reader.h"

#include "app/setting_table.h"

namespace policycalc::app {
namespace {

constexpr const char* kConfigVariable = "POLICYCALC_CONFIG";

/// The texts between commas, without the blanks around them; an empty text is an empty list.
std::vector<std::string> partsOf(std::string_view text) {
  std::vector<std::string> found;
  if (text.empty()) return found;
  std::istringstream list(std::string(text) + ",");
  for (std::string part; std::getline(list, part, ',');) {
    found.emplace_back(base::trimmed(part));
  }
  return found;
}

/// Names the settings that the writer of `text` may have meant, as `name_of` writes them.
std::string notASetting(const std::string& text, std::string (*name_of)(const SettingInfo&)) {
  std::vector<std::string> names;
  for (const SettingInfo& info : settingTable()) names.push_back(name_of(info));
  return base::quoted(text) + " is not a setting" +
         base::didYouMean(base::nearestNames(text, names));
}

/// Finds the text given for each setting and turns it into a value.
class Resolver {
 public:
  explicit Resolver(const SettingSources& sources) : sources_(sources) {}

  base::Result<Settings, base::Issues> run() {
    readFile();
    for (const auto& [variable, value] : sources_.environment) checkVariable(variable);
    for (const SettingInfo& info : settingTable()) {
      const std::string* given = find(info);
      std::visit([&](const auto& type) { set(info.name, type, given); }, info.type);
    }
    if (settings_.database.empty() && issues_.empty()) {
      report("", "missing_value", "no home folder is known: set POLICYCALC_DATABASE");
    } else if (settings_.service_key.empty() && issues_.empty()) {
      report("", "missing_value", "no home folder is known: set POLICYCALC_SERVICE_KEY");
    }
    if (!issues_.empty()) return std::move(issues_);
    return std::move(settings_);
  }

 private:
  void report(std::string_view pointer, std::string code, std::string message) {
    issues_.push_back({base::Severity::kError,
                       std::move(code),
                       {},
                       std::string(pointer),
                       0,
                       0,
                       std::move(message)});
  }

  void reportInFile(std::string pointer, json::Position at, std::string code, std::string message) {
    issues_.push_back({base::Severity::kError, std::move(code), sources_.file_name,
                       std::move(pointer), at.line, at.column, std::move(message)});
  }

  void readFile() {
    if (sources_.file.empty()) return;
    const auto document = json::read(sources_.file, sources_.file_name);
    if (!document.ok()) {
      issues_ = document.error();
      return;
    }
    if (!document->isObject()) {
      reportInFile("", {1, 1}, "wrong_type", "the configuration must be an object");
    }
    for (const json::Member& member : document->members) {
      const json::Value& value = member.value;
      const std::string pointer = base::childPointer("", member.key);
      if (findSetting(member.key) == nullptr) {
        reportInFile(pointer, member.position, "unknown_field",
                     notASetting(member.key,
                                 [](const SettingInfo& info) { return std::string(info.name); }));
      } else if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
        reportInFile(pointer, member.position, "wrong_type",
                     "a text, number or boolean is expected");
      } else {
        file_[member.key] = value.isBoolean() ? (value.boolean ? "true" : "false") : value.text;
      }
    }
  }

  void checkVariable(const std::string& variable) {
    if (variable.rfind("POLICYCALC_", 0) != 0 || variable == kConfigVariable) return;
    for (const SettingInfo& info : settingTable()) {
      if (variableOf(info) == variable) return;
    }
    report(variable, "unknown_field", notASetting(variable, variableOf));
  }

  /// The text given for a setting, or null.
  const std::string* find(const SettingInfo& info) const {
    const std::string name(info.name);
    const auto flag = sources_.flags.find(name);
    if (flag != sources_.flags.end()) return &flag->second;
    const auto variable = sources_.environment.find(variableOf(info));
    if (variable != sources_.environment.end()) return &variable->second;
    const auto in_file = file_.find(name);
    return in_file == file_.end() ? nullptr : &in_file->second;
  }

  std::string notEmpty(std::string_view name, const std::string& given) {
    if (given.empty()) report(name, "wrong_value", base::quoted(name) + " is empty");
    return given;
  }

  void set(std::string_view name, const TextSetting& type, const std::string* given) {
    settings_.*type.field = given == nullptr ? std::string(type.otherwise) : notEmpty(name, *given);
  }

  void set(std::string_view name, const UrlSetting& type, const std::string* given) {
    if (given == nullptr || given->empty()) return;
    if (type.isUrl(*given)) {
      settings_.*type.field = *given;
    } else {
      report(name, "wrong_value",
             base::quoted(name) +
                 " must be http:// or https:// and a host name, without a path, "
                 "not " +
                 base::quoted(*given));
    }
  }

  void set(std::string_view name, const PathSetting& type, const std::string* given) {
    settings_.*type.field =
        given == nullptr ? type.otherwise(settings_, sources_.environment) : notEmpty(name, *given);
  }

  void set(std::string_view name, const NumberSetting& type, const std::string* given) {
    settings_.*type.field = type.otherwise;
    if (given == nullptr) return;
    constexpr std::size_t kMostDigits = 6;
    const bool digits = !given->empty() && given->size() <= kMostDigits &&
                        given->find_first_not_of("0123456789") == std::string::npos;
    const int value = digits ? std::stoi(*given) : -1;
    if (value >= type.least && value <= type.most) {
      settings_.*type.field = value;
    } else {
      report(name, "wrong_value",
             base::quoted(*given) + " is not a whole number from " + std::to_string(type.least) +
                 " to " + std::to_string(type.most));
    }
  }

  void set(std::string_view name, const ChoiceSetting& type, const std::string* given) {
    settings_.*type.field = type.choices.front();
    if (given == nullptr) return;
    if (std::find(type.choices.begin(), type.choices.end(), *given) == type.choices.end()) {
      const std::vector<std::string> choices(type.choices.begin(), type.choices.end());
      return report(name, "wrong_value",
                    base::quoted(*given) + " is not one of " + base::join(choices, ", "));
    }
    settings_.*type.field = *given;
  }

  void set(std::string_view name, const SwitchSetting& type, const std::string* given) {
    settings_.*type.field = given == nullptr ? type.otherwise : *given == "true";
    if (given == nullptr || *given == "true" || *given == "false") return;
    report(name, "wrong_value", base::quoted(*given) + " is neither `true` nor `false`");
  }

  void set(std::string_view name, const ListSetting& type, const std::string* given) {
    std::vector<std::string> parts = partsOf(given == nullptr ? type.otherwise : *given);
    if (parts.empty() && !type.otherwise.empty()) {
      report(name, "wrong_value", base::quoted(name) + " is empty");
    }
    for (const std::string& part : parts) {
      if (type.isElement(part)) continue;
      report(name, "wrong_value", base::quoted(part) + " is not " + std::string(type.element));
    }
    settings_.*type.field = std::move(parts);
  }

  const SettingSources& sources_;
  std::map<std::string, std::string> file_;
  Settings settings_;
  base::Issues issues_;
};

}  // namespace

base::Result<SettingSources, base::Issues> gatherSources(std::map<std::string, std::string> flags,
                                                         const std::string& config_flag,
                                                         Environment environment) {
  SettingSources sources{std::move(flags), std::move(environment), {}, config_flag};
  const auto variable = sources.environment.find(kConfigVariable);
  if (config_flag.empty() && variable != sources.environment.end()) {
    sources.file_name = variable->second;
  }
  if (sources.file_name.empty()) return sources;
  std::ifstream stream(sources.file_name, std::ios::binary);
  sources.file = {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (!stream || sources.file.empty()) {
    return base::Issues{{base::Severity::kError, "unreadable", sources.file_name, "", 0, 0,
                         "the configuration file cannot be read or is empty"}};
  }
  return sources;
}

base::Result<Settings, base::Issues> resolveSettings(const SettingSources& sources) {
  return Resolver(sources).run();
}

}  // namespace policycalc::app
