#pragma once

#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace policycalc::test {

/// A database of SQLite in memory.
class Sqlite {
 public:
  using Row = std::vector<std::optional<std::string>>;

  Sqlite();
  /// Runs the statements and returns their rows; throws with SQLite's message if one fails.
  std::vector<Row> run(const std::string& statements);

 private:
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_;
};

}  // namespace policycalc::test
