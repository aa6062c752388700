#pragma once

#include <span>
#include <vector>

#include "policycalc/engine/compiled_edition.h"
#include "policycalc/facts/knowledge.h"
#include "policycalc/facts/profile.h"

namespace policycalc::engine {

/// Matches one profile after another on a compiled edition, which must outlive it. Allocates only
/// when it is made. One thread at a time.
class Row {
 public:
  explicit Row(const CompiledEdition& compiled);

  /// Evaluates every slot on a profile.
  void take(const facts::Profile& profile);
  /// The same for a profile of which everything has been derived.
  void take(const facts::Profile& profile, const facts::Knowledge& knowledge);

  TruthBits bits(CompiledEdition::Slot slot) const { return bits_[slot]; }
  criteria::Truth truth(CompiledEdition::Slot slot) const { return truthOf(bits_[slot]); }
  bool holds(CompiledEdition::Slot slot) const { return bits_[slot] == kMetBits; }
  /// The truths of CompiledEdition::nodes(), of which `out` has the size.
  void writeTruths(std::span<criteria::Truth> out) const;
  /// The verdict of the profile by one of CompiledEdition::rules().
  Verdict verdict(std::size_t rule) const { return verdicts_[rule]; }
  /// The verdicts in the order of Edition::entries(), of which `out` has the size.
  void writeVerdicts(std::span<Verdict> out) const;

 private:
  void deriveBody();
  void evaluate();
  void testOptions();
  void testChoices();
  void testLists();
  facts::Known knownOf(const CompiledEdition::OptionTests& tests) const;
  void testNumbers();
  void testDifferences();
  void testOthers();
  void passGates();
  void decide();

  const CompiledEdition& compiled_;
  const RowPlan& plan_;
  bool derives_ = false;  ///< some test is on a derived fact
  const facts::Profile* profile_ = nullptr;
  std::vector<TruthBits> bits_;
  std::vector<Verdict> verdicts_;  ///< by rule
  facts::Known owner_;
  facts::Known industry_;
  facts::Known size_;
  facts::Knowledge scratch_;  ///< for other tests
};

/// The verdict of a rule; see decideVerdict().
Verdict verdictOf(const CompiledEdition::Rule& rule, TruthBits concerns, TruthBits meets,
                  bool closed);

}  // namespace policycalc::engine
