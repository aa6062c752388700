#pragma once

#include "app/arguments.h"
#include "app/settings.h"

namespace policycalc::app {

/// The program's exit codes (design §7).
enum ExitCode : int { kDone = 0, kRefused = 1, kUsage = 2, kFailed = 3 };

// Each runs one command: answers on standard output, issues on standard error.
int serve(const Settings& settings);
int match(const Arguments& arguments, const Settings& settings);
int lint(const Arguments& arguments, const Settings& settings);
int feedback(const Arguments& arguments, const Settings& settings);
int staff(const Arguments& arguments, const Settings& settings);
int backup(const Arguments& arguments, const Settings& settings);
int restore(const Arguments& arguments, const Settings& settings);

/// Prints a line `pointer: code: message` an issue, those of files with their place in front.
void printIssues(const base::Issues& issues);

}  // namespace policycalc::app
