#include <algorithm>
#include <array>

#include "policycalc/base/text.h"
#include "policycalc/criteria/criterion.h"

namespace policycalc::criteria {
namespace {

constexpr std::array<std::string_view, 9> kOperators{
    "is", "in", "has", "has_any", "has_all", "at_least", "more_than", "at_most", "less_than"};

/// Reads one tree and reports every fault with its place.
class CriterionLoader {
 public:
  CriterionLoader(const Symbols& symbols, const json::IssueSink& sink)
      : symbols_(symbols), sink_(sink) {}

  std::optional<Criterion> load(const json::Value& value, const std::string& pointer) {
    if (!value.isObject()) {
      return refuse(value, pointer, "wrong_type",
                    "a criterion is an object, not " + std::string(json::typeName(value.type)));
    }
    if (value.find("fact") != nullptr) return loadLeaf(value, pointer);
    if (value.members.size() != 1) {
      return refuse(value, pointer, "wrong_value",
                    "a criterion is a leaf with `fact` or one of `all`, `any`, `not`");
    }
    const std::string& key = value.members.front().key;
    const json::Value& content = value.members.front().value;
    const std::string at = base::childPointer(pointer, key);
    using Kind = Criterion::Kind;
    if (key == toString(Kind::kNot)) return loadNot(value, content, at);
    for (const Kind kind : {Kind::kAll, Kind::kAny}) {
      if (key == toString(kind)) return loadList(kind, value, content, at);
    }
    return refuse(value, at, "unknown_field", base::quoted(key) + " is not a kind of criterion");
  }

 private:
  std::optional<Criterion> refuse(const json::Value& value, const std::string& pointer,
                                  std::string code, std::string message) {
    json::reportIssue(sink_, value, pointer, std::move(code), std::move(message));
    return {};
  }

  std::optional<Criterion> loadNot(const json::Value& value, const json::Value& content,
                                   const std::string& pointer) {
    Criterion node = inner(Criterion::Kind::kNot, value, pointer);
    auto child = load(content, pointer);
    if (!child) return {};
    node.children.push_back(std::move(*child));
    return node;
  }

  std::optional<Criterion> loadList(Criterion::Kind kind, const json::Value& value,
                                    const json::Value& content, const std::string& pointer) {
    if (!content.isArray() || content.elements.empty()) {
      return refuse(content, pointer, "wrong_value", "a list of one or more criteria is expected");
    }
    Criterion node = inner(kind, value, pointer);
    for (std::size_t i = 0; i < content.elements.size(); ++i) {
      auto child = load(content.elements[i], base::childPointer(pointer, i));
      if (child) node.children.push_back(std::move(*child));
    }
    if (node.children.size() != content.elements.size()) return {};
    return node;
  }

  static Criterion inner(Criterion::Kind kind, const json::Value& value,
                         const std::string& pointer) {
    Criterion node;
    node.kind = kind;
    node.position = value.position;
    node.pointer = pointer;
    return node;
  }

  std::optional<Criterion> loadLeaf(const json::Value& value, const std::string& pointer) {
    json::Decoder leaf(value, pointer, sink_);
    Criterion node = inner(Criterion::Kind::kLeaf, value, pointer);
    const std::string id = leaf.string("fact");
    node.text = leaf.optionalString("text");
    if (leaf.member("source") != nullptr) node.source = loadCitation(leaf.object("source"));
    const auto op = loadOperator(leaf);
    leaf.refuseUnknownKeys();
    const auto fact = symbols_.vocabulary.find(id);
    if (!fact) leaf.reportAt("fact", "unknown_fact", base::quoted(id) + " is not a fact");
    if (!fact || !op) return {};
    node.comparison.fact = *fact;
    node.comparison.op = *op;
    const std::string_view name = toString(*op);
    const bool read =
        isNumeric(*op) ? loadRightTerm(node, leaf, name) : loadRightOptions(node, leaf, name);
    return read ? std::optional(std::move(node)) : std::nullopt;
  }

