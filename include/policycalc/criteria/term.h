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

/// The right side of a comparison, or an amount: a figure, a parameter, a fact, or a sum,
/// difference, product or the least of terms (design §4). Typed: every part of a sum counts the
/// same, a product has at most one part that is no share.
struct Term {
  enum class Kind : std::uint8_t { kValue, kParameter, kFact, kSum, kDifference, kProduct, kLeast };

  Kind kind = Kind::kValue;
  Quantity quantity = Quantity::kMoney;
  base::Decimal value;
  ParameterIndex parameter = 0;
  facts::FactIndex fact = 0;
  std::vector<Term> operands;

  /// True if no fact stands in it, so that it has one value for a day.
  bool isConstant() const;
  /// Calls `visit` for each fact in it.
  void forEachFact(const std::function<void(facts::FactIndex)>& visit) const;
  void forEachParameter(const std::function<void(ParameterIndex)>& visit) const;
};

/// What names in terms and criteria refer to.
struct Symbols {
  const facts::Vocabulary& vocabulary;
  const Parameters& parameters;
};

/// Reads a term; a bare number counts what the terms beside it count, alone what `expected` counts
/// (money where absent).
std::optional<Term> loadTerm(const json::Value& value, const std::string& pointer,
                             const Symbols& symbols, std::optional<Quantity> expected,
                             const json::IssueSink& sink);

/// The quantity that a numeric fact counts.
Quantity quantityOf(facts::FactType type);

/// The exact value on `day`, in yuan, per cent or persons; nothing while a fact is not known or a
/// parameter has no value that day. Fails with kOverflow beyond 38 digits.
base::Result<std::optional<base::Decimal>> evaluate(const Term& term, const Symbols& symbols,
                                                    base::Date day,
                                                    const facts::Knowledge* knowledge);

/// The computation in words with its figures: `采购项目预算 500万元 × 40%`. Facts that are not
/// known stand with their label alone.
std::string describe(const Term& term, const Symbols& symbols, base::Date day,
                     const facts::Knowledge* knowledge);

}  // namespace policycalc::criteria
