#pragma once

#include <string>
#include <vector>

#include "policycalc/catalogue/measure.h"
#include "policycalc/catalogue/registry.h"

namespace policycalc::catalogue {

/// The names that a measures file may use.
struct ClauseContext {
  criteria::Symbols symbols;
  const Registry& registry;
  std::string file;
};

/// Reads {kind, text, source}; the source's document must be known.
Caveat loadCaveat(json::Decoder& object, const Registry& registry);

/// Reads one `measures/NN-*.json`. Reports faults to the decoder's sink.
Item loadItem(json::Decoder& root, const ClauseContext& context);

}  // namespace policycalc::catalogue
