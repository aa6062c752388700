#pragma once

#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/handlers.h"

namespace policycalc::desk {

/// A measure that nobody is named for in a responsible unit, and where.
struct Gap {
  const catalogue::Clause* measure = nullptr;
  const catalogue::Unit* unit = nullptr;
  std::vector<std::string> counties;  ///< never empty
};

/// All gaps in `counties`, in the order of the notice: where none of `named` stands. Those who can
/// no longer take what they are named for do not belong among them. Pure; the result points into
/// the catalogue.
std::vector<Gap> gapsIn(const catalogue::Catalogue& catalogue,
                        const std::vector<store::HandlerAssignment>& named,
                        const std::vector<std::string>& counties);

}  // namespace policycalc::desk
