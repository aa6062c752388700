#include "registry/sql/comparisons.h"

#include "policycalc/facts/knowledge.h"

#include "registry/sql/derived.h"
#include "registry/sql/fact_columns.h"
#include "registry/sql/possible.h"
#include "registry/sql/terms.h"

namespace policycalc::registry::sql {
namespace {

using criteria::Comparison;
using criteria::Operator;
using facts::OptionSet;

std::string_view symbolOf(Operator op) {
  switch (op) {
    case Operator::kAtLeast:
      return ">=";
    case Operator::kMoreThan:
      return ">";
    case Operator::kAtMost:
      return "<=";
    default:
      return "<";
  }
}

/// Of a derived choice: false if no possible value is accepted, true if all are.
Expression possibleTruth(const facts::Fact& fact, OptionSet accepted) {
  const Expression possible = column(possibleName(fact));
  const OptionSet others = (fact.allOptions() | noneOf(fact)).without(accepted);
  return Case()
      .when(shareNoOption(possible, mask(accepted)), truth(false))
      .when(shareNoOption(possible, mask(others)), truth(true))
      .end();
}

/// Of a given choice or boolean.
Expression givenTruth(const facts::Fact& fact, OptionSet accepted) {
  if (accepted.hasAll(fact.allOptions())) return truth(true);
  if (fact.type != facts::FactType::kBoolean) return oneOf(given(fact), fact.codesOf(accepted));
  return accepted == facts::kTrue ? given(fact) : negated(given(fact));
}

Expression listTruth(Dialect dialect, const facts::Fact& fact, const Comparison& comparison) {
  std::vector<Expression> held;
  for (const std::string& code : fact.codesOf(comparison.options)) {
    held.push_back(contains(dialect, given(fact), text("," + code + ",")));
  }
  return comparison.op == Operator::kHasAll ? all(held) : any(held);
}

}  // namespace

base::Result<Expression> Comparisons::of(const criteria::Criterion& leaf,
                                         const engine::Edition::Node& node) {
  auto value = truthOf(leaf.comparison, node.resolved);
  if (!value) return value;
  return shared(
      *value, criteria::describe(leaf.comparison, edition_.catalogue().symbols(), edition_.day()));
}

Expression Comparisons::registeredInCity() {
  const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
  const facts::Fact& status = vocabulary.fact(vocabulary.known().registration_status);
  const facts::Fact& district = vocabulary.fact(vocabulary.known().district);
  const Expression in_city = oneOf(given(district), district.codesOf(vocabulary.districtsInCity()));
  // The planned district does not matter before the registration.
  const std::string founder(facts::codeOf(facts::Registration::kNotYetRegistered));
  Case registered;
  if (status.findOption(founder)) registered.when(oneOf(given(status), {founder}), truth(false));
  return shared(registered.otherwise(in_city), district.label);
}

base::Result<Expression> Comparisons::truthOf(const Comparison& comparison,
                                              const criteria::Resolved& resolved) const {
  if (criteria::isNumeric(comparison.op)) return numericTruth(comparison, resolved);
  return optionsTruth(comparison);
}

Expression Comparisons::optionsTruth(const Comparison& comparison) const {
  const facts::Vocabulary& vocabulary = edition_.catalogue().vocabulary();
  const facts::Fact& fact = vocabulary.fact(comparison.fact);
  if (fact.type == facts::FactType::kChoices) return listTruth(dialect_, fact, comparison);
  return isDerived(vocabulary.known(), comparison.fact) ? possibleTruth(fact, comparison.options)
                                                        : givenTruth(fact, comparison.options);
}

base::Result<Expression> Comparisons::numericTruth(const Comparison& comparison,
                                                   const criteria::Resolved& resolved) const {
  const criteria::Symbols symbols = edition_.catalogue().symbols();
  const TermContext context{dialect_, symbols, edition_.day()};
  const facts::Fact& fact = symbols.vocabulary.fact(comparison.fact);
  if (resolved.threshold) {
    return binary(given(fact), symbolOf(comparison.op), number(*resolved.threshold));
  }
  if (resolved.right) {
    // Greater than any value of the fact, or less: whole units cannot hold it.
    const bool met = criteria::holds(comparison.op, resolved.right->isNegative() ? 1 : -1, 0);
    return Case().when(isKnown(given(fact)), truth(met)).end();
  }
  const auto right = exactTerm(context, comparison.right);
  if (!right && right.error().code == base::Error::Code::kNotFound) return unknown();
  if (!right) return right.error();
  auto sides = aligned(dialect_, exactFact(context, comparison.fact), *right);
  if (!sides) return sides.takeError();
  return binary(sides->first.value, symbolOf(comparison.op), sides->second.value);
}

Expression Comparisons::shared(const Expression& value, const std::string& comment) {
  const auto [at, is_new] =
      names_.emplace(value.text, "test_" + std::to_string(columns_.size() + 1));
  if (is_new) columns_.push_back({at->second, value, comment});
  return column(at->second);
}

}  // namespace policycalc::registry::sql
