#pragma once

#include <string>
#include <vector>

#include "policycalc/base/issue.h"

namespace policycalc::app {

/// The program's exit codes: 1 for input with mistakes, 2 for a wrong command line or
/// configuration, 3 for what the user cannot help.
enum ExitCode : int { kDone = 0, kRefused = 1, kUsage = 2, kFailed = 3 };

/// Prints `who: message` as one line on standard error, safe for a terminal. Returns `exit_code`.
int complain(const std::string& who, const std::string& message, ExitCode exit_code);

/// Prints a line `pointer: code: message` for each issue on standard error, those of files with
/// their place in front. Safe for a terminal.
void printIssues(const base::Issues& issues);

/// Rows under each other, with two blanks between columns as wide as their longest cell in bytes.
/// The last column is not padded: put texts there whose width on a terminal is not their length.
std::string table(const std::vector<std::vector<std::string>>& rows);

}  // namespace policycalc::app
