#include "policycalc/engine/match.h"

#include <set>

#include "policycalc/engine/matcher.h"

#include "engine/condition.h"
#include "engine/questions.h"
#include "engine/sums.h"
#include "engine/totals.h"
#include "engine/tree.h"

namespace policycalc::engine {

using criteria::Truth;

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
  Matcher matcher(edition);
  matcher.take(profile);
  return matcher.release();
}

void sumUp(Match& match, const facts::Vocabulary& vocabulary) {
  match.counts = {};
  for (const Outcome& outcome : match.outcomes) {
    ++match.counts[static_cast<std::size_t>(outcome.verdict)];
  }
  match.totals = totalsOf(match.outcomes);
  rankQuestions(match.outcomes, vocabulary, match.questions);
}

void keepChosen(Match& match, const Edition& edition, const std::vector<bool>& chosen) {
  std::erase_if(match.outcomes,
                [&](const Outcome& outcome) { return !chosen[outcome.entry->index]; });
  std::set<const catalogue::Clause*> left_out;
  for (const Edition::Entry& entry : edition.entries()) {
    if (!chosen[entry.index]) left_out.insert(entry.measure);
  }
  std::erase_if(match.after_registration,
                [&](const catalogue::Clause* measure) { return left_out.contains(measure); });
  sumUp(match, edition.catalogue().vocabulary());
}

Match chosenOf(Match match, const Edition& edition, const std::vector<bool>& chosen) {
  keepChosen(match, edition, chosen);
  return match;
}

}  // namespace policycalc::engine
