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

  /// What the outcomes point into, to keep them. Only once, after the last take().
  std::shared_ptr<Findings> release() { return std::move(findings_); }

 private:
  void decide(const Edition::Entry& entry, const facts::Knowledge& knowledge);
  std::span<const criteria::Truth> truthsOf(std::span<const CompiledEdition::Slot> slots);
  void explainRefusal(Outcome& outcome, const facts::Knowledge& knowledge);
  /// Points the outcomes to what no longer moves.
  void point();

  struct Range {
    std::size_t first = 0;
    std::size_t count = 0;
  };

  const Edition& edition_;
  Row row_;
  facts::Knowledge knowledge_;
  std::unique_ptr<MissingFacts> missing_;
  std::shared_ptr<Findings> findings_;
  std::size_t next_truth_ = 0;  ///< the first of the findings that is free
  std::size_t next_amount_ = 0;
  std::vector<Outcome> outcomes_;
  std::vector<Range> missing_ranges_;
  std::vector<Range> unmet_ranges_;
};

}  // namespace policycalc::engine
