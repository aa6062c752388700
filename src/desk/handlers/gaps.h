#pragma once

#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/handlers.h"

namespace policycalc::desk {

/// A measure and a responsible unit of it that have no named handler in some counties.
struct Gap {
  const catalogue::Clause* measure = nullptr;
  const catalogue::Unit* unit = nullptr;
  std::vector<std::string> counties;  ///< never empty
};

/// All gaps in `counties`, in the order of the measures. The caller removes from `named` the
/// entries of members who can no longer handle the matters. Pure; the result points into the
/// catalogue.
std::vector<Gap> gapsIn(const catalogue::Catalogue& catalogue,
                        const std::vector<store::HandlerAssignment>& named,
                        const std::vector<std::string>& counties);

}  // namespace policycalc::desk
