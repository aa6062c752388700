#pragma once

#include <variant>

#include "policycalc/engine/compiled_edition.h"
#include "policycalc/engine/edition.h"

namespace policycalc::engine {

/// A leaf of a tree in the form in which it is compiled.
struct OptionLeaf {
  facts::FactIndex fact = 0;
  CompiledEdition::OptionTest test;
};
struct CutLeaf {
  facts::FactIndex fact = 0;
  CompiledEdition::CutTest test;
};
/// The slots of the tests are not set.
using Leaf =
    std::variant<OptionLeaf, CutLeaf, CompiledEdition::DifferenceTest, CompiledEdition::OtherTest>;

/// Tells the form of comparisons on one day.
class LeafReader {
 public:
  LeafReader(const catalogue::Catalogue& catalogue, base::Date day)
      : symbols_(catalogue.symbols()), day_(day) {}

  Leaf read(const criteria::Comparison& comparison, const criteria::Resolved& resolved) const;

 private:
  std::optional<CompiledEdition::DifferenceTest> readDifference(
      const criteria::Comparison& comparison) const;

  criteria::Symbols symbols_;
  base::Date day_;
};

}  // namespace policycalc::engine
