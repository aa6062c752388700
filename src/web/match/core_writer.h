#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/engine/match.h"
#include "policycalc/web/match/rendering.h"

#include "web/match/answer_buffer.h"
#include "web/match/leaf_values.h"

namespace policycalc::web {

/// Appends the objects of `matches` in their core form: what depends on the profile. What is absent
/// there is null, false or an empty list. Keeps references to its arguments.
class CoreWriter {
 public:
  CoreWriter(const engine::Match& match, const Rendering& rendering, AnswerBuffer& out);

  void write(const engine::Outcome& outcome);

 private:
  /// A criteria tree with its truths. The truth string numbers its nodes from `first` on.
  struct Tree {
    const std::vector<Rendering::Node>& rendered;
    const std::vector<std::size_t>& numbers;  ///< the leaves that compare quantities
    const std::vector<engine::Edition::Node>& nodes;
    std::span<const criteria::Truth> truths;
    std::size_t first;
  };

  /// The letters of the truths.
  std::string_view truthsOf(const engine::Outcome& outcome) const;
  /// What is told of single leaves.
  void writeLeaves(const engine::Outcome& outcome, const Rendering::Measure& rendered);
  void writeAmounts(const engine::Outcome& outcome, const Rendering::Measure& rendered);
  void writeAmount(const engine::AmountAnswer& amount);
  void writeUnitsLeftOut(const engine::Outcome& outcome, const Rendering::Measure& rendered);
  void writeMissing(const engine::Outcome& outcome);
  void writeUnmet(const engine::Outcome& outcome, const Tree& tree);
  void writeUnmetLeaf(const engine::Unmet& unmet, const Tree& tree);
  /// The leaves of one tree of which more than the truth depends on the profile, but for the unmet
  /// ones, which are listed apart.
  void writeNodes(const Tree& tree, std::span<const engine::Unmet> unmet, Separator& separator);
  /// `"required":…` and `"gap":…`, each after a comma, where they are not null.
  void writeRequired(const criteria::Comparison& comparison, std::string_view rendered,
                     std::string& members);
  void writeGap(const std::optional<engine::Gap>& gap, facts::FactIndex fact, std::string& members);

  const engine::Match& match_;
  const Rendering& rendering_;
  const LeafValues values_;
  std::string letters_;  ///< of all truths of the match
  AnswerBuffer& out_;
};

}  // namespace policycalc::web
