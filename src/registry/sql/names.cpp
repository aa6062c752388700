#include "registry/sql/names.h"

#include <algorithm>

#include "policycalc/base/text.h"

#include "registry/sql/expression.h"

namespace policycalc::registry::sql {
namespace {

constexpr std::size_t kMostCharacters = 63;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
}

bool isPart(std::string_view part) {
  return !part.empty() && !isDigit(part.front()) && part.size() <= kMostCharacters &&
         std::all_of(part.begin(), part.end(), isPlain);
}

}  // namespace

std::string TableName::quoted() const {
  return (schema.empty() ? "" : column(schema).text + ".") + column(name).text;
}

TableName TableName::sibling(std::string_view other) const {
  return {schema, std::string(other)};
}

std::string faultOfName(std::string_view text) {
  const TableName parts = tableName(text);
  const bool qualified = text.find('.') != std::string_view::npos;
  if (isPart(parts.name) && (!qualified || isPart(parts.schema))) return {};
  return base::quoted(text) +
         " is not a name: letters, digits and underscores, not a digit first, at most " +
         std::to_string(kMostCharacters) + "; with a schema, `schema.name`";
}

TableName tableName(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return {"", std::string(text)};
  return {std::string(text.substr(0, dot)), std::string(text.substr(dot + 1))};
}

std::string oneLine(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
  return line;
}

}  // namespace policycalc::registry::sql
