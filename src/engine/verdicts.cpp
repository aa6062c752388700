#include "policycalc/engine/match.h"

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

Truth registeredInCity(const catalogue::Catalogue& catalogue, const facts::Knowledge& knowledge) {
  // Not yet registered anywhere; where it is going to be does not matter.
  if (knowledge.registration == facts::Registration::kNotYetRegistered) return Truth::kNotMet;
  return districtInCity(catalogue, knowledge);
}

Truth districtInCity(const catalogue::Catalogue& catalogue, const facts::Knowledge& knowledge) {
  const facts::Vocabulary& vocabulary = catalogue.vocabulary();
  const facts::Known& district = knowledge.facts[vocabulary.known().district];
  if (!district.known) return Truth::kUnknown;
  return vocabulary.districtsInCity().hasAll(district.options) ? Truth::kMet : Truth::kNotMet;
}

bool isClosed(const catalogue::Clause& measure, const catalogue::Catalogue& catalogue,
              const facts::Knowledge& knowledge) {
  using facts::Registration;
  if (knowledge.registration == Registration::kDeregistered) return true;
  if (knowledge.registration != Registration::kRevoked) return false;
  const facts::FactIndex status = catalogue.vocabulary().known().registration_status;
  const bool right = measure.kind == catalogue::Kind::kRight;
  return !right && !measure.for_status.hasAny(knowledge.facts[status].options);
}

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
      // Nothing that is required can matter to a company that is not concerned.
      if (input.concerns != Truth::kNotMet) {
        input.meets = truthOf(measure.requires_, entry.requires_, edition, knowledge);
      }
    }
    found.push_back(decideVerdict(input));
  }
  return found;
}

}  // namespace policycalc::engine
