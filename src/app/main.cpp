#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <unistd.h>

#include "policycalc/base/text.h"
#include "policycalc/web/match/match_answer.h"

#include "app/arguments.h"
#include "app/commands.h"
#include "app/settings.h"

namespace policycalc::app {
namespace {

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string name(text.substr(0, equals));
    if (name.rfind("POLICYCALC_", 0) == 0 || name == "HOME" || name == "XDG_STATE_HOME") {
      variables.emplace(name, text.substr(equals + 1));
    }
  }
  return variables;
}

/// Settings from the flags that are settings, the environment and the configuration file.
base::Result<Settings, base::Issues> settingsOf(const Arguments& arguments) {
  SettingSources sources;
  sources.environment = environment();
  for (const SettingInfo& info : settingTable()) {
    const auto flag = arguments.options.find(flagOf(info).substr(2));
    if (flag != arguments.options.end()) sources.flags.emplace(info.name, flag->second);
  }
  const auto flag = arguments.options.find("config");
  const auto variable = sources.environment.find("POLICYCALC_CONFIG");
  if (flag != arguments.options.end()) {
    sources.file_name = flag->second;
  } else if (variable != sources.environment.end()) {
    sources.file_name = variable->second;
  }
  if (!sources.file_name.empty()) {
    std::ifstream stream(sources.file_name, std::ios::binary);
    sources.file = {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream || sources.file.empty()) {
      return base::Issues{{base::Severity::kError, "unreadable", sources.file_name, "", 0, 0,
                           "the configuration file cannot be read or is empty"}};
    }
  }
  return resolveSettings(sources);
}

int run(const std::vector<std::string>& words) {
  const auto arguments = parseArguments(words);
  if (!arguments.ok()) {
    std::cerr << "policycalc: " << arguments.error().message << "\n\n" << helpText("");
    return kUsage;
  }
  if (arguments->help) {
    std::cout << helpText(arguments->command);
    return kDone;
  }
  if (arguments->version) {
    std::cout << "policycalc " << web::programVersion() << '\n';
    return kDone;
  }
  const auto settings = settingsOf(*arguments);
  if (!settings.ok()) {
    printIssues(settings.error());
    return kUsage;
  }
  if (arguments->command == "serve") return serve(*settings);
  if (arguments->command == "match") return match(*arguments, *settings);
  if (arguments->command == "feedback") return feedback(*arguments, *settings);
  if (arguments->command == "staff") return staff(*arguments, *settings);
  if (arguments->command == "backup") return backup(*arguments, *settings);
  if (arguments->command == "restore") return restore(*arguments, *settings);
  return lint(*arguments, *settings);
}

}  // namespace
}  // namespace policycalc::app

int main(int argc, char** argv) {
  try {
    return policycalc::app::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    std::cerr << "policycalc: " << error.what() << '\n';
    return policycalc::app::kFailed;
  }
}
