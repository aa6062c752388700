#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/engine/match.h"
#include "policycalc/web/match/rendering.h"

#include "web/match/leaf_values.h"

namespace policycalc::web {

/// Appends the objects of `matches` to a text. Copies the fixed texts from the rendering and fills
/// in the values of the profile. An answer explains thousands of leaves, so this is the service's
/// hot path.
class OutcomeWriter {
 public:
  OutcomeWriter(const engine::Match& match, const Rendering& rendering, std::string& out);

  void write(const engine::Outcome& outcome);

 private:
  /// A leaf: its fixed texts, its threshold and its truth.
  struct Leaf {
    const Rendering::Node& rendered;
    const engine::Edition::Node& node;
    criteria::Truth truth;
  };

  /// The same for a whole tree, in preorder.
  struct Tree {
    const std::vector<Rendering::Node>& rendered;
    const std::vector<engine::Edition::Node>& nodes;
    std::span<const criteria::Truth> truths;
  };

  void writeBenefit(const Rendering::Benefit& rendered, const engine::AmountAnswer& amount);
  void writeUnits(const engine::Outcome& outcome, const Rendering::Measure& rendered);
  void writeCriteria(const engine::Outcome& outcome, const Rendering::Measure& rendered);
  void beginGroup(std::string_view role, criteria::Truth truth);
  /// The scope as a leaf like the others: the district is one of the city's, or, if the company is
  /// not yet registered, the state of registration.
  void writeScope(criteria::Truth truth);
  void writeTree(std::string_view role, const criteria::Criterion& root, const Tree& tree);
  void writeNode(const criteria::Criterion& node, const Tree& tree, std::size_t& at);
  void writeLeaf(const criteria::Comparison& comparison, const Leaf& leaf);
  void writeUnmet(const engine::Unmet& unmet, const engine::Outcome& outcome);

  const engine::Match& match_;
  const Rendering& rendering_;
  const catalogue::Catalogue& catalogue_;
  const LeafValues values_;
  std::string& out_;
  std::vector<std::string> given_;     ///< by fact: the value that comparisons use
  std::vector<std::string> possible_;  ///< by fact: the options of a derived one, else null
  std::string county_;                 ///< `,{…}` of the county's unit, or ""
};

}  // namespace policycalc::web
