#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "policycalc/facts/option_set.h"

namespace policycalc::registry::sql {

/// An SQL expression. What the functions below make is bracketed where it has parts, so that it can
/// be a part of another one as it is. SQL's NULL is the unknown of the criteria: AND, OR and NOT
/// follow Kleene's logic, and a comparison with NULL is NULL.
struct Expression {
  std::string text;

  bool operator==(const Expression&) const = default;
};

/// A name between double quotes, such as a column.
Expression column(std::string_view name);
/// A text between single quotes.
Expression text(std::string_view value);
Expression number(std::int64_t value);
/// A set of options as a number with their bits.
Expression mask(facts::OptionSet options);
Expression truth(bool value);
/// The unknown truth.
Expression unknown();

Expression all(const std::vector<Expression>& parts);
Expression any(const std::vector<Expression>& parts);
Expression negated(const Expression& part);

/// `left symbol right`: a comparison or an operation.
Expression binary(const Expression& left, std::string_view symbol, const Expression& right);
Expression call(std::string_view function, const std::vector<Expression>& arguments);
Expression isUnknown(const Expression& part);
Expression isKnown(const Expression& part);
/// Whether `left` is one of the texts.
Expression oneOf(const Expression& left, const std::vector<std::string>& codes);
/// Whether two masks share an option.
Expression shareOption(const Expression& left, const Expression& right);
Expression shareNoOption(const Expression& left, const Expression& right);

/// CASE WHEN … THEN … ELSE … END. A condition that is unknown is passed over.
class Case {
 public:
  Case& when(const Expression& condition, const Expression& value);
  /// Without a `when`, the value itself.
  Expression otherwise(const Expression& value) const;
  /// Otherwise unknown.
  Expression end() const;

 private:
  std::string text_;
};

/// The second argument if the first is unknown.
Expression orElse(const Expression& first, const Expression& second);

}  // namespace policycalc::registry::sql
