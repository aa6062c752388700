#include "policycalc/engine/match.h"

#include <algorithm>

#include "policycalc/base/money.h"
#include "policycalc/engine/scope.h"

#include "engine/questions.h"
#include "engine/quick_truth.h"
#include "engine/totals.h"
#include "engine/tree.h"
#include "engine/verdict.h"

namespace policycalc::engine {
namespace {

using criteria::Truth;

/// One match() call.
class Matcher {
 public:
  Matcher(const Edition& edition, const facts::Profile& profile)
      : edition_(edition), catalogue_(edition.catalogue()), vocabulary_(catalogue_.vocabulary()) {
    result_.knowledge = facts::derive(profile, vocabulary_, catalogue_.sizeStandard());
  }
  Matcher(const Matcher&) = delete;  // missing_ refers to result_
  Matcher& operator=(const Matcher&) = delete;

  Match run() {
    locate();
    warn();
    result_.outcomes.reserve(edition_.entries().size());
    for (const Edition::Entry& entry : edition_.entries()) {
      result_.outcomes.push_back(decide(entry));
    }
    takeBackExcluded();
    sort();
    for (const Outcome& outcome : result_.outcomes) {
      ++result_.counts[static_cast<std::size_t>(outcome.verdict)];
    }
    result_.totals = totalsOf(result_.outcomes);
    result_.questions = rankQuestions(result_.outcomes, vocabulary_);
    return std::move(result_);
  }

 private:
  const facts::Knowledge& knowledge() const { return result_.knowledge; }

  /// Finds out whether the company is registered in the city, and its county government.
  void locate() {
    registered_ = registeredInCity(catalogue_, knowledge());
    const facts::Known& district = knowledge().facts[vocabulary_.known().district];
    if (!district.known) return;
    result_.county = catalogue_.registry().countyOf(district.options.first());
  }

  void warn() {
    for (const Edition::Warning& warning : edition_.warnings()) {
      if (!holds(warning.when, edition_, knowledge())) continue;
      result_.knowledge.warnings.push_back(
          {warning.warning->fact, warning.warning->code, warning.text, warning.text_en});
    }
  }

  /// Sorts by verdict; measures for the company's state of registration come first in each.
  void sort() {
    const facts::OptionSet status =
        knowledge().registration == facts::Registration::kOther
            ? facts::OptionSet()
            : knowledge().facts[vocabulary_.known().registration_status].options;
    const auto rank = [&](const Outcome& outcome) {
      const bool first = outcome.measure().for_status.hasAny(status);
      return std::pair(outcome.verdict, first ? 0 : 1);
    };
    std::stable_sort(result_.outcomes.begin(), result_.outcomes.end(),
                     [&](const Outcome& a, const Outcome& b) { return rank(a) < rank(b); });
  }

  /// A measure is not one condition away if a measure that applies excludes it.
  void takeBackExcluded() {
    for (const Outcome& met : result_.outcomes) {
      if (met.verdict != Verdict::kEligible && met.verdict != Verdict::kConditional) continue;
      const std::vector<std::string>& excluded = met.measure().excludes;
      for (Outcome& other : result_.outcomes) {
        if (std::find(excluded.begin(), excluded.end(), other.measure().id) != excluded.end()) {
          other.one_condition_away = false;
        }
      }
    }
  }

  Outcome decide(const Edition::Entry& entry) {
    const catalogue::Clause& measure = *entry.measure;
    Outcome outcome;
    outcome.entry = &entry;
    if (measure.scope == catalogue::Scope::kRegistered) outcome.in_scope = registered_;
    if (measure.applies_when) {
      outcome.applies_when =
          evaluateTree(*measure.applies_when, entry.applies_when, edition_, knowledge());
    }
    if (measure.requires_) {
      outcome.requires_ = evaluateTree(*measure.requires_, entry.requires_, edition_, knowledge());
    }
    outcome.verdict = verdictOf(outcome);
    if (isKeptByRegistration(outcome)) result_.after_registration.push_back(&measure);
    if (outcome.verdict == Verdict::kUndetermined) outcome.missing = missing_.of(outcome);
    if (outcome.verdict == Verdict::kNotEligible) explainRefusal(outcome);
    for (std::size_t i = 0; i < measure.benefits.size(); ++i) {
      outcome.amounts.push_back(amountOf(measure.benefits[i].amount, outcome.verdict));
      outcome.amounts.back().paid = holds(entry.paid_when[i], edition_, knowledge());
    }
    return outcome;
  }

