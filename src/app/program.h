#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/settings.h"

namespace policycalc::app {

/// The command line: its commands, the settings given as flags, and help. The files of the commands
/// add what they take; CLI11 reads the words.
class Program {
 public:
  /// Does the work of a command and returns the program's exit code.
  using Work = std::function<int(const Settings&)>;

  Program();

  /// A new command that takes these settings as flags, and `--config`, and does `work`.
  CLI::App& command(const std::string& name, const std::string& help,
                    const std::vector<std::string_view>& settings, Work work);

  /// A new command that only holds others, such as `staff`.
  CLI::App& group(const std::string& name, const std::string& help);

  /// A new command in a group, such as `staff add`.
  CLI::App& command(CLI::App& group, const std::string& name, const std::string& help,
                    const std::vector<std::string_view>& settings, Work work);

  /// Runs the command that `words` name, once all of them, the environment and the configuration
  /// file turn out sound; otherwise prints one line for people on standard error and returns
  /// kUsage. Can be used once.
  int run(std::vector<std::string> words, const Environment& environment);

 private:
  void takeFlag(CLI::App& command, const std::string& flag, const std::string& argument,
                const std::string& help);

  /// `words` with every option after its command, as CLI11 takes them; people may also write
  /// `--policies DIR match`.
  std::vector<std::string> inOrder(std::vector<std::string> words) const;

  /// The command that the words name; the whole program if they name none.
  const CLI::App& chosen() const;
  std::string faultOf(const CLI::ParseError& error) const;
  std::string unknownWord(const std::string& word) const;
  base::Result<Settings, base::Issues> resolve(const Environment& environment) const;

  CLI::App root_;
  std::map<std::string, std::string> flags_;  ///< the values given, by flag
  Work work_;
};

/// An argument without a hyphen, such as the FILE of `backup`.
CLI::Option* addArgument(CLI::App& command, const std::string& name, std::string& value,
                         const std::string& help);

/// A switch such as `--force`, which takes no value and may be given once.
void addSwitch(CLI::App& command, const std::string& flag, bool& given, const std::string& help);

/// A check for CLI11 that refuses an empty text.
std::string refuseEmpty(const std::string& text);

/// A check for CLI11 that refuses what is not a day.
std::string refuseOtherThanDate(const std::string& text);

}  // namespace policycalc::app
