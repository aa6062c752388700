#include "policycalc/engine/matcher.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <sched.h>
#include <span>
#include <utility>

#include "policycalc/criteria/wording.h"

#include "engine/amounts.h"
#include "engine/sums.h"
#include "engine/tree.h"

namespace policycalc::engine {
namespace {

using criteria::Truth;

constexpr std::size_t kMostFree = 8;  // of a quarter of a megabyte each

bool applies(const Outcome& outcome) {
  return outcome.verdict == Verdict::kEligible || outcome.verdict == Verdict::kConditional;
}

/// True if `met` has a benefit that counts once together with this one and is not smaller.
bool givesAsMuch(const Outcome& met, const std::string& group, const AmountAnswer& than) {
  if (group.empty() || !than.value) return false;
  for (std::size_t i = 0; i < met.amounts.size(); ++i) {
    if (met.measure().benefits[i].counted_once != group || !met.amounts[i].value) continue;
    if (met.amounts[i].value->compare(*than.value) >= 0) return true;
  }
  return false;
}

bool isNeedless(const Outcome& other, const Outcome& met) {
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

}  // namespace

/// The formula of a computed amount, which lies in the findings.
struct Matcher::Formula {
  const catalogue::Amount* amount = nullptr;
  criteria::Wording wording;
  AmountAnswer* answer = nullptr;
};

Matcher::Matcher(const Edition& edition) : edition_(edition), explained_(edition) {
  match_.findings = explained_.findings();
  AmountAnswer* answer = explained_.findings()->amounts.data();
  made_for_.reserve(edition.entries().size());
  for (const Edition::Entry& entry : edition.entries()) {
    made_for_.push_back(entry.measure->for_status);
    for (const catalogue::Benefit& benefit : entry.measure->benefits) {
      const catalogue::Amount& amount = benefit.amount;
      if (amount.status == catalogue::AmountStatus::kComputed) {
        formulas_.push_back(
            {&amount,
             criteria::Wording(*amount.value, edition.catalogue().symbols(), edition.day()),
             answer});
      }
      ++answer;
    }
  }
}

Matcher::~Matcher() = default;

const Match& Matcher::take(const facts::Profile& profile) {
  const catalogue::Catalogue& catalogue = edition_.catalogue();
  facts::derive(profile, catalogue.vocabulary(), catalogue.sizeStandard(),
                edition_.compiled().bodyRules(), match_.knowledge);
  explained_.take(profile, match_.knowledge);
  locate();
  warn();
  listAfterRegistration();
  wordFormulas();
  sort();
  takeBackNeedless();
  sumUp(match_, catalogue.vocabulary());
  return match_;
}

const Match& Matcher::take(const facts::Profile& profile, const std::vector<bool>& chosen) {
  take(profile);
  if (!chosen.empty()) keepChosen(match_, edition_, chosen);
  return match_;
}

/// Finds the county government.
void Matcher::locate() {
  const catalogue::Catalogue& catalogue = edition_.catalogue();
  const facts::Known& district = match_.knowledge.facts[catalogue.vocabulary().known().district];
  match_.county =
      district.known ? catalogue.registry().countyOf(district.options.first()) : nullptr;
}

void Matcher::warn() {
  const std::span<const CompiledEdition::Slot> conditions = edition_.compiled().warnings();
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    if (!explained_.row().holds(conditions[i])) continue;
    const Edition::Warning& warning = edition_.warnings()[i];
    match_.knowledge.warnings.push_back(
        {warning.warning->fact, warning.warning->code, warning.text, warning.text_en});
  }
}

void Matcher::listAfterRegistration() {
  match_.after_registration.clear();
  if (match_.knowledge.registration != facts::Registration::kNotYetRegistered) return;
  if (explained_.row().truth(edition_.compiled().inCity()) == Truth::kNotMet) return;
  for (const Outcome& outcome : explained_.outcomes()) {
    if (isKeptByRegistration(outcome)) match_.after_registration.push_back(&outcome.measure());
  }
}

/// True if the measure fails only because the company is not yet registered in the city.
bool Matcher::isKeptByRegistration(const Outcome& outcome) const {
  return outcome.entry->in_force && outcome.measure().scope == catalogue::Scope::kRegistered &&
         rootOf(outcome.applies_when) != Truth::kNotMet && outcome.meets() != Truth::kNotMet;
}

void Matcher::wordFormulas() {
  for (const Formula& formula : formulas_) {
    writeFormula(*formula.amount, formula.wording, match_.knowledge, *formula.answer);
  }
}

/// Sorts by verdict; measures for the company's state of registration come first in each.
void Matcher::sort() {
  const facts::Knowledge& knowledge = match_.knowledge;
  const facts::OptionSet status =
      knowledge.registration == facts::Registration::kOther
          ? facts::OptionSet()
          : knowledge.facts[edition_.catalogue().vocabulary().known().registration_status].options;
  const std::span<const Outcome> outcomes = explained_.outcomes();
  // Counting instead of comparing: there are few places, and equals must keep their order.
  std::array<std::size_t, 2 * kVerdicts + 1> next{};
  places_.resize(outcomes.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const bool first = made_for_[i].hasAny(status);
    places_[i] = static_cast<std::uint8_t>(2 * static_cast<unsigned>(outcomes[i].verdict) +
                                           (first ? 0U : 1U));
    ++next[places_[i] + 1U];
  }
  std::partial_sum(next.begin(), next.end(), next.begin());
  match_.outcomes.resize(outcomes.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    match_.outcomes[next[places_[i]]++] = outcomes[i];
  }
}

/// A measure is not one condition away if one that applies excludes it, is made instead of it, or
/// already gives as much.
void Matcher::takeBackNeedless() {
  for (Outcome& near : match_.outcomes) {
    if (!near.one_condition_away) continue;
    near.one_condition_away =
        std::none_of(match_.outcomes.begin(), match_.outcomes.end(),
                     [&](const Outcome& met) { return applies(met) && isNeedless(near, met); });
  }
}

std::unique_ptr<Matcher> MatcherPool::lend() {
  {
    const int here = ::sched_getcpu();
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!free_.empty()) {
      const auto near = std::find_if(free_.rbegin(), free_.rend(),
                                     [here](const Free& each) { return each.processor == here; });
      if (near != free_.rend()) std::swap(*near, free_.back());
      std::unique_ptr<Matcher> matcher = std::move(free_.back().matcher);
      free_.pop_back();
      return matcher;
    }
  }
  return std::make_unique<Matcher>(edition_);
}

void MatcherPool::takeBack(std::unique_ptr<Matcher> matcher) {
  const int here = ::sched_getcpu();
  const std::lock_guard<std::mutex> lock(mutex_);
  if (free_.size() < kMostFree) free_.push_back({std::move(matcher), here});
}

}  // namespace policycalc::engine
