#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/decimal.h"
#include "policycalc/criteria/truth.h"
#include "policycalc/engine/edition.h"
#include "policycalc/engine/verdict_code.h"
#include "policycalc/facts/knowledge.h"

namespace policycalc::engine {

/// How far a quantity is from the threshold, in the fact's own unit.
struct Gap {
  base::Decimal value;
  bool too_high = false;
};

/// A failed condition of a refused measure.
struct Unmet {
  const criteria::Criterion* leaf = nullptr;
  std::size_t at = 0;  ///< the leaf's node in `requires`
  const Edition::Node* node = nullptr;
  bool negated = false;  ///< below a `not`: it holds but must not
  std::optional<Gap> gap;
};

/// The amount of a benefit for this company.
struct AmountAnswer {
  enum class Status : std::uint8_t { kFixed, kComputed, kUnknown, kUnstated, kWaived, kNone };
  Status status = Status::kNone;
  std::optional<base::Decimal> value;  ///< yuan or per cent
  std::string formula;                 ///< computed amounts, in words with figures
  bool paid = false;                   ///< already paid, according to the profile
};
std::string_view toString(AmountAnswer::Status status);

/// The answer for one measure. Its lists lie in the Findings of its match.
struct Outcome {
  const Edition::Entry* entry = nullptr;
  Verdict verdict = Verdict::kUndetermined;
  criteria::Truth in_scope = criteria::Truth::kMet;
  /// The scope if the measure has one, then each node of applies_when and of requires_.
  std::span<const criteria::Truth> truths;
  std::span<const criteria::Truth> applies_when;  ///< one for each node, in preorder
  std::span<const criteria::Truth> requires_;
  bool one_condition_away = false;
  std::span<const facts::FactIndex> missing;  ///< kUndetermined: in the vocabulary's order
  std::span<const Unmet> unmet;               ///< kNotEligible
  std::span<const AmountAnswer> amounts;      ///< one for each benefit

  const catalogue::Clause& measure() const { return *entry->measure; }
  /// Whether the measure concerns the company: `scope` and `applies_when`.
  criteria::Truth concerns() const;
  /// Whether the company meets `requires`.
  criteria::Truth meets() const;
};

/// The lists of all outcomes of a match, one after another, so that a match allocates four times
/// and not four times a measure.
struct Findings {
  std::vector<criteria::Truth> truths;
  std::vector<AmountAnswer> amounts;
  std::vector<facts::FactIndex> missing;
  std::vector<Unmet> unmet;
};

/// Sums of cash over all measures, in yuan. Of the benefits of one group, such as an award and its
/// nomination, only the highest counts. Paid amounts count in no sum.
struct Totals {
  base::Decimal certain;
  base::Decimal conditional;
  int uncounted = 0;       ///< measures that promise cash without a stated figure
  int certain_awards = 0;  ///< the number of amounts in `certain`
};

struct Question {
  facts::FactIndex fact = 0;
  int decides = 0;  ///< the number of open measures that miss it
};

struct Match {
  facts::Knowledge knowledge;
  /// Sorted by verdict; within a verdict, measures for the company's state of registration come
  /// first, then the order of the notice.
  std::vector<Outcome> outcomes;
  std::array<int, kVerdicts> counts{};
  Totals totals;
  std::vector<Question> questions;          ///< see rankQuestions()
  const catalogue::Unit* county = nullptr;  ///< of the company's district
  /// Measures that fail only because the company is not yet registered, in the order of the notice.
  std::vector<const catalogue::Clause*> after_registration;
  std::shared_ptr<const Findings> findings;  ///< into which the outcomes point
};

/// How far a quantity is from the threshold of a leaf that it fails; nothing for options, unknown
/// quantities, leaves that hold, and a distance beyond 64 bits.
std::optional<Gap> gapOf(const criteria::Comparison& comparison, const Edition::Node& node,
                         const Edition& edition, const facts::Knowledge& knowledge);

/// The units that answer for a measure to this company: `when` holds and `unless` does not. `unit`
/// is an index into the measure's units.
bool namesUnit(const Edition::Entry& entry, std::size_t unit, const Edition& edition,
               const facts::Knowledge& knowledge);
std::vector<const catalogue::ResponsibleUnit*> namedUnits(const Edition::Entry& entry,
                                                          const Edition& edition,
                                                          const facts::Knowledge& knowledge);

/// Matches a profile against every measure of the edition and explains every leaf. Pure; any
/// thread. The result points into the edition.
Match match(const Edition& edition, const facts::Profile& profile);

/// The same match for some measures: `chosen` has a flag for each of edition.entries(). The lists,
/// counts, sums and questions are about the chosen ones; what is found for a measure stays the
/// same. Pure; any thread.
Match chosenOf(Match match, const Edition& edition, const std::vector<bool>& chosen);

/// The verdicts of match() in the order of edition.entries(), without explanations and therefore
/// much faster.
std::vector<Verdict> verdicts(const Edition& edition, const facts::Profile& profile);

}  // namespace policycalc::engine
