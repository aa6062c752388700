#pragma once

#include <string>
#include <string_view>

namespace policycalc::registry::sql {

/// `name` or `schema.name`, taken apart.
struct TableName {
  std::string schema;  ///< "" for the database's default
  std::string name;

  /// Between double quotes, so that no name is a word of SQL.
  std::string quoted() const;
  /// The table of another name in the same schema.
  TableName sibling(std::string_view other) const;
  bool operator==(const TableName&) const = default;
};

/// Why the text is no name of a table or view; empty if it is one. A part has letters, digits and
/// underscores, does not begin with a digit and has at most 63 characters, as PostgreSQL keeps.
std::string faultOfName(std::string_view text);

/// Takes apart a text without a fault.
TableName tableName(std::string_view text);

/// `text` in one line, for a comment.
std::string oneLine(std::string_view text);

}  // namespace policycalc::registry::sql
