#include "app/program.h"

#include <algorithm>
#include <iostream>

#include "policycalc/base/date.h"
#include "policycalc/base/nearest.h"
#include "policycalc/base/text.h"
#include "policycalc/web/match/match_answer.h"

#include "app/report.h"
#include "app/setting_table.h"

namespace policycalc::app {
namespace {

constexpr const char* kConfigFlag = "--config";

/// `policycalc staff add`
std::string pathOf(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name()
                                     : pathOf(*app.get_parent()) + " " + app.get_name();
}

std::vector<std::string> commandsOf(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

/// Null if `app` has no command of that name.
const CLI::App* commandNamed(const CLI::App& app, const std::string& name) {
  const auto found =
      app.get_subcommands([&](const CLI::App* command) { return command->get_name() == name; });
  return found.empty() ? nullptr : found.front();
}

/// Whether any command in `app` has such an option with a value.
bool takesValue(const CLI::App& app, const std::string& flag) {
  const CLI::Option* option = app.get_option_no_throw(flag);
  if (option != nullptr && option->get_items_expected_max() > 0) return true;
  const auto commands = app.get_subcommands(nullptr);
  return std::any_of(commands.begin(), commands.end(),
                     [&](const CLI::App* command) { return takesValue(*command, flag); });
}

bool isLongOption(const std::string& word) {
  return word.size() > 2 && word.rfind("--", 0) == 0;
}

/// CLI11 takes `--name=` for `--name` and would take the next word for its value.
std::vector<std::string> withEmptyValues(std::vector<std::string> words) {
  std::vector<std::string> separate;
  for (std::string& word : words) {
    const bool is_empty_value = word.rfind("--", 0) == 0 && word.find('=') == word.size() - 1;
    if (is_empty_value) word.pop_back();
    separate.push_back(std::move(word));
    if (is_empty_value) separate.emplace_back();
  }
  return separate;
}

std::string helpOf(const SettingInfo& info) {
  const std::string range = rangeOf(info);
  return std::string(info.help) + " (" + (range.empty() ? "" : range + "; ") +
         "default: " + defaultOf(info) + ")";
}

}  // namespace

std::string refuseEmpty(const std::string& text) {
  return text.empty() ? "the value is empty" : "";
}

std::string refuseOtherThanDate(const std::string& text) {
  const auto date = base::Date::parse(text);
  return date.ok() ? "" : base::quoted(text) + " is " + date.error().message;
}

CLI::Option* addArgument(CLI::App& command, const std::string& name, std::string& value,
                         const std::string& help) {
  return command.add_option(name, value, help)->type_name("");
}

void addSwitch(CLI::App& command, const std::string& flag, bool& given, const std::string& help) {
  command.add_flag(flag, given, help)
      ->disable_flag_override()
      ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
}

Program::Program()
    : root_("policycalc tells a company which government measures apply to it", "policycalc") {
  constexpr std::size_t kColumn = 36;
  const auto layout = root_.get_formatter();
  layout->column_width(kColumn);
  layout->label("Positionals", "Arguments");
  layout->label("SUBCOMMAND", "COMMAND");
  layout->label("REQUIRED", "(required)");
  root_.footer("Exit codes: 0 done, 1 input refused, 2 usage, 3 internal failure");
  root_.set_help_flag("-h,--help", "print this help");
  root_.set_version_flag("--version", "policycalc " + std::string(web::programVersion()),
                         "print the version");
  root_.require_subcommand(1);
}

void Program::takeFlag(CLI::App& command, const std::string& flag, const std::string& argument,
                       const std::string& help) {
  command
      .add_option_function<std::string>(
          flag, [this, flag](const std::string& value) { flags_[flag] = value; }, help)
      ->type_name(argument);
}

CLI::App& Program::command(const std::string& name, const std::string& help,
                           const std::vector<std::string_view>& settings, Work work) {
  return command(root_, name, help, settings, std::move(work));
}

CLI::App& Program::group(const std::string& name, const std::string& help) {
  CLI::App& group = *root_.add_subcommand(name, help)->group("Commands");
  group.require_subcommand(1);
  return group;
}

CLI::App& Program::command(CLI::App& group, const std::string& name, const std::string& help,
                           const std::vector<std::string_view>& settings, Work work) {
  CLI::App& command = *group.add_subcommand(name, help)->group("Commands");
  for (const std::string_view setting : settings) {
    const SettingInfo& info = *findSetting(setting);
    takeFlag(command, flagOf(info), argumentOf(info), helpOf(info));
  }
  takeFlag(command, kConfigFlag, "FILE", "a configuration file: a JSON object of settings");
  command.get_option(kConfigFlag)->check(refuseEmpty);
  // Only remembered here: CLI11 has not checked all words yet.
  command.callback([this, work = std::move(work)] { work_ = work; });
  return command;
}

std::vector<std::string> Program::inOrder(std::vector<std::string> words) const {
  auto place = words.begin();
  for (const CLI::App* app = &root_; app != nullptr;) {
    auto word = place;
    while (word != words.end() && isLongOption(*word)) {
      if (root_.get_option_no_throw(*word) != nullptr) return words;  // `--help`
      const bool has_value = takesValue(root_, *word) && word + 1 != words.end();
      word += has_value ? 2 : 1;
    }
    app = word == words.end() ? nullptr : commandNamed(*app, *word);
    if (app != nullptr) place = std::rotate(place, word, word + 1);
  }
  return words;
}

const CLI::App& Program::chosen() const {
  const CLI::App* app = &root_;
  while (!app->get_subcommands().empty()) app = app->get_subcommands().front();
  return *app;
}

std::string Program::unknownWord(const std::string& word) const {
  const CLI::App& app = chosen();
  if (word.size() > 1 && word.front() == '-') {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options()) names.push_back(option->get_name());
    const std::string name = word.substr(0, word.find('='));
    return base::quoted(name) + " is not an option" +
           base::didYouMean(base::nearestNames(name, names));
  }
  const std::vector<std::string> names = commandsOf(app);
  if (names.empty()) return base::quoted(word) + " is one argument too many";
  return base::quoted(word) + " is not one of " + base::join(names, ", ") +
         base::didYouMean(base::nearestNames(word, names));
}

std::string Program::faultOf(const CLI::ParseError& error) const {
  const CLI::App& app = chosen();
  for (const std::string& word : root_.remaining(true)) {
    if (word != "--") return unknownWord(word);
  }
  std::string text = error.what();
  const bool is_missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  if (is_missing && app.get_require_subcommand_min() > 0) {
    return "what to do is missing: " + base::join(commandsOf(app), ", ");
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) return text;
  // These name the option first: `--format: 1 required TEXT missing`, `brief was given …`.
  std::string name = text.substr(0, text.find_first_of(": "));
  if (name.front() != '-') name.insert(0, "--");
  const CLI::Option* option = app.get_option_no_throw(name);
  if (option == nullptr) option = root_.get_option_no_throw(name);
  if (option == nullptr) return text;
  if (option->count() > 1) return base::quoted(name) + " is given twice";
  const bool is_flag = option->get_items_expected_max() == 0;
  return base::quoted(name) + (is_flag ? " takes no value" : " needs a value");
}

base::Result<Settings, base::Issues> Program::resolve(const Environment& environment) const {
  std::map<std::string, std::string> flags;
  for (const SettingInfo& info : settingTable()) {
    const auto given = flags_.find(flagOf(info));
    if (given != flags_.end()) flags.emplace(info.name, given->second);
  }
  const auto config = flags_.find(kConfigFlag);
  const auto sources = gatherSources(
      std::move(flags), config == flags_.end() ? std::string() : config->second, environment);
  if (!sources.ok()) return sources.error();
  return resolveSettings(*sources);
}

int Program::run(std::vector<std::string> words, const Environment& environment) {
  words = inOrder(withEmptyValues(std::move(words)));
  std::reverse(words.begin(), words.end());  // as CLI11 takes them
  try {
    root_.parse(std::move(words));
  } catch (const CLI::CallForHelp&) {
    std::cout << root_.help();
    return kDone;
  } catch (const CLI::CallForVersion& version) {
    std::cout << version.what() << '\n';
    return kDone;
  } catch (const CLI::ParseError& error) {
    const std::string path = pathOf(chosen());
    return complain(path, faultOf(error) + "; see `" + path + " --help`", kUsage);
  }
  const auto settings = resolve(environment);
  if (!settings.ok()) {
    printIssues(settings.error());
    return kUsage;
  }
  return work_(*settings);
}

}  // namespace policycalc::app
