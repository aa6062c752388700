#include "registry/sql/expression.h"

#include "policycalc/base/text.h"

namespace policycalc::registry::sql {
namespace {

/// `value` between two `quote`, with those inside doubled.
std::string quotedBy(char quote, std::string_view value) {
  std::string quoted(1, quote);
  for (const char c : value) {
    if (c == quote) quoted += c;
    quoted += c;
  }
  return quoted + quote;
}

std::vector<std::string> textsOf(const std::vector<Expression>& parts) {
  std::vector<std::string> texts;
  texts.reserve(parts.size());
  for (const Expression& part : parts) texts.push_back(part.text);
  return texts;
}

Expression joined(const std::vector<Expression>& parts, std::string_view separator) {
  if (parts.size() == 1) return parts.front();
  return {"(" + base::join(textsOf(parts), separator) + ")"};
}

}  // namespace

Expression column(std::string_view name) {
  return {quotedBy('"', name)};
}

Expression text(std::string_view value) {
  return {quotedBy('\'', value)};
}

Expression number(std::int64_t value) {
  return {value < 0 ? "(" + std::to_string(value) + ")" : std::to_string(value)};
}

Expression mask(facts::OptionSet options) {
  std::int64_t bits = 0;
  for (const std::size_t option : options) bits |= std::int64_t{1} << option;
  return number(bits);
}

Expression truth(bool value) {
  return {value ? "TRUE" : "FALSE"};
}

Expression unknown() {
  return {"CAST(NULL AS BOOLEAN)"};
}

Expression all(const std::vector<Expression>& parts) {
  return joined(parts, " AND ");
}

Expression any(const std::vector<Expression>& parts) {
  return joined(parts, " OR ");
}

Expression negated(const Expression& part) {
  return {"(NOT " + part.text + ")"};
}

Expression binary(const Expression& left, std::string_view symbol, const Expression& right) {
  return {"(" + left.text + " " + std::string(symbol) + " " + right.text + ")"};
}

Expression call(std::string_view function, const std::vector<Expression>& arguments) {
  return {std::string(function) + "(" + base::join(textsOf(arguments), ", ") + ")"};
}

Expression isUnknown(const Expression& part) {
  return {"(" + part.text + " IS NULL)"};
}

Expression isKnown(const Expression& part) {
  return {"(" + part.text + " IS NOT NULL)"};
}

Expression oneOf(const Expression& left, const std::vector<std::string>& codes) {
  std::vector<std::string> literals;
  literals.reserve(codes.size());
  for (const std::string& code : codes) literals.push_back(text(code).text);
  if (literals.size() == 1) return {"(" + left.text + " = " + literals.front() + ")"};
  return {"(" + left.text + " IN (" + base::join(literals, ", ") + "))"};
}

Expression shareOption(const Expression& left, const Expression& right) {
  return binary(binary(left, "&", right), "<>", number(0));
}

Expression shareNoOption(const Expression& left, const Expression& right) {
  return binary(binary(left, "&", right), "=", number(0));
}

Case& Case::when(const Expression& condition, const Expression& value) {
  text_ += " WHEN " + condition.text + " THEN " + value.text;
  return *this;
}

Expression Case::otherwise(const Expression& value) const {
  if (text_.empty()) return value;
  return {"(CASE" + text_ + " ELSE " + value.text + " END)"};
}

Expression Case::end() const {
  return {text_.empty() ? "NULL" : "(CASE" + text_ + " END)"};
}

Expression orElse(const Expression& first, const Expression& second) {
  return call("COALESCE", {first, second});
}

}  // namespace policycalc::registry::sql
