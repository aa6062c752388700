#include "registry/sql/dialect.h"

#include <limits>

namespace policycalc::registry {
namespace {

constexpr std::string_view kNames[] = {"postgresql", "sqlite", "duckdb"};

}  // namespace

std::string_view toString(Dialect dialect) {
  return kNames[static_cast<std::size_t>(dialect)];
}

std::optional<Dialect> parseDialect(std::string_view text) {
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == text) return static_cast<Dialect>(i);
  }
  return {};
}

namespace sql {
namespace {

std::string_view bigintTypes(facts::FactType type) {
  switch (type) {
    case facts::FactType::kText:
    case facts::FactType::kChoice:
    case facts::FactType::kChoices:
      return "TEXT";
    case facts::FactType::kBoolean:
      return "BOOLEAN";
    case facts::FactType::kInteger:
    case facts::FactType::kMoney:
    case facts::FactType::kPercent:
      return "BIGINT";
  }
  return "TEXT";
}

/// A STRICT table has no booleans: 0 and 1.
std::string_view sqliteTypes(facts::FactType type) {
  return bigintTypes(type) == "TEXT" ? "TEXT" : "INTEGER";
}

/// A decimal number of the engine has at most 38 digits.
base::Decimal mostExact() {
  return *base::Decimal::parse("99999999999999999999999999999999999999");
}

DialectTraits postgresqlTraits() {
  DialectTraits traits;
  // It merges a subquery into the query around it unless that has a WITH, which unlike OFFSET 0
  // lets a filter and parallel workers through.
  traits.before_stage = "WITH \"fence\" AS (SELECT 1)\n";
  traits.find = "strpos";
  traits.most_columns = 1600;  // of a table; of a query, 1,664
  traits.most_exact = mostExact();
  traits.wide_type = "NUMERIC";
  traits.type = bigintTypes;
  return traits;
}

DialectTraits sqliteTraits() {
  DialectTraits traits;
  // It merges no subquery with a LIMIT into another one with a LIMIT.
  traits.after_stage = "LIMIT -1\n";
  traits.find = "instr";
  traits.most_columns = 2000;  // SQLITE_MAX_COLUMN
  // Beyond int64 it goes on with floating-point numbers.
  traits.most_exact = base::Decimal(std::numeric_limits<std::int64_t>::max(), 0);
  traits.table_ending = " STRICT";
  traits.type = sqliteTypes;
  return traits;
}

DialectTraits duckdbTraits() {
  DialectTraits traits;
  traits.with_stage = "NOT MATERIALIZED ";
  traits.find = "instr";
  traits.most_columns = 10'000;  // it names no limit; this one keeps a query within reason
  traits.most_exact = mostExact();
  traits.wide_type = "HUGEINT";  // 127 bits
  traits.type = bigintTypes;
  return traits;
}

}  // namespace

const DialectTraits& traitsOf(Dialect dialect) {
  static const DialectTraits traits[] = {postgresqlTraits(), sqliteTraits(), duckdbTraits()};
  return traits[static_cast<std::size_t>(dialect)];
}

Expression isBoolean(Dialect dialect, const Expression& value) {
  return dialect == Dialect::kSqlite ? Expression{"(" + value.text + " IN (0, 1))"} : truth(true);
}

Expression isWhole(Dialect dialect, const Expression& value) {
  Expression not_negative = binary(value, ">=", number(0));
  if (dialect != Dialect::kSqlite) return not_negative;
  return all({binary(call("typeof", {value}), "=", text("integer")), not_negative});
}

Expression widened(Dialect dialect, const Expression& value) {
  const std::string_view type = traitsOf(dialect).wide_type;
  if (type.empty()) return value;
  return {"CAST(" + value.text + " AS " + std::string(type) + ")"};
}

Expression contains(Dialect dialect, const Expression& text, const Expression& part) {
  return binary(call(traitsOf(dialect).find, {text, part}), ">", number(0));
}

}  // namespace sql
}  // namespace policycalc::registry
