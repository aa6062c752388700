#include "registry/sql/sqlite.h"

#include <stdexcept>

namespace policycalc::test {
namespace {

int addRow(void* rows, int columns, char** values, char** /*names*/) {
  Sqlite::Row row;
  for (int i = 0; i < columns; ++i) {
    row.push_back(values[i] == nullptr ? std::nullopt : std::optional<std::string>(values[i]));
  }
  static_cast<std::vector<Sqlite::Row>*>(rows)->push_back(std::move(row));
  return 0;
}

}  // namespace

Sqlite::Sqlite() : database_(nullptr, sqlite3_close) {
  sqlite3* opened = nullptr;
  const int result = sqlite3_open(":memory:", &opened);
  database_.reset(opened);
  if (result != SQLITE_OK) throw std::runtime_error("SQLite opens no database in memory");
}

std::vector<Sqlite::Row> Sqlite::run(const std::string& statements) {
  std::vector<Row> rows;
  if (sqlite3_exec(database_.get(), statements.c_str(), addRow, &rows, nullptr) != SQLITE_OK) {
    throw std::runtime_error(sqlite3_errmsg(database_.get()));
  }
  return rows;
}

}  // namespace policycalc::test
