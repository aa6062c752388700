#include "registry/sql/measures.h"

#include "policycalc/base/text.h"
#include "policycalc/engine/match.h"

#include "registry/sql/fact_columns.h"

namespace policycalc::registry::sql {
namespace {

using criteria::Criterion;
using engine::Edition;
using engine::Verdict;
using facts::Registration;

Expression textOf(Verdict verdict) {
  return text(engine::toString(verdict));
}

class MeasureWriter {
 public:
  MeasureWriter(Dialect dialect, const Edition& edition)
      : dialect_(dialect), edition_(edition), comparisons_(dialect, edition) {}

  /// Returns what cannot be written, or nothing.
  std::optional<base::Error> add(const Edition::Entry& entry) {
    Case verdict;
    const std::vector<std::string> closed = closingStates(*entry.measure);
    if (!closed.empty()) verdict.when(oneOf(status(), closed), textOf(Verdict::kNotApplicable));
    Expression otherwise = textOf(Verdict::kNotInForce);
    if (entry.in_force) {
      const auto decided = decide(entry, verdict);
      if (!decided) return decided.error();
      otherwise = *decided;
    }
    steps_.verdicts.push_back(
        {entry.measure->id, verdict.otherwise(otherwise), entry.measure->title});
    return {};
  }

  MeasureSteps take() {
    steps_.tests.columns = comparisons_.columns();
    return std::move(steps_);
  }

 private:
  Expression status() const {
    const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
    return given(vocabulary.fact(vocabulary.known().registration_status));
  }

  /// The states of registration that close the measure, as engine::isClosed().
  std::vector<std::string> closingStates(const catalogue::Clause& measure) const {
    const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
    const facts::Fact& fact = vocabulary.fact(vocabulary.known().registration_status);
    const std::string deregistered(facts::codeOf(Registration::kDeregistered));
    const std::string revoked(facts::codeOf(Registration::kRevoked));
    std::vector<std::string> states;
    if (fact.findOption(deregistered)) states.push_back(deregistered);
    const auto option = fact.findOption(revoked);
    const bool open =
        measure.kind == catalogue::Kind::kRight || (option && measure.for_status.has(*option));
    if (option && !open) states.push_back(revoked);
    return states;
  }

  /// Adds the negative verdicts and returns what is left.
  base::Result<Expression> decide(const Edition::Entry& entry, Case& verdict) {
    std::vector<Expression> concerns;
    std::vector<Expression> meets;
    const catalogue::Clause& measure = *entry.measure;
    if (measure.scope == catalogue::Scope::kRegistered) {
      concerns.push_back(comparisons_.registeredInCity());
    }
    for (const auto& [root, nodes, parts] :
         {std::tuple(&measure.applies_when, &entry.applies_when, &concerns),
          std::tuple(&measure.requires_, &entry.requires_, &meets)}) {
      if (!*root) continue;
      auto tree = treeOf(**root, *nodes, 0);
      if (!tree) return tree;
      parts->push_back(*tree);
    }
    std::vector<Expression> conditions;
    addCondition("concerns " + measure.id, concerns, Verdict::kNotApplicable, verdict, conditions);
    addCondition("meets " + measure.id, meets, Verdict::kNotEligible, verdict, conditions);
    const Expression positive =
        textOf(measure.judged.empty() ? Verdict::kEligible : Verdict::kConditional);
    if (conditions.empty()) return positive;
    verdict.when(all(conditions), positive);
    return textOf(Verdict::kUndetermined);
  }

  /// A column for a condition, and the verdict if it is false.
  void addCondition(const std::string& name, const std::vector<Expression>& parts, Verdict if_false,
                    Case& verdict, std::vector<Expression>& conditions) {
    if (parts.empty()) return;
    steps_.conditions.columns.push_back({name, all(parts), {}});
    conditions.push_back(column(name));
    verdict.when(negated(column(name)), textOf(if_false));
  }

  base::Result<Expression> treeOf(const Criterion& node, const std::vector<Edition::Node>& nodes,
                                  std::size_t at) {
    if (node.kind == Criterion::Kind::kLeaf) return comparisons_.of(node, nodes[at]);
    std::vector<Expression> children;
    std::size_t child_at = at + 1;
    for (const Criterion& child : node.children) {
      auto own = treeOf(child, nodes, child_at);
      if (!own) return own;
      children.push_back(*own);
      child_at += child.size();
    }
    if (node.kind == Criterion::Kind::kNot) return negated(children.front());
    return node.kind == Criterion::Kind::kAll ? all(children) : any(children);
  }

  Dialect dialect_;
  const Edition& edition_;
  Comparisons comparisons_;
  MeasureSteps steps_;
};

}  // namespace

MeasureSteps measureSteps(Dialect dialect, const Edition& edition, const Entries& measures,
                          base::Issues& issues) {
  MeasureWriter writer(dialect, edition);
  for (const Edition::Entry* entry : measures) {
    const auto fault = writer.add(*entry);
    if (!fault) continue;
    base::Issue issue;
    issue.code = "out_of_range";
    issue.pointer = "/measures";
    issue.message = "the measure " + base::quoted(entry->measure->id) + " cannot be computed by " +
                    std::string(toString(dialect)) + ": " + fault->message;
    issues.push_back(std::move(issue));
  }
  return writer.take();
}

}  // namespace policycalc::registry::sql
