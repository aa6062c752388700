#include "app/arguments.h"

#include <algorithm>

#include "policycalc/base/text.h"

#include "app/settings.h"

namespace policycalc::app {
namespace {

struct OptionInfo {
  std::string name;      ///< as typed, without `--`
  std::string argument;  ///< empty: the option takes none
  std::string help;
};

struct CommandInfo {
  std::string name;
  std::string usage;
  std::string help;
  std::vector<OptionInfo> options;
  std::size_t most_operands = 0;
};

const OptionInfo kPolicies{"policies", "DIR", "another policies folder"};
const OptionInfo kConfig{"config", "FILE", "a configuration file (JSON)"};

std::vector<OptionInfo> serveOptions() {
  std::vector<OptionInfo> options{kConfig};
  for (const SettingInfo& info : settingTable()) {
    options.push_back({flagOf(info).substr(2), std::string(info.argument), std::string(info.help)});
  }
  return options;
}

const std::vector<CommandInfo>& commands() {
  static const std::vector<CommandInfo> all{
      {"serve", "policycalc serve [OPTIONS]", "runs the service until SIGTERM or SIGINT",
       serveOptions(), 0},
      {"match",
       "policycalc match [FILE|-] [OPTIONS]",
       "matches the request in FILE (or standard input) and prints the answer",
       {{"as-of", "DATE", "the day to answer for, if the request names none; today at UTC+8"},
        {"format", "json|text", "the form of the answer; json"},
        {"brief", "", "with text: verdicts, amounts and units alone"},
        kPolicies,
        kConfig},
       1},
      {"lint",
       "policycalc lint [DIR] [OPTIONS]",
       "validates a policies folder and its worked cases; prints all issues",
       {{"coverage", "", "prints besides a table of all clauses and their worked cases"},
        kPolicies,
        kConfig},
       1},
      {"feedback",
       "policycalc feedback list|show REF|set REF STATE|remove REF",
       "reads and answers what people told the service; STATE: received, in_progress, answered or "
       "declined",
       {{"database", "FILE", "the database file of the service"},
        {"service-key", "FILE", "its key file, by which messages are opened"},
        kConfig},
       3},
      {"staff",
       "policycalc staff add LOGIN --name NAME --role ROLE [--county CODE] [--unit UNIT]"
       " | list | reset LOGIN | disable LOGIN | enable LOGIN",
       "makes and keeps the accounts of the service hall; add reads the first password, one line, "
       "from standard input, reset makes one and prints it",
       {{"name", "NAME", "of the person, for others to read"},
        {"role", "ROLE", "clerk, handler, supervisor or administrator"},
        {"county", "CODE", "the district code; a clerk needs one, a supervisor without sees all"},
        {"unit", "UNIT", "the unit's id in the policies; a handler needs one"},
        {"database", "FILE", "the database file of the service"},
        kPolicies,
        kConfig},
       2},
      {"backup",
       "policycalc backup FILE [--force]",
       "writes a sound copy of the database to FILE, beside the running service; the service key "
       "is not in it",
       {{"force", "", "replaces FILE if it is there"},
        {"database", "FILE", "the database file of the service"},
        kConfig},
       1},
      {"restore",
       "policycalc restore FILE [--force]",
       "puts the backup in FILE in the place of the database, while no service runs",
       {{"force", "", "over a database that is there, which is kept beside"},
        {"database", "FILE", "the database file of the service"},
        {"service-key", "FILE", "its key file, to tell whether it is there"},
        kConfig},
       1}};
  return all;
}

const CommandInfo* findCommand(const std::string& name) {
  const auto at = std::find_if(commands().begin(), commands().end(),
                               [&](const CommandInfo& info) { return info.name == name; });
  return at == commands().end() ? nullptr : &*at;
}

/// Options may stand before the command, so a name takes a value or not whatever the command.
bool takesNoValue(const std::string& name) {
  return std::any_of(commands().begin(), commands().end(), [&](const CommandInfo& command) {
    return std::any_of(
        command.options.begin(), command.options.end(),
        [&](const OptionInfo& option) { return option.name == name && option.argument.empty(); });
  });
}

base::Error usage(std::string message) {
  return {base::Error::Code::kInvalid, std::move(message), {}};
}

bool isOptionOf(const CommandInfo& command, const std::string& name) {
  return std::any_of(command.options.begin(), command.options.end(),
                     [&](const OptionInfo& option) { return option.name == name; });
}

std::string check(const Arguments& arguments) {
  if (arguments.command.empty()) {
    if (arguments.help || arguments.version) return {};
    return "a command is missing: serve, match, lint, feedback, staff, backup or restore";
  }
  const CommandInfo* command = findCommand(arguments.command);
  if (command == nullptr) return base::quoted(arguments.command) + " is no command";
  for (const auto& [name, value] : arguments.options) {
    if (!isOptionOf(*command, name)) {
      return base::quoted("--" + name) + " is no option of " + base::quoted(command->name);
    }
  }
  if (arguments.operands.size() > command->most_operands) {
    return base::quoted(arguments.operands.back()) + " is one argument too many";
  }
  return {};
}

void appendOptions(std::string& text, const CommandInfo& command) {
  constexpr std::size_t kColumn = 34;
  for (const OptionInfo& option : command.options) {
    std::string left = "  --" + option.name;
    if (!option.argument.empty()) left += " " + option.argument;
    left.resize(std::max(left.size() + 1, kColumn), ' ');
    text += left + option.help + "\n";
  }
}

}  // namespace

base::Result<Arguments> parseArguments(const std::vector<std::string>& words) {
  Arguments arguments;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "--help" || word == "-h") {
      arguments.help = true;
    } else if (word == "--version") {
      arguments.version = true;
    } else if (word.size() > 2 && word.rfind("--", 0) == 0) {
      const std::size_t equals = word.find('=');
      const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
      const bool inline_value = equals != std::string::npos;
      const bool bare = takesNoValue(name);
      if (bare && inline_value) return usage(base::quoted("--" + name) + " takes no value");
      if (!bare && !inline_value && i + 1 == words.size()) {
        return usage(base::quoted(word) + " needs a value");
      }
      const std::string value = bare           ? std::string()
                                : inline_value ? word.substr(equals + 1)
                                               : words[++i];
      if (!arguments.options.emplace(name, value).second) {
        return usage(base::quoted("--" + name) + " is given twice");
      }
    } else if (word.size() > 1 && word.front() == '-') {
      return usage(base::quoted(word) + " is no option");
    } else if (arguments.command.empty()) {
      arguments.command = word;
    } else {
      arguments.operands.push_back(word);
    }
  }
  const std::string fault = check(arguments);
  if (!fault.empty()) return usage(fault);
  return arguments;
}

std::string helpText(const std::string& command) {
  if (const CommandInfo* info = findCommand(command)) {
    std::string text = "usage: " + info->usage + "\n\n" + info->help + "\n\noptions:\n";
    appendOptions(text, *info);
    return text + "\nexit codes: 0 done, 1 input refused, 2 usage, 3 internal failure\n";
  }
  std::string text = "policycalc tells a company which government measures apply to it\n\n";
  for (const CommandInfo& info : commands())
    text += "  " + info.usage + "\n      " + info.help + "\n";
  return text + "\npolicycalc COMMAND --help tells more.\n";
}

}  // namespace policycalc::app
