#pragma once

#include <string>
#include <vector>

#include "app/registry_input.h"
#include "app/settings.h"

namespace policycalc::app {

/// What `policycalc batch` is told.
struct BatchOptions {
  RegistryOptions registry;
  std::string output = "-";
  std::string form = "ndjson";
  bool check_mapping = false;
  std::vector<std::string> only;
  std::vector<std::string> measures;
  bool explain = false;
  bool count = false;
};

/// Does the work and returns the exit code.
int runBatchCommand(const BatchOptions& options, const Settings& settings);

}  // namespace policycalc::app
