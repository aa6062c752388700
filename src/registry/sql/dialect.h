#pragma once

#include <cstddef>
#include <cstdint>

#include "policycalc/base/decimal.h"
#include "policycalc/facts/vocabulary.h"
#include "policycalc/registry/sql.h"

#include "registry/sql/expression.h"

namespace policycalc::registry::sql {

/// What differs between the databases. All of it is here.
struct DialectTraits {
  std::string_view with_stage;  ///< between the name of a stage in WITH and its query
  /// Begin and end a stage so that the database computes its columns once and does not write their
  /// expressions into each place that reads them; empty if it has no need.
  std::string_view before_stage;
  std::string_view after_stage;
  std::string_view find;  ///< the function (text, part) → place from 1, or 0
  std::size_t most_columns = 0;
  /// The greatest whole number that it computes exactly, and the type for it; empty: any number is.
  base::Decimal most_exact;
  std::string_view wide_type;
  std::string_view table_ending;  ///< after the closing bracket of CREATE TABLE

  /// The type of the column of such a fact.
  std::string_view (*type)(facts::FactType type) = nullptr;
};

const DialectTraits& traitsOf(Dialect dialect);

/// Whether a known value of a boolean column is one; nothing where the type already holds it.
Expression isBoolean(Dialect dialect, const Expression& value);
/// Whether a known value of a whole number's column is one.
Expression isWhole(Dialect dialect, const Expression& value);
/// The value in a type that holds the greatest numbers that terms compute.
Expression widened(Dialect dialect, const Expression& value);
/// Whether `text` contains `part`.
Expression contains(Dialect dialect, const Expression& text, const Expression& part);

}  // namespace policycalc::registry::sql
