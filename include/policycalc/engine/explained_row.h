#pragma once

#include <memory>
#include <span>
#include <vector>

#include "policycalc/engine/match.h"
#include "policycalc/engine/row.h"

namespace policycalc::engine {

class MissingFacts;

/// Matches one profile after another on an edition, which must outlive it, and explains every
/// measure as data, without words: derivations, warnings and formulas stay empty. Once it has the
/// memory for the largest answer so far it allocates only where a missing fact takes a search. One
/// thread at a time.
class ExplainedRow {
 public:
  explicit ExplainedRow(const Edition& edition);
  ~ExplainedRow();
  ExplainedRow(const ExplainedRow&) = delete;
  ExplainedRow& operator=(const ExplainedRow&) = delete;

  /// Explains a profile. The last answer must no longer be in use.
  void take(const facts::Profile& profile);
  /// The same for a profile of which everything has been derived.
  void take(const facts::Profile& profile, const facts::Knowledge& knowledge);

  /// In the order of Edition::entries().
  std::span<const Outcome> outcomes() const { return outcomes_; }
  const Row& row() const { return row_; }

  /// What the outcomes point into: the same object for every answer.
  const std::shared_ptr<Findings>& findings() const { return findings_; }

 private:
  /// Sets what no profile changes.
  void prepare();
  void prepareAmounts(const Edition::Entry& entry, std::size_t first);
  void decide(Outcome& outcome, const facts::Knowledge& knowledge);
  void setAmounts(const facts::Knowledge& knowledge);
  void explainRefusal(Outcome& outcome, const facts::Knowledge& knowledge);
  /// Points the open and the refused outcomes to what no longer moves.
  void point();

  /// Where what was found for an outcome begins in a list that still grows.
  struct Begin {
    std::size_t outcome = 0;
    std::size_t missing = 0;
    std::size_t unmet = 0;
  };
  /// An amount that changes with the profile, or that may be paid.
  struct Amount {
    std::size_t outcome = 0;
    const catalogue::Amount* offered = nullptr;  ///< null if it is the same for every profile
    CompiledEdition::Slot paid = CompiledEdition::kNever;
    AmountAnswer* answer = nullptr;
  };

  const Edition& edition_;
  Row row_;
  facts::Knowledge knowledge_;
  std::unique_ptr<MissingFacts> missing_;
  std::shared_ptr<Findings> findings_;
  std::vector<Outcome> outcomes_;
  std::vector<Amount> amounts_;
  std::vector<Begin> begins_;  ///< of the open and the refused outcomes
};

}  // namespace policycalc::engine