  /// True if the measure fails only because the company is not yet registered.
  bool isKeptByRegistration(const Outcome& outcome) const {
    return knowledge().registration == facts::Registration::kNotYetRegistered &&
           outcome.entry->in_force && outcome.measure().scope == catalogue::Scope::kRegistered &&
           districtInCity(catalogue_, knowledge()) != Truth::kNotMet &&
           rootOf(outcome.applies_when) != Truth::kNotMet && outcome.meets() != Truth::kNotMet;
  }

  Verdict verdictOf(const Outcome& outcome) const {
    return decideVerdict({isClosed(outcome.measure(), catalogue_, knowledge()),
                          outcome.entry->in_force, outcome.concerns(), outcome.meets(),
                          !outcome.measure().judged.empty()});
  }

  void explainRefusal(Outcome& outcome) const {
    outcome.unmet = collectUnmet(requiresTree(outcome), edition_, knowledge());
    outcome.one_condition_away = outcome.concerns() == Truth::kMet && outcome.measure().curable &&
                                 isOneStepAway(requiresTree(outcome), vocabulary_);
  }

  AmountAnswer amountOf(const catalogue::Amount& amount, Verdict verdict) const {
    using Status = catalogue::AmountStatus;
    const bool refused = verdict == Verdict::kNotEligible || verdict == Verdict::kNotApplicable;
    if (amount.bound == catalogue::Bound::kExample && refused) {
      return {AmountAnswer::Status::kNone, {}, {}};
    }
    switch (amount.status) {
      case Status::kUnstated:
        return {AmountAnswer::Status::kUnstated, {}, {}};
      case Status::kWaived:
        return {AmountAnswer::Status::kWaived, {}, {}};
      case Status::kNone:
        return {AmountAnswer::Status::kNone, {}, {}};
      case Status::kFixed:
      case Status::kComputed:
        break;
    }
    AmountAnswer answer{AmountAnswer::Status::kUnknown, {}, {}};
    const criteria::Symbols symbols = catalogue_.symbols();
    const auto exact = criteria::evaluate(*amount.value, symbols, edition_.day(), &knowledge());
    const bool computed = amount.status == Status::kComputed;
    if (computed) {
      answer.formula = criteria::describe(*amount.value, symbols, edition_.day(), &knowledge());
    }
    if (!exact || !*exact) return answer;
    const bool money = amount.unit == catalogue::AmountUnit::kCny;
    const int scale = money ? base::Money::kScale : base::Ratio::kPercentScale;
    // A minimum is rounded up and a ceiling down, so that neither promises more than the text.
    const base::Rounding rounding = amount.bound == catalogue::Bound::kAtLeast ? base::Rounding::kUp
                                    : amount.bound == catalogue::Bound::kAtMost
                                        ? base::Rounding::kDown
                                        : base::Rounding::kHalfUp;
    const auto units = (*exact)->toUnits(scale, rounding);
    if (!units) return answer;
    answer.value = base::Decimal(*units, scale);
    answer.status = computed ? AmountAnswer::Status::kComputed : AmountAnswer::Status::kFixed;
    if (computed) {
      answer.formula +=
          " = " + criteria::toChinese(*answer.value, amount.value->quantity,
                                      amount.unit == catalogue::AmountUnit::kPercentagePoint);
    }
    return answer;
  }

  const Edition& edition_;
  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
  Truth registered_ = Truth::kUnknown;
  Match result_;
  MissingFacts missing_{edition_, result_.knowledge};
};

}  // namespace

std::string_view toString(AmountAnswer::Status status) {
  constexpr std::string_view kNames[] = {"fixed",    "computed", "unknown",
                                         "unstated", "waived",   "none"};
  return kNames[static_cast<std::size_t>(status)];
}

Truth Outcome::concerns() const {
  return criteria::both(in_scope, rootOf(applies_when));
}

Truth Outcome::meets() const {
  return rootOf(requires_);
}

bool namesUnit(const Edition::Entry& entry, std::size_t unit, const Edition& edition,
               const facts::Knowledge& knowledge) {
  const bool wanted =
      entry.unit_when[unit].root == nullptr || holds(entry.unit_when[unit], edition, knowledge);
  return wanted && !holds(entry.unit_unless[unit], edition, knowledge);
}

std::vector<const catalogue::ResponsibleUnit*> namedUnits(const Edition::Entry& entry,
                                                          const Edition& edition,
                                                          const facts::Knowledge& knowledge) {
  std::vector<const catalogue::ResponsibleUnit*> units;
  units.reserve(entry.measure->units.size());
  for (std::size_t i = 0; i < entry.measure->units.size(); ++i) {
    if (namesUnit(entry, i, edition, knowledge)) units.push_back(&entry.measure->units[i]);
  }
  return units;
}

Match match(const Edition& edition, const facts::Profile& profile) {
  return Matcher(edition, profile).run();
}

}  // namespace policycalc::engine
