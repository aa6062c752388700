#pragma once

#include <string>
#include <vector>

#include "catalogue/small_policies.h"

namespace policycalc::test {

/// One change to a policies folder.
struct Change {
  std::string file;
  std::string from;  ///< appears once in the file; empty: removes the file
  std::string to;
};

/// The issues of loading after the changes: `file pointer code`, one on each line, in order. Also
/// checks that each has a message and a line.
std::string issuesAfter(catalogue::PolicyFiles files, const std::vector<Change>& changes);

}  // namespace policycalc::test
