#pragma once

#include <map>
#include <string>
#include <vector>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/catalogue/changes.h"

namespace policycalc::catalogue {

/// Which measures use what, in the order of the notice.
struct Use {
  using Measures = std::vector<std::string>;

  explicit Use(const Catalogue& catalogue);

  /// By index. A parameter that a criterion uses can change a verdict, one of an amount only that.
  std::map<std::size_t, Measures> by_fact;
  std::map<std::size_t, Measures> by_parameter;
  std::map<std::size_t, Measures> by_unit;
  std::map<std::string, Measures, std::less<>> by_document;
  std::map<std::size_t, Affects> parameter_affects;
};

}  // namespace policycalc::catalogue
