#pragma once

#include <optional>

#include "policycalc/criteria/term.h"

#include "registry/sql/dialect.h"

namespace policycalc::registry::sql {

/// A whole number: the exact value of a term × 10^scale. Unknown if a fact in it is.
struct Exact {
  Expression value;
  int scale = 0;
  base::Decimal most;  ///< no value is further from 0
};

/// What turns terms into SQL.
struct TermContext {
  Dialect dialect = Dialect::kPostgresql;
  const criteria::Symbols& symbols;
  base::Date day;
};

/// The fact in its unit: fen, millionths, persons.
Exact exactFact(const TermContext& context, facts::FactIndex fact);

/// The same as criteria::evaluate(). Fails with kOverflow if the database cannot compute each value
/// exactly, with kNotFound if a parameter has no value that day, so that the term is unknown.
base::Result<Exact> exactTerm(const TermContext& context, const criteria::Term& term);

/// Both on one scale. Fails as exactTerm().
base::Result<std::pair<Exact, Exact>> aligned(Dialect dialect, const Exact& left,
                                              const Exact& right);

}  // namespace policycalc::registry::sql
