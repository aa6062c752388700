#include <iostream>
#include <string_view>
#include <unistd.h>

#include "app/commands.h"
#include "app/publishing.h"

namespace policycalc::app {
namespace {

Environment environment() {
  Environment variables;
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

int run(std::vector<std::string> words) {
  Program program;
  for (const auto add :
       {addServe,   addMatch,   addBatch,    addRoll,     addSql,      addLint,     addChanges,
        addPublish, addApprove, addWithdraw, addRollback, addVersions, addFeedback, addStaff,
        addBackup,  addRestore, addClock,    addDoctor,   addBench,    addKeyFile,  addApiKey}) {
    add(program);
  }
  return program.run(std::move(words), environment());
}

}  // namespace
}  // namespace policycalc::app

int main(int argc, char** argv) {
  try {
    return policycalc::app::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    return policycalc::app::complain("policycalc", error.what(), policycalc::app::kFailed);
  }
}