  std::optional<Operator> loadOperator(json::Decoder& leaf) {
    std::optional<Operator> op;
    for (std::size_t i = 0; i < kOperators.size(); ++i) {
      if (leaf.member(kOperators[i]) == nullptr) continue;
      if (op) {
        leaf.reportAt(kOperators[i], "wrong_value", "a leaf has one operator");
        return {};
      }
      op = static_cast<Operator>(i);
    }
    if (!op) leaf.report("missing_field", "a leaf needs an operator such as `is` or `at_most`");
    return op;
  }

  bool mismatch(const json::Decoder& leaf, std::string_view op, const facts::Fact& fact) {
    leaf.reportAt(op, "wrong_operator",
                  base::quoted(op) + " does not fit the type `" +
                      std::string(facts::typeName(fact.type)) + "` of " + base::quoted(fact.id));
    return false;
  }

  bool loadRightTerm(Criterion& node, json::Decoder& leaf, std::string_view op) {
    const facts::Fact& fact = symbols_.vocabulary.fact(node.comparison.fact);
    if (!facts::isNumeric(fact.type)) return mismatch(leaf, op, fact);
    const Quantity quantity = quantityOf(fact.type);
    auto term = loadTerm(*leaf.member(op), base::childPointer(leaf.pointer(), op), symbols_,
                         quantity, sink_);
    if (!term) return false;
    if (term->quantity != quantity) {
      leaf.reportAt(op, "unit_mismatch",
                    "the right side does not count what " + base::quoted(fact.id) + " counts");
      return false;
    }
    node.comparison.right = std::move(*term);
    return true;
  }

  bool loadRightOptions(Criterion& node, json::Decoder& leaf, std::string_view op) {
    const facts::Fact& fact = symbols_.vocabulary.fact(node.comparison.fact);
    const Operator kind = node.comparison.op;
    const bool for_lists =
        kind == Operator::kHas || kind == Operator::kHasAny || kind == Operator::kHasAll;
    const bool fits = for_lists
                          ? fact.type == facts::FactType::kChoices
                          : fact.type == facts::FactType::kChoice ||
                                (fact.type == facts::FactType::kBoolean && kind == Operator::kIs);
    if (!fits) return mismatch(leaf, op, fact);
    if (fact.type == facts::FactType::kBoolean) {
      node.comparison.options = leaf.boolean(op) ? facts::kTrue : facts::kFalse;
      return leaf.member(op)->isBoolean();
    }
    const json::Value& right = *leaf.member(op);
    const std::string at = base::childPointer(leaf.pointer(), op);
    const bool single = kind == Operator::kIs || kind == Operator::kHas;
    if (single) return addOption(node, fact, right, at);
    if (!right.isArray() || right.elements.empty()) {
      leaf.reportAt(op, right.isArray() ? "wrong_value" : "wrong_type",
                    "a list of one or more option codes is expected");
      return false;
    }
    bool read = true;
    for (std::size_t i = 0; i < right.elements.size(); ++i) {
      read = addOption(node, fact, right.elements[i], base::childPointer(at, i)) && read;
    }
    return read;
  }

  bool addOption(Criterion& node, const facts::Fact& fact, const json::Value& code,
                 const std::string& pointer) {
    const auto option = code.isString() ? fact.findOption(code.text) : std::nullopt;
    if (option) {
      node.comparison.options.add(*option);
    } else if (code.isString()) {
      refuse(code, pointer, "unknown_option",
             base::quoted(code.text) + " is not an option of " + base::quoted(fact.id));
    } else {
      refuse(code, pointer, "wrong_type", "an option code is expected");
    }
    return option.has_value();
  }

  const Symbols& symbols_;
  const json::IssueSink& sink_;
};

}  // namespace

std::string_view toString(Criterion::Kind kind) {
  constexpr std::string_view kNames[] = {"all", "any", "not", ""};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view toString(Operator op) {
  return kOperators[static_cast<std::size_t>(op)];
}

bool isNumeric(Operator op) {
  return op >= Operator::kAtLeast;
}

std::size_t Criterion::size() const {
  std::size_t nodes = 1;
  for (const Criterion& child : children) nodes += child.size();
  return nodes;
}

std::optional<Criterion> loadCriterion(const json::Value& value, const std::string& pointer,
                                       const Symbols& symbols, const json::IssueSink& sink) {
  return CriterionLoader(symbols, sink).load(value, pointer);
}

}  // namespace policycalc::criteria
