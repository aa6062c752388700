#include "app/bench/plain_walk.h"

#include <optional>

#include "policycalc/engine/row.h"
#include "policycalc/engine/scope.h"

namespace policycalc::app {
namespace {

using criteria::Criterion;
using criteria::Truth;

class Walk {
 public:
  Walk(const engine::Edition& edition, const facts::Knowledge& knowledge)
      : edition_(edition), knowledge_(knowledge) {}

  Truth of(const std::optional<Criterion>& root, const std::vector<engine::Edition::Node>& nodes) {
    if (!root) return Truth::kMet;
    std::size_t next = 0;
    return visit(*root, nodes, next);
  }

 private:
  Truth visit(const Criterion& node, const std::vector<engine::Edition::Node>& nodes,
              std::size_t& next) {
    const std::size_t at = next++;
    switch (node.kind) {
      case Criterion::Kind::kLeaf:
        return criteria::evaluate(node.comparison, nodes[at].resolved,
                                  edition_.catalogue().symbols(), edition_.day(), knowledge_);
      case Criterion::Kind::kNot:
        return criteria::negate(visit(node.children.front(), nodes, next));
      case Criterion::Kind::kAll:
      case Criterion::Kind::kAny:
        break;
    }
    const bool all = node.kind == Criterion::Kind::kAll;
    Truth truth = all ? Truth::kMet : Truth::kNotMet;
    for (const Criterion& child : node.children) {
      const Truth one = visit(child, nodes, next);
      truth = all ? criteria::both(truth, one) : criteria::either(truth, one);
    }
    return truth;
  }

  const engine::Edition& edition_;
  const facts::Knowledge& knowledge_;
};

bool isClosed(const engine::CompiledEdition::Rule& rule, const facts::Knowledge& knowledge) {
  return knowledge.registration == facts::Registration::kDeregistered ||
         (knowledge.registration == facts::Registration::kRevoked && rule.closed_if_revoked);
}

}  // namespace

std::vector<engine::Verdict> walkedVerdicts(const engine::Edition& edition,
                                            const facts::Profile& profile) {
  const catalogue::Catalogue& catalogue = edition.catalogue();
  const facts::Knowledge knowledge =
      facts::derive(profile, catalogue.vocabulary(), catalogue.sizeStandard());
  const Truth registered = engine::registeredInCity(catalogue, knowledge);
  Walk walk(edition, knowledge);
  std::vector<engine::Verdict> verdicts;
  verdicts.reserve(edition.entries().size());
  for (const engine::Edition::Entry& entry : edition.entries()) {
    const catalogue::Clause& measure = *entry.measure;
    const Truth scope = measure.scope == catalogue::Scope::kRegistered ? registered : Truth::kMet;
    const Truth concerns = criteria::both(scope, walk.of(measure.applies_when, entry.applies_when));
    const Truth meets = walk.of(measure.requires_, entry.requires_);
    const engine::CompiledEdition& compiled = edition.compiled();
    const auto& rule = compiled.rules()[compiled.ruleOf()[entry.index]];
    verdicts.push_back(engine::verdictOf(rule, engine::bitsOf(concerns), engine::bitsOf(meets),
                                         isClosed(rule, knowledge)));
  }
  return verdicts;
}

}  // namespace policycalc::app
