#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "policycalc/store/saved_profiles.h"

namespace policycalc::store::test {

/// One promise of SavedProfiles, to be kept by every implementation. Starts from an empty one.
struct SavedProfilesCase {
  const char* name;
  void (*check)(SavedProfiles&);
};

std::ostream& operator<<(std::ostream& out, const SavedProfilesCase& contract_case);

const std::vector<SavedProfilesCase>& savedProfilesContract();

/// Saved at `at(100)`, expires at `at(200)`.
SavedProfile savedProfile(const std::string& lookup, const std::string& sealed = "sealed");

}  // namespace policycalc::store::test
