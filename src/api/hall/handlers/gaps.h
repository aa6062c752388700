#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/store/handlers.h"

namespace policycalc::api {

/// A measure that nobody is named for in a responsible unit, and where.
struct Gap {
  const catalogue::Clause* measure = nullptr;
  const catalogue::Unit* unit = nullptr;
  std::vector<std::string> counties;  ///< never empty
};

/// All gaps in `counties`, in the order of the notice: where store::Handlers::find() would find
/// nobody. `active` are the ids of those whose accounts are open. Pure; the result points into the
/// catalogue.
std::vector<Gap> gapsIn(const catalogue::Catalogue& catalogue,
                        const std::vector<store::HandlerAssignment>& named,
                        const std::set<std::int64_t>& active,
                        const std::vector<std::string>& counties);

}  // namespace policycalc::api
