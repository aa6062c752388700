#include "engine/reference.h"

#include "policycalc/engine/scope.h"

namespace policycalc::test {
namespace {

using criteria::Criterion;
using criteria::Truth;
using engine::Edition;
using engine::Verdict;

/// One walk over a tree.
struct Walk {
  const Edition& edition;
  const facts::Knowledge& knowledge;
  const std::vector<Edition::Node>& nodes;
  std::vector<Truth> truths;

  Truth of(const Criterion& node) {
    const std::size_t at = truths.size();
    truths.push_back(Truth::kUnknown);
    Truth truth = Truth::kUnknown;
    if (node.kind == Criterion::Kind::kLeaf) {
      truth = criteria::evaluate(node.comparison, nodes[at].resolved, edition.catalogue().symbols(),
                                 edition.day(), knowledge);
    } else if (node.kind == Criterion::Kind::kNot) {
      truth = criteria::negate(of(node.children.front()));
    } else {
      const bool all = node.kind == Criterion::Kind::kAll;
      truth = all ? Truth::kMet : Truth::kNotMet;
      for (const Criterion& child : node.children) {
        truth = all ? criteria::both(truth, of(child)) : criteria::either(truth, of(child));
      }
    }
    truths[at] = truth;
    return truth;
  }
};

std::vector<Truth> walk(const Criterion& root, const std::vector<Edition::Node>& nodes,
                        const Edition& edition, const facts::Knowledge& knowledge) {
  Walk one{edition, knowledge, nodes, {}};
  one.of(root);
  return one.truths;
}

bool holds(const Edition::Condition& condition, const Edition& edition,
           const facts::Knowledge& knowledge) {
  return condition.root != nullptr &&
         walk(*condition.root, condition.nodes, edition, knowledge).front() == Truth::kMet;
}

Truth rootOf(const std::vector<Truth>& truths) {
  return truths.empty() ? Truth::kMet : truths.front();
}

bool isClosed(const catalogue::Clause& measure, const catalogue::Catalogue& catalogue,
              const facts::Knowledge& knowledge) {
  using facts::Registration;
  if (knowledge.registration == Registration::kDeregistered) return true;
  if (knowledge.registration != Registration::kRevoked) return false;
  const facts::FactIndex status = catalogue.vocabulary().known().registration_status;
  return measure.kind != catalogue::Kind::kRight &&
         !measure.for_status.hasAny(knowledge.facts[status].options);
}

/// The table of `policies/README.md`, "Verdicts".
Verdict verdictOf(const ReferenceAnswer::Measure& found, const Edition::Entry& entry, bool closed) {
  const Truth concerns = criteria::both(found.in_scope, rootOf(found.applies_when));
  const Truth meets = rootOf(found.requires_);
  if (closed) return Verdict::kNotApplicable;
  if (!entry.in_force) return Verdict::kNotInForce;
  if (concerns == Truth::kNotMet) return Verdict::kNotApplicable;
  if (meets == Truth::kNotMet) return Verdict::kNotEligible;
  if (concerns == Truth::kUnknown || meets == Truth::kUnknown) return Verdict::kUndetermined;
  return entry.measure->judged.empty() ? Verdict::kEligible : Verdict::kConditional;
}

}  // namespace

ReferenceAnswer referenceAnswer(const Edition& edition, const facts::Profile& profile) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const facts::Knowledge knowledge =
      facts::derive(profile, catalogue.vocabulary(), catalogue.sizeStandard());
  const Truth registered = engine::registeredInCity(catalogue, knowledge);
  ReferenceAnswer answer;
  for (const Edition::Entry& entry : edition.entries()) {
    const catalogue::Clause& measure = *entry.measure;
    ReferenceAnswer::Measure found;
    if (measure.scope == catalogue::Scope::kRegistered) found.in_scope = registered;
    if (measure.applies_when) {
      found.applies_when = walk(*measure.applies_when, entry.applies_when, edition, knowledge);
    }
    if (measure.requires_) {
      found.requires_ = walk(*measure.requires_, entry.requires_, edition, knowledge);
    }
    for (const Edition::Condition& paid : entry.paid_when) {
      found.paid.push_back(holds(paid, edition, knowledge));
    }
    found.verdict = verdictOf(found, entry, isClosed(measure, catalogue, knowledge));
    answer.measures.push_back(std::move(found));
  }
  for (const Edition::Warning& warning : edition.warnings()) {
    answer.warnings.push_back(holds(warning.when, edition, knowledge));
  }
  return answer;
}

}  // namespace policycalc::test
