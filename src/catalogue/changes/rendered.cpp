#include "catalogue/changes/rendered.h"

#include <vector>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/catalogue.h"

namespace policycalc::catalogue {
namespace {

using criteria::Criterion;
using criteria::Symbols;
using criteria::Term;

std::string logicOf(const Term& term, const Symbols& symbols, base::Date day) {
  switch (term.kind) {
    case Term::Kind::kValue:
      return term.value.toString();
    case Term::Kind::kFact:
      return symbols.vocabulary.fact(term.fact).id;
    case Term::Kind::kParameter: {
      const auto* period = symbols.parameters[term.parameter].at(day);
      return symbols.parameters[term.parameter].id + "=" +
             (period == nullptr ? std::string("?") : period->value.toString());
    }
    case Term::Kind::kSum:
    case Term::Kind::kDifference:
    case Term::Kind::kProduct:
    case Term::Kind::kLeast:
      break;
  }
  std::string text = std::to_string(static_cast<int>(term.kind)) + "(";
  for (const Term& operand : term.operands) text += logicOf(operand, symbols, day) + ",";
  return text + ")";
}

std::string logicOf(const Criterion& node, const Symbols& symbols, base::Date day) {
  if (node.kind == Criterion::Kind::kLeaf) {
    const criteria::Comparison& leaf = node.comparison;
    const facts::Fact& fact = symbols.vocabulary.fact(leaf.fact);
    std::string text = fact.id + " " + std::string(toString(leaf.op)) + " ";
    if (isNumeric(leaf.op)) return text + logicOf(leaf.right, symbols, day);
    return text + base::join(fact.codesOf(leaf.options), "|");
  }
  std::string text = std::string(toString(node.kind)) + "(";
  for (const Criterion& child : node.children) text += logicOf(child, symbols, day) + ",";
  return text + ")";
}

std::string sentenceOf(const Criterion& node, const Symbols& symbols, base::Date day) {
  if (node.kind == Criterion::Kind::kLeaf) {
    return node.text.empty() ? criteria::describe(node.comparison, symbols, day)
                             : fillIn(node.text, symbols.parameters, day);
  }
  std::vector<std::string> parts;
  for (const Criterion& child : node.children) {
    const std::string part = sentenceOf(child, symbols, day);
    const bool is_compound =
        child.kind == Criterion::Kind::kAll || child.kind == Criterion::Kind::kAny;
    parts.push_back(is_compound && child.children.size() > 1 ? "（" + part + "）" : part);
  }
  if (node.kind == Criterion::Kind::kNot) return "不满足：" + base::join(parts, "");
  return base::join(parts, node.kind == Criterion::Kind::kAll ? "；且 " : "；或 ");
}

std::string_view boundWord(Bound bound) {
  constexpr std::string_view kWords[] = {"", "至少 ", "最高 ", "例如 ", ""};
  return kWords[static_cast<std::size_t>(bound)];
}

}  // namespace

std::string logicOf(const std::optional<Criterion>& criterion, const Symbols& symbols,
                    base::Date day) {
  return criterion ? logicOf(*criterion, symbols, day) : std::string();
}

std::string sentenceOf(const std::optional<Criterion>& criterion, const Symbols& symbols,
                       base::Date day) {
  return criterion ? sentenceOf(*criterion, symbols, day) : std::string();
}

std::string logicOf(const Amount& amount, const Symbols& symbols, base::Date day) {
  return std::string(toString(amount.status)) + " " +
         std::to_string(static_cast<int>(amount.unit)) + " " + std::string(toString(amount.bound)) +
         " " + (amount.value ? logicOf(*amount.value, symbols, day) : std::string());
}

std::string sentenceOf(const Amount& amount, const Symbols& symbols, base::Date day) {
  if (amount.value) {
    return std::string(boundWord(amount.bound)) +
           criteria::describe(*amount.value, symbols, day, nullptr);
  }
  if (amount.status == AmountStatus::kWaived) return "免收";
  return amount.status == AmountStatus::kUnstated ? "文件没有写数额" : "没有数额";
}

std::string sentenceOf(const criteria::Citation& citation) {
  std::string text = citation.document;
  if (citation.item != 0) text += " 第" + std::to_string(citation.item) + "条";
  if (citation.cell != 0) text += " 第" + std::to_string(citation.cell) + "行";
  return citation.clause.empty() ? text : text + " " + citation.clause;
}

std::string sentenceOf(base::Date from, const std::optional<base::Date>& to) {
  return from.toString() + (to ? " 至 " + to->toString() : " 起");
}

}  // namespace policycalc::catalogue
