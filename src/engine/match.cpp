#include "policycalc/engine/match.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

#include "policycalc/engine/explained_row.h"

#include "engine/amounts.h"
#include "engine/condition.h"
#include "engine/questions.h"
#include "engine/totals.h"
#include "engine/tree.h"

namespace policycalc::engine {
namespace {

using criteria::Truth;

/// Sets what follows from the outcomes together.
void sumUp(Match& match, const facts::Vocabulary& vocabulary) {
  match.counts = {};
  for (const Outcome& outcome : match.outcomes) {
    ++match.counts[static_cast<std::size_t>(outcome.verdict)];
  }
  match.totals = totalsOf(match.outcomes);
  match.questions = rankQuestions(match.outcomes, vocabulary);
}

/// One match() call.
class Matcher {
 public:
  Matcher(const Edition& edition, const facts::Profile& profile)
      : edition_(edition),
        catalogue_(edition.catalogue()),
        vocabulary_(catalogue_.vocabulary()),
        explained_(edition) {
    result_.knowledge = facts::derive(profile, vocabulary_, catalogue_.sizeStandard());
    explained_.take(profile, result_.knowledge);
  }

  Match run() {
    locate();
    warn();
    result_.outcomes.assign(explained_.outcomes().begin(), explained_.outcomes().end());
    for (const Outcome& outcome : result_.outcomes) {
      if (isKeptByRegistration(outcome)) result_.after_registration.push_back(&outcome.measure());
    }
    result_.findings = worded();
    takeBackNeedless();
    sort();
    sumUp(result_, vocabulary_);
    return std::move(result_);
  }

 private:
  const facts::Knowledge& knowledge() const { return result_.knowledge; }

  /// Finds the county government.
  void locate() {
    const facts::Known& district = knowledge().facts[vocabulary_.known().district];
    if (!district.known) return;
    result_.county = catalogue_.registry().countyOf(district.options.first());
  }

  void warn() {
    const std::span<const CompiledEdition::Slot> conditions = edition_.compiled().warnings();
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      if (!explained_.row().holds(conditions[i])) continue;
      const Edition::Warning& warning = edition_.warnings()[i];
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
    const auto place_of = [&](const Outcome& outcome) {
      const bool first = outcome.measure().for_status.hasAny(status);
      return 2 * static_cast<std::size_t>(outcome.verdict) + (first ? 0 : 1);
    };
    // Counting instead of comparing: there are few places, and equals must keep their order.
    std::array<std::size_t, 2 * kVerdicts + 1> next{};
    for (const Outcome& outcome : result_.outcomes) ++next[place_of(outcome) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<Outcome> sorted(result_.outcomes.size());
    for (const Outcome& outcome : result_.outcomes) sorted[next[place_of(outcome)]++] = outcome;
    result_.outcomes = std::move(sorted);
  }

  /// A measure is not one condition away if one that applies excludes it, is made instead of it, or
  /// already gives as much.
  void takeBackNeedless() {
    std::vector<Outcome*> near;
    for (Outcome& outcome : result_.outcomes) {
      if (outcome.one_condition_away) near.push_back(&outcome);
    }
    if (near.empty()) return;
    for (const Outcome& met : result_.outcomes) {
      if (met.verdict != Verdict::kEligible && met.verdict != Verdict::kConditional) continue;
      std::erase_if(near, [&](Outcome* other) {
        if (!isNeedless(*other, met)) return false;
        other->one_condition_away = false;
        return true;
      });
    }
  }

  static bool isNeedless(const Outcome& other, const Outcome& met) {
    const auto names = [&](const std::vector<std::string>& ids) {
      return std::find(ids.begin(), ids.end(), other.measure().id) != ids.end();
    };
    if (names(met.measure().excludes) || names(met.measure().instead_of)) return true;
    const auto& benefits = other.measure().benefits;
    if (benefits.empty()) return false;
    for (std::size_t i = 0; i < benefits.size(); ++i) {
      if (!givesAsMuch(met, benefits[i].counted_once, other.amounts[i])) return false;
    }
    return true;
  }

  /// True if `met` has a benefit that counts once together with this one and is not smaller.
  static bool givesAsMuch(const Outcome& met, const std::string& group, const AmountAnswer& than) {
    if (group.empty() || !than.value) return false;
    for (std::size_t i = 0; i < met.amounts.size(); ++i) {
      if (met.measure().benefits[i].counted_once != group || !met.amounts[i].value) continue;
      if (met.amounts[i].value->compare(*than.value) >= 0) return true;
    }
    return false;
  }

  /// The findings with the formulas of the amounts.
  std::shared_ptr<const Findings> worded() {
    const std::shared_ptr<Findings> findings = explained_.release();
    AmountAnswer* answer = findings->amounts.data();
    for (const Outcome& outcome : result_.outcomes) {
      for (const catalogue::Benefit& benefit : outcome.measure().benefits) {
        answer->formula = formulaOf(benefit.amount, *answer, edition_, knowledge());
        ++answer;
      }
    }
    return findings;
  }

  /// True if the measure fails only because the company is not yet registered.
  bool isKeptByRegistration(const Outcome& outcome) const {
    return knowledge().registration == facts::Registration::kNotYetRegistered &&
           outcome.entry->in_force && outcome.measure().scope == catalogue::Scope::kRegistered &&
           explained_.row().truth(edition_.compiled().inCity()) != Truth::kNotMet &&
           rootOf(outcome.applies_when) != Truth::kNotMet && outcome.meets() != Truth::kNotMet;
  }

  const Edition& edition_;
  const catalogue::Catalogue& catalogue_;
  const facts::Vocabulary& vocabulary_;
  ExplainedRow explained_;
  Match result_;
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

Match chosenOf(Match match, const Edition& edition, const std::vector<bool>& chosen) {
  std::set<const catalogue::Clause*> left_out;
  for (const Edition::Entry& entry : edition.entries()) {
    if (!chosen[entry.index]) left_out.insert(entry.measure);
  }
  std::erase_if(match.outcomes,
                [&](const Outcome& outcome) { return left_out.contains(&outcome.measure()); });
  std::erase_if(match.after_registration,
                [&](const catalogue::Clause* measure) { return left_out.contains(measure); });
  sumUp(match, edition.catalogue().vocabulary());
  return match;
}

}  // namespace policycalc::engine
