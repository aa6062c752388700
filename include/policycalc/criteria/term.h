#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "policycalc/base/date.h"
#include "policycalc/base/decimal.h"
#include "policycalc/base/result.h"
#include "policycalc/criteria/parameters.h"
#include "policycalc/facts/knowledge.h"
#include "policycalc/facts/vocabulary.h"

namespace policycalc::criteria {

/// The right side of a comparison, or an amount: a figure, a parameter, a fact, or the sum,
/// difference, product or least of terms. Units are checked: all parts of a sum count the same
/// quantity, and all but at most one part of a product are shares.
struct Term {
  enum class Kind : std::uint8_t { kValue, kParameter, kFact, kSum, kDifference, kProduct, kLeast };

  Kind kind = Kind::kValue;
  Quantity quantity = Quantity::kMoney;
  base::Decimal value;
  ParameterIndex parameter = 0;
  facts::FactIndex fact = 0;
  std::vector<Term> operands;

  /// True if the term contains no fact, so that it has one value for a day.
  bool isConstant() const;
  /// Calls `visit` for each fact in the term.
  void forEachFact(const std::function<void(facts::FactIndex)>& visit) const;
  void forEachParameter(const std::function<void(ParameterIndex)>& visit) const;
};

/// The names that terms and criteria may use.
struct Symbols {
  const facts::Vocabulary& vocabulary;
  const Parameters& parameters;
};

/// Reads a term. A bare number counts what its neighbours count; without neighbours it counts
/// `expected` (money if absent).
std::optional<Term> loadTerm(const json::Value& value, const std::string& pointer,
                             const Symbols& symbols, std::optional<Quantity> expected,
                             const json::IssueSink& sink);

/// The quantity that a numeric fact counts.
Quantity quantityOf(facts::FactType type);

/// The exact value on `day` in yuan, per cent or persons; nothing if a fact is unknown or a
/// parameter has no value that day. Fails with kOverflow beyond 38 digits.
base::Result<std::optional<base::Decimal>> evaluate(const Term& term, const Symbols& symbols,
                                                    base::Date day,
                                                    const facts::Knowledge* knowledge);

/// The computation in words with its figures: `采购项目预算 500万元 × 40%`. An unknown fact appears
/// as its label.
std::string describe(const Term& term, const Symbols& symbols, base::Date day,
                     const facts::Knowledge* knowledge);

}  // namespace policycalc::criteria
