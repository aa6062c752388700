#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/engine/match.h"
#include "policycalc/web/match/match_request.h"
#include "policycalc/web/match/rendering.h"

namespace policycalc::web {

/// Appends the objects of `matches` to a text: mostly copies of what the rendering holds, with the
/// profile's own parts between them. An answer explains thousands of leaves, so this is the hot
/// path of the service.
class OutcomeWriter {
 public:
  OutcomeWriter(const facts::Profile& profile, const engine::Match& match,
                const Rendering& rendering, std::string& out);

  void write(const engine::Outcome& outcome);

 private:
  /// One tree of an outcome: its nodes and what is known of them, each in preorder.
  struct Tree {
    const std::vector<Rendering::Node>& rendered;
    const std::vector<engine::Edition::Node>& nodes;
    const std::vector<criteria::Truth>& truths;
  };

  void writeBenefit(const Rendering::Benefit& rendered, const engine::AmountAnswer& amount);
  void writeUnits(const engine::Outcome& outcome, const Rendering::Measure& rendered);
  void writeCriteria(const engine::Outcome& outcome, const Rendering::Measure& rendered);
  void writeScope(criteria::Truth truth);
  void writeGroup(std::string_view role, const criteria::Criterion& root, const Tree& tree);
  void writeNode(const criteria::Criterion& node, const Tree& tree, std::size_t& at);
  void writeLeaf(const criteria::Comparison& comparison, const Tree& tree, std::size_t at);
  void writeRequired(const criteria::Comparison& comparison, std::string_view rendered);
  void writeGap(const std::optional<engine::Gap>& gap, facts::FactIndex fact);
  void writeUnmet(const engine::Unmet& unmet, const engine::Outcome& outcome);

  std::string givenOf(facts::FactIndex fact) const;
  std::string possibleOf(facts::FactIndex fact) const;
  std::string codesOf(facts::FactIndex fact, facts::OptionSet set) const;

  const facts::Profile& profile_;
  const engine::Match& match_;
  const Rendering& rendering_;
  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
  std::string& out_;
  std::vector<std::string> given_;     ///< by fact: what comparisons were made with
  std::vector<std::string> possible_;  ///< by fact: null, or the options of a derived one
  std::string county_;                 ///< `,{…}` of the county's unit, or empty
};

}  // namespace policycalc::web
