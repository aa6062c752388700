#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "policycalc/facts/profile.h"

namespace policycalc::app {

/// Companies with random answers to all questions of a vocabulary but those for texts, in three
/// forms that mean the same. The same vocabulary gives the same companies on every machine.
struct MadeFirms {
  std::vector<facts::Profile> profiles;
  std::vector<std::string> bodies;  ///< as JSON objects
  std::string lines;                ///< the objects, each on a line
  std::string csv;                  ///< columns are named like facts
};
MadeFirms makeFirms(const facts::Vocabulary& vocabulary, std::size_t count);

}  // namespace policycalc::app
