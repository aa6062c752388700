#include "policycalc/criteria/term.h"

#include <algorithm>

#include "policycalc/base/text.h"

namespace policycalc::criteria {
namespace {

constexpr int kPercentToShare = 2;  // 40 % is 0.40: two more decimals

/// Reads one term and its operands. The depth limit of the JSON reader bounds the recursion.
class TermLoader {
 public:
  TermLoader(const Symbols& symbols, std::optional<Quantity> expected, const json::IssueSink& sink)
      : symbols_(symbols), expected_(expected), sink_(sink) {}

  std::optional<Term> load(const json::Value& value, const std::string& pointer) {
    if (value.isNumber()) return loadValue(value, pointer, expected_);
    if (!value.isObject() || value.members.size() != 1) {
      return refuse(value, pointer, "wrong_type",
                    "a term is a number or an object with one of `parameter`, `fact`, `sum`, "
                    "`difference`, `product`, `least`");
    }
    const std::string& key = value.members.front().key;
    const json::Value& content = value.members.front().value;
    const std::string at = base::childPointer(pointer, key);
    if (key == "parameter") return loadParameter(content, at);
    if (key == "fact") return loadFact(content, at);
    if (key == "sum") return loadOperation(Term::Kind::kSum, content, at);
    if (key == "difference") return loadOperation(Term::Kind::kDifference, content, at);
    if (key == "product") return loadOperation(Term::Kind::kProduct, content, at);
    if (key == "least") return loadOperation(Term::Kind::kLeast, content, at);
    return refuse(value, at, "unknown_field", base::quoted(key) + " is not a kind of term");
  }

 private:
  std::optional<Term> refuse(const json::Value& value, const std::string& pointer, std::string code,
                             std::string message) {
    json::reportIssue(sink_, value, pointer, std::move(code), std::move(message));
    return {};
  }

  std::optional<Term> loadValue(const json::Value& value, const std::string& pointer,
                                std::optional<Quantity> quantity) {
    Term term;
    term.quantity = quantity ? *quantity : expected_.value_or(Quantity::kMoney);
    const auto number = base::Decimal::parse(value.text);
    if (!number) return refuse(value, pointer, "wrong_value", number.error().message);
    term.value = *number;
    return term;
  }

  std::optional<Term> loadParameter(const json::Value& value, const std::string& pointer) {
    const auto index = value.isString() ? symbols_.parameters.find(value.text) : std::nullopt;
    if (!index) {
      return refuse(value, pointer, "unknown_parameter",
                    base::quoted(value.text) + " is not a parameter");
    }
    Term term;
    term.kind = Term::Kind::kParameter;
    term.parameter = *index;
    term.quantity = symbols_.parameters[*index].quantity;
    return term;
  }

  std::optional<Term> loadFact(const json::Value& value, const std::string& pointer) {
    const auto index = value.isString() ? symbols_.vocabulary.find(value.text) : std::nullopt;
    if (!index)
      return refuse(value, pointer, "unknown_fact", base::quoted(value.text) + " is not a fact");
    const facts::FactType type = symbols_.vocabulary.fact(*index).type;
    if (!facts::isNumeric(type)) {
      return refuse(value, pointer, "wrong_type", base::quoted(value.text) + " is not a quantity");
    }
    Term term;
    term.kind = Term::Kind::kFact;
    term.fact = *index;
    term.quantity = quantityOf(type);
    return term;
  }

  std::optional<Term> loadOperation(Term::Kind kind, const json::Value& value,
                                    const std::string& pointer) {
    const bool wrong_count =
        kind == Term::Kind::kDifference ? value.elements.size() != 2 : value.elements.size() < 2;
    if (!value.isArray() || wrong_count) {
      return refuse(value, pointer, "wrong_value",
                    kind == Term::Kind::kDifference ? "a difference has two terms"
                                                    : "at least two terms are expected");
    }
    std::vector<std::optional<Term>> operands(value.elements.size());
    std::optional<Quantity> beside;
    // Bare numbers last: they count what the others count, except in a product of shares, where
    // they are the amount that is shared.
    for (const bool bare : {false, true}) {
      for (std::size_t i = 0; i < operands.size(); ++i) {
        const json::Value& element = value.elements[i];
        if (element.isNumber() != bare) continue;
        const std::string at = base::childPointer(pointer, i);
        const auto counted = kind == Term::Kind::kProduct ? expected_ : beside;
        operands[i] = bare ? loadValue(element, at, counted) : load(element, at);
        if (operands[i] && !bare && !beside) beside = operands[i]->quantity;
      }
    }
    Term term;
    term.kind = kind;
    for (std::optional<Term>& operand : operands) {
      if (!operand) return {};
      term.operands.push_back(*std::move(operand));
    }
    return typed(std::move(term), value, pointer);
  }

