#include "policycalc/engine/match.h"

#include "engine/tree.h"
#include "engine/verdict.h"

namespace policycalc::engine {
namespace {

using criteria::Criterion;
using criteria::Truth;

/// Truth of a tree alone: a branch is left as soon as it is decided.
class QuickTruth {
 public:
  QuickTruth(const std::vector<Edition::Node>& nodes, const Edition& edition,
             const facts::Knowledge& knowledge)
      : nodes_(nodes),
        edition_(edition),
        scope_(edition.catalogue().scope()),
        knowledge_(knowledge) {}

  Truth of(const Criterion& node, std::size_t at) const {
    switch (node.kind) {
      case Criterion::Kind::kLeaf:
        return criteria::evaluate(node.comparison, nodes_[at].resolved, scope_, edition_.day(),
                                  knowledge_);
      case Criterion::Kind::kNot:
        return criteria::negate(of(node.children.front(), at + 1));
      case Criterion::Kind::kAll:
        return ofList(node, at, Truth::kMet, Truth::kNotMet);
      case Criterion::Kind::kAny:
        return ofList(node, at, Truth::kNotMet, Truth::kMet);
    }
    return Truth::kUnknown;
  }

 private:
  /// `neutral` changes nothing and `deciding` ends the list.
  Truth ofList(const Criterion& node, std::size_t at, Truth neutral, Truth deciding) const {
    Truth truth = neutral;
    std::size_t child_at = at + 1;
    for (const Criterion& child : node.children) {
      const Truth own = of(child, child_at);
      if (own == deciding) return deciding;
      if (own == Truth::kUnknown) truth = Truth::kUnknown;
      child_at += child.size();
    }
    return truth;
  }

  const std::vector<Edition::Node>& nodes_;
  const Edition& edition_;
  criteria::Scope scope_;
  const facts::Knowledge& knowledge_;
};

Truth truthOf(const std::optional<Criterion>& root, const std::vector<Edition::Node>& nodes,
              const Edition& edition, const facts::Knowledge& knowledge) {
  return root ? QuickTruth(nodes, edition, knowledge).of(*root, 0) : Truth::kMet;
}

}  // namespace

Truth registeredInCity(const catalogue::Catalogue& catalogue, const facts::Knowledge& knowledge) {
  const facts::FactIndex district = catalogue.vocabulary().known().district;
  const facts::Known& known = knowledge.facts[district];
  if (!known.known) return Truth::kUnknown;
  const auto outside = catalogue.vocabulary().fact(district).findOption("outside");
  return outside && known.options == facts::OptionSet{1} << *outside ? Truth::kNotMet : Truth::kMet;
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
    VerdictInput input{knowledge.deregistered, entry.in_force, Truth::kMet, Truth::kMet,
                       !measure.judged.empty()};
    if (!input.deregistered && input.in_force) {
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
