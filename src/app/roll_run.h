#pragma once

#include <string>

#include "app/registry_input.h"
#include "app/settings.h"

namespace policycalc::app {

/// What `policycalc roll` is told.
struct RollOptions {
  RegistryOptions registry;
  std::string measure;
  std::string output;
  std::string form = "csv";
  std::string last;  ///< a file; "" for none
  std::string by;    ///< a log-in; "": not put on the trail
};

/// Does the work and returns the exit code.
int runRollCommand(const RollOptions& options, const Settings& settings);

}  // namespace policycalc::app
