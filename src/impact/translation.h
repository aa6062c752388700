#pragma once

#include <optional>
#include <vector>

#include "policycalc/facts/profile.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::impact {

/// Says profiles of one vocabulary in the words of another. Facts and options are the same if their
/// ids are; what the other vocabulary lacks is left out. Immutable.
class Translation {
 public:
  Translation(const facts::Vocabulary& from, const facts::Vocabulary& to);

  facts::Profile of(const facts::Profile& profile) const;

 private:
  struct Fact {
    facts::FactIndex from = 0;
    facts::FactIndex to = 0;
    std::vector<std::optional<std::size_t>> options;  ///< by option of `from`
  };

  std::size_t size_;  ///< of the other vocabulary
  std::vector<Fact> facts_;
};

}  // namespace policycalc::impact
