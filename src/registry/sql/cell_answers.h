#pragma once

#include <optional>
#include <string>

#include "policycalc/base/date.h"
#include "policycalc/registry/mapping.h"

#include "registry/sql/steps.h"

namespace policycalc::registry::sql {

/// The cell of one rule, read by the levels of Steps from kFirstFree on.
struct Cell {
  Dialect dialect = Dialect::kPostgresql;
  const facts::Vocabulary& vocabulary;
  const Rule& rule;
  Expression trimmed;  ///< the text without blanks around it
  Expression plain;    ///< plainText() of it
  std::string number;  ///< of the rule, which ends the names of its columns

  const facts::Fact& fact() const { return vocabulary.fact(rule.fact); }
  std::string name(const std::string& what) const { return what + "_" + number; }
};

inline constexpr std::size_t kFirstFree = 3;

/// What CellReader says of a cell that no listed value or beginning decides and that is not empty.
struct CellAnswer {
  Expression value;  ///< as the column of the fact takes it; unknown with a fault
  Expression fault;  ///< the issue's code; NULL without one
};

CellAnswer numberAnswer(const Cell& cell, Steps& steps);
CellAnswer dayAnswer(const Cell& cell, base::Date day, Steps& steps);
CellAnswer textAnswer(const Cell& cell, Steps& steps);
CellAnswer choiceAnswer(const Cell& cell, Steps& steps);
CellAnswer listAnswer(const Cell& cell, Steps& steps);

/// The power of ten that a factor is; nothing for any other number.
std::optional<int> powerOfTen(const base::Decimal& factor);

/// An answer as a literal.
Expression literal(const facts::Given& given, const facts::Fact& fact);

}  // namespace policycalc::registry::sql
