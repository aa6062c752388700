#include "engine/condition.h"

namespace policycalc::engine {
namespace {

using criteria::Criterion;
using criteria::Truth;

class Walk {
 public:
  Walk(const std::vector<Edition::Node>& nodes, const Edition& edition,
       const facts::Knowledge& knowledge)
      : nodes_(nodes),
        edition_(edition),
        symbols_(edition.catalogue().symbols()),
        knowledge_(knowledge) {}

  Truth of(const Criterion& node, std::size_t at) const {
    switch (node.kind) {
      case Criterion::Kind::kLeaf:
        return criteria::evaluate(node.comparison, nodes_[at].resolved, symbols_, edition_.day(),
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
  /// A `deciding` child decides the list; a list of only `neutral` children is neutral.
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
  criteria::Symbols symbols_;
  const facts::Knowledge& knowledge_;
};

}  // namespace

bool holds(const Edition::Condition& condition, const Edition& edition,
           const facts::Knowledge& knowledge) {
  return condition.root != nullptr &&
         Walk(condition.nodes, edition, knowledge).of(*condition.root, 0) == Truth::kMet;
}

}  // namespace policycalc::engine
