#pragma once

#include <map>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "policycalc/engine/match.h"
#include "policycalc/facts/profile.h"

namespace policycalc::test {

/// Finds the facts that can still change the verdict of an open measure by trying every combination
/// of answers to the facts behind its leaves. Slow and simple. Decided leaves stay as they are,
/// although some answers overrule others.
class MissingOracle {
 public:
  MissingOracle(const engine::Edition& edition, const facts::Profile& profile);

  /// The askable facts whose answer changes the verdict under some assignment of the others.
  std::set<facts::FactIndex> decisive(const engine::Outcome& outcome);

 private:
  using Answer = facts::Known;
  using Fact = facts::FactIndex;
  /// The possible answers for each tested fact.
  using Answers = std::map<Fact, std::vector<Answer>>;
  using SizePairs = std::set<std::pair<facts::OptionSet, facts::OptionSet>>;

  void addLeaves(const criteria::Criterion& node, std::span<const criteria::Truth> truths,
                 std::size_t& at, Answers& answers);
  void addFact(Fact fact, const criteria::Comparison& leaf, Answers& answers);
  std::vector<Answer> numbersFor(Fact fact, const criteria::Comparison& leaf) const;
  std::vector<Answer> listsFor(Fact fact, facts::OptionSet asked) const;

  int verdict(const engine::Outcome& outcome, const facts::Knowledge& knowledge) const;
  criteria::Truth truthOf(const criteria::Criterion& node,
                          const std::vector<engine::Edition::Node>& nodes,
                          std::span<const criteria::Truth> decided,
                          const facts::Knowledge& knowledge, std::size_t& at) const;
  std::vector<int> verdictsOf(const engine::Outcome& outcome, const Answers& answers) const;
  std::set<Fact> askedFor(const Answers& answers, const std::vector<int>& verdicts);
  /// Sets the chosen answers, and size and owner as the type of the company decides.
  void complete(const Answers& answers, const std::vector<std::size_t>& chosen,
                facts::Knowledge& knowledge) const;
  void askFor(Fact decisive, const SizePairs& turning, std::set<Fact>& asked);

  /// The size for each combination of industry and figures; computed at first use.
  struct SizeTable {
    std::vector<facts::OptionSet> industries;  ///< empty: one that the standard does not size
    std::vector<std::vector<std::int64_t>> figures;
    std::vector<facts::OptionSet> sizes;  ///< industry slowest, last figure fastest
  };
  const SizeTable& sizeTable();
  bool isSizedAsGiven() const;
  facts::OptionSet sizeOf(facts::OptionSet industry,
                          const std::vector<std::int64_t>& figures) const;
  bool turns(std::size_t dimension, const SizePairs& turning);
  bool findTurn(std::size_t dimension, const SizePairs& turning);

  const engine::Edition& edition_;
  const facts::Vocabulary& vocabulary_;
  const facts::SizeStandard& standard_;
  const facts::KnownFacts& is_;
  const facts::Profile& profile_;
  facts::Knowledge knowledge_;
  std::vector<Fact> figures_;
  SizeTable table_;
  std::map<std::pair<std::size_t, SizePairs>, bool> turned_;  ///< already computed
};

}  // namespace policycalc::test
