#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/base/decimal.h"
#include "policycalc/criteria/truth.h"
#include "policycalc/engine/edition.h"
#include "policycalc/facts/knowledge.h"

namespace policycalc::engine {

/// Design §5, in the order in which answers list them.
enum class Verdict : std::uint8_t {
  kEligible,
  kConditional,
  kUndetermined,
  kNotEligible,
  kNotApplicable,
  kNotInForce
};
constexpr std::size_t kVerdicts = 6;
std::string_view toString(Verdict verdict);
std::optional<Verdict> parseVerdict(std::string_view text);

/// How far a given quantity is from passing, in the fact's own unit.
struct Gap {
  base::Decimal value;
  bool too_high = false;
};

/// A leaf that stands in the way of a measure.
struct Unmet {
  const criteria::Criterion* leaf = nullptr;
  std::size_t at = 0;  ///< of the leaf among the nodes of `requires`
  const Edition::Node* node = nullptr;
  bool negated = false;  ///< it stands under a `not`: it holds and should not
  std::optional<Gap> gap;
};

/// What a benefit is worth to this company.
struct AmountAnswer {
  enum class Status : std::uint8_t { kFixed, kComputed, kUnknown, kUnstated, kWaived, kNone };
  Status status = Status::kNone;
  std::optional<base::Decimal> value;  ///< yuan or per cent
  std::string formula;                 ///< computed amounts, in words with figures
  bool paid = false;                   ///< the profile says that it was paid out already
};
std::string_view toString(AmountAnswer::Status status);

/// The answer for one measure.
struct Outcome {
  const Edition::Entry* entry = nullptr;
  Verdict verdict = Verdict::kUndetermined;
  criteria::Truth in_scope = criteria::Truth::kMet;
  std::vector<criteria::Truth> applies_when;  ///< one a node, in preorder
  std::vector<criteria::Truth> requires_;
  bool one_condition_away = false;
  std::vector<facts::FactIndex> missing;  ///< kUndetermined: what to ask, in the vocabulary's order
  std::vector<Unmet> unmet;               ///< kNotEligible
  std::vector<AmountAnswer> amounts;      ///< one a benefit

  const catalogue::Clause& measure() const { return *entry->measure; }
  /// Whether the measure concerns the company: `scope` and `applies_when`.
  criteria::Truth concerns() const;
  /// Whether the company meets `requires`.
  criteria::Truth meets() const;
};

/// Sums over all measures (design §5, rulings R1.4): cash only, in yuan. Of an award and its own
/// nomination only the higher counts; what was paid counts in no sum.
struct Totals {
  base::Decimal certain;
  base::Decimal conditional;
  int uncounted = 0;       ///< measures that promise cash without a stated figure
  int certain_awards = 0;  ///< how many cash amounts `certain` adds up
};

struct Question {
  facts::FactIndex fact = 0;
  int decides = 0;  ///< undetermined measures that miss it
};

struct Match {
  facts::Knowledge knowledge;
  /// By verdict; in each, what is made for the company's state of registration comes first, then
  /// the order of the notice.
  std::vector<Outcome> outcomes;
  std::array<int, kVerdicts> counts{};
  Totals totals;
  std::vector<Question> questions;          ///< topic by topic, the topic that decides most first
  const catalogue::Unit* county = nullptr;  ///< of the company's district
  /// Measures that only the missing registration keeps away, in the order of the notice.
  std::vector<const catalogue::Clause*> after_registration;
};

/// The distance of a quantity from a leaf that it does not meet; nothing for options, for what is
/// not known and for a leaf that is met.
std::optional<Gap> gapOf(const criteria::Comparison& comparison, const Edition::Node& node,
                         const Edition& edition, const facts::Knowledge& knowledge);

/// The units that answer for a measure to this company: `when` holds and `unless` does not. `unit`
/// is an index into the measure's units.
bool namesUnit(const Edition::Entry& entry, std::size_t unit, const Edition& edition,
               const facts::Knowledge& knowledge);
std::vector<const catalogue::ResponsibleUnit*> namedUnits(const Edition::Entry& entry,
                                                          const Edition& edition,
                                                          const facts::Knowledge& knowledge);

/// Matches one profile against every measure of the edition and explains each answer in full: no
/// leaf is skipped. Pure; any thread. The result points into the edition.
Match match(const Edition& edition, const facts::Profile& profile);

/// The verdicts alone, in the order of edition.entries(): the same as match() gives, without an
/// explanation and therefore with short cuts.
std::vector<Verdict> verdicts(const Edition& edition, const facts::Profile& profile);

}  // namespace policycalc::engine
