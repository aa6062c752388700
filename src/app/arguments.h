#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/base/result.h"

namespace policycalc::app {

/// The command line, taken apart. Options may stand before and after the command, as `--name value`
/// or `--name=value`.
struct Arguments {
  std::string command;                         ///< empty with --help or --version alone
  std::map<std::string, std::string> options;  ///< by name without hyphens in front
  std::vector<std::string> operands;
  bool help = false;
  bool version = false;
};

/// Fails with a message for people: an unknown command or option, an option given twice or without
/// its value, too many operands.
base::Result<Arguments> parseArguments(const std::vector<std::string>& words);

/// The help of the program, or of one command.
std::string helpText(const std::string& command);

}  // namespace policycalc::app
