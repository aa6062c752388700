#pragma once

#include <string>
#include <vector>

#include "app/settings.h"

namespace policycalc::app {

/// What `policycalc batch` is told.
struct BatchOptions {
  std::string file = "-";
  std::string output = "-";
  std::string input_form;  ///< `ndjson`, `csv`; "": by the name of the file
  std::string form = "ndjson";
  std::string encoding;  ///< "": found out
  std::string mapping;   ///< a file; "" for none
  bool check_mapping = false;
  std::string key;  ///< "": that of the mapping, else `id`
  std::vector<std::string> only;
  std::vector<std::string> measures;
  bool explain = false;
  unsigned jobs = 0;  ///< 0: one for each core
  std::string as_of;  ///< "": today
};

/// Does the work and returns the exit code.
int runBatchCommand(const BatchOptions& options, const Settings& settings);

}  // namespace policycalc::app
