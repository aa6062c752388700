#pragma once

#include <string>

#include "policycalc/catalogue/catalogue.h"
#include "policycalc/engine/edition.h"

namespace policycalc::web {

/// The members of a leaf that no profile changes, as JSON. Both rules and answers consist of them.
struct LeafParts {
  std::string test;       ///< `"op":…,"fact":…`
  std::string required;   ///< the right side; empty if it depends on the profile
  std::string parameter;  ///< `"parameter":…,"parameters":…`
  std::string text;       ///< the text, a JSON string
  std::string basis;      ///< `"text":…,"source":…`
};

LeafParts leafParts(const criteria::Criterion& leaf, const engine::Edition::Node& node,
                    const catalogue::Catalogue& catalogue);

}  // namespace policycalc::web
