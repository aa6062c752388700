#include "policycalc/engine/match.h"
#include "policycalc/engine/scope.h"

#include "engine/quick_truth.h"
#include "engine/verdict.h"

namespace policycalc::engine {
namespace {

using criteria::Criterion;
using criteria::Truth;

Truth truthOf(const std::optional<Criterion>& root, const std::vector<Edition::Node>& nodes,
              const Edition& edition, const facts::Knowledge& knowledge) {
  return root ? quickTruth(*root, nodes, edition, knowledge) : Truth::kMet;
}

}  // namespace

std::vector<Verdict> verdicts(const Edition& edition, const facts::Profile& profile) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const facts::Knowledge knowledge =
      facts::derive(profile, catalogue.vocabulary(), catalogue.sizeStandard());
  const Truth registered = registeredInCity(catalogue, knowledge);
  std::vector<Verdict> found;
  found.reserve(edition.entries().size());
  for (const Edition::Entry& entry : edition.entries()) {
    const catalogue::Clause& measure = *entry.measure;
    VerdictInput input{isClosed(measure, catalogue, knowledge), entry.in_force, Truth::kMet,
                       Truth::kMet, !measure.judged.empty()};
    if (!input.closed && input.in_force) {
      if (measure.scope == catalogue::Scope::kRegistered) input.concerns = registered;
      input.concerns = criteria::both(
          input.concerns, truthOf(measure.applies_when, entry.applies_when, edition, knowledge));
      // The conditions do not matter to a company that the measure does not concern.
      if (input.concerns != Truth::kNotMet) {
        input.meets = truthOf(measure.requires_, entry.requires_, edition, knowledge);
      }
    }
    found.push_back(decideVerdict(input));
  }
  return found;
}

}  // namespace policycalc::engine
