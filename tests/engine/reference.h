#pragma once

#include <vector>

#include "policycalc/engine/edition.h"
#include "policycalc/engine/verdict_code.h"
#include "policycalc/facts/knowledge.h"

namespace policycalc::test {

/// What a profile gets by the plain reading of the rules: each tree walked node by node and each
/// leaf evaluated where it appears. Every faster way must give the same.
struct ReferenceAnswer {
  struct Measure {
    criteria::Truth in_scope = criteria::Truth::kMet;
    std::vector<criteria::Truth> applies_when;  ///< by node, in preorder
    std::vector<criteria::Truth> requires_;
    std::vector<bool> paid;  ///< by benefit
    engine::Verdict verdict = engine::Verdict::kUndetermined;
  };

  std::vector<Measure> measures;  ///< as Edition::entries()
  std::vector<bool> warnings;     ///< as Edition::warnings()
};

ReferenceAnswer referenceAnswer(const engine::Edition& edition, const facts::Profile& profile);

}  // namespace policycalc::test
