#pragma once

#include <string>
#include <vector>

#include "catalogue/small_policies.h"

namespace policycalc::test {

/// One change to a policies folder.
struct Change {
  std::string file;
  std::string from;  ///< stands once in the file; empty: the file is left out
  std::string to;
};

/// What loading finds after the changes: `file pointer code` an issue, one below the other, in
/// order. Checks besides that each has a message and a line.
std::string issuesAfter(catalogue::PolicyFiles files, const std::vector<Change>& changes);

}  // namespace policycalc::test