  std::optional<Term> typed(Term term, const json::Value& value, const std::string& pointer) {
    if (term.kind != Term::Kind::kProduct) {
      term.quantity = term.operands.front().quantity;
      const bool same =
          std::all_of(term.operands.begin(), term.operands.end(),
                      [&](const Term& operand) { return operand.quantity == term.quantity; });
      if (!same) {
        return refuse(value, pointer, "unit_mismatch", "the terms do not count the same thing");
      }
      return term;
    }
    term.quantity = Quantity::kPercent;
    for (const Term& operand : term.operands) {
      if (operand.quantity == Quantity::kPercent) continue;
      if (term.quantity != Quantity::kPercent) {
        return refuse(value, pointer, "unit_mismatch", "a product has one quantity and shares");
      }
      term.quantity = operand.quantity;
    }
    return term;
  }

  const Symbols& symbols_;
  std::optional<Quantity> expected_;
  const json::IssueSink& sink_;
};

using MaybeDecimal = base::Result<std::optional<base::Decimal>>;

MaybeDecimal combine(const Term& term, const base::Decimal& left, const base::Decimal& right,
                     bool share) {
  if (term.kind == Term::Kind::kLeast) {
    return std::optional(right.compare(left) < 0 ? right : left);
  }
  if (term.kind == Term::Kind::kSum) {
    auto sum = left.plus(right);
    if (!sum) return sum.takeError();
    return std::optional(*sum);
  }
  if (term.kind == Term::Kind::kDifference) {
    auto difference = left.minus(right);
    if (!difference) return difference.takeError();
    return std::optional(*difference);
  }
  auto product = left.times(right);
  if (product && share) product = product->times(base::Decimal(1, kPercentToShare));
  if (!product) return product.takeError();
  return std::optional(*product);
}

}  // namespace

bool Term::isConstant() const {
  return kind != Kind::kFact && std::all_of(operands.begin(), operands.end(),
                                            [](const Term& term) { return term.isConstant(); });
}

void Term::forEachFact(const std::function<void(facts::FactIndex)>& visit) const {
  if (kind == Kind::kFact) visit(fact);
  for (const Term& operand : operands) operand.forEachFact(visit);
}

void Term::forEachParameter(const std::function<void(ParameterIndex)>& visit) const {
  if (kind == Kind::kParameter) visit(parameter);
  for (const Term& operand : operands) operand.forEachParameter(visit);
}

std::optional<Term> loadTerm(const json::Value& value, const std::string& pointer,
                             const Symbols& symbols, std::optional<Quantity> expected,
                             const json::IssueSink& sink) {
  return TermLoader(symbols, expected, sink).load(value, pointer);
}

Quantity quantityOf(facts::FactType type) {
  if (type == facts::FactType::kMoney) return Quantity::kMoney;
  return type == facts::FactType::kPercent ? Quantity::kPercent : Quantity::kPersons;
}

MaybeDecimal evaluate(const Term& term, const Symbols& symbols, base::Date day,
                      const facts::Knowledge* knowledge) {
  switch (term.kind) {
    case Term::Kind::kValue:
      return std::optional(term.value);
    case Term::Kind::kParameter: {
      const Parameter::Period* period = symbols.parameters[term.parameter].at(day);
      if (period == nullptr) return std::optional<base::Decimal>();
      return std::optional(period->value);
    }
    case Term::Kind::kFact: {
      if (knowledge == nullptr || !knowledge->facts[term.fact].known) {
        return std::optional<base::Decimal>();
      }
      return std::optional(facts::toDecimal(knowledge->facts[term.fact].number,
                                            symbols.vocabulary.fact(term.fact).type));
    }
    case Term::Kind::kSum:
    case Term::Kind::kDifference:
    case Term::Kind::kProduct:
    case Term::Kind::kLeast:
      break;
  }
  std::optional<base::Decimal> result;
  for (std::size_t i = 0; i < term.operands.size(); ++i) {
    auto operand = evaluate(term.operands[i], symbols, day, knowledge);
    if (!operand || !*operand) return operand;
    if (i == 0) {
      result = *operand;
      continue;
    }
    // Each share after the first part scales it; of two shares, the second is divided by 100.
    const bool share =
        term.kind == Term::Kind::kProduct && (term.operands[i].quantity == Quantity::kPercent ||
                                              term.operands.front().quantity == Quantity::kPercent);
    auto combined = combine(term, *result, **operand, share);
    if (!combined) return combined;
    result = *combined;
  }
  return result;
}

}  // namespace policycalc::criteria
