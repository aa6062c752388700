#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <soci/soci.h>

namespace policycalc::store {

/// One SQL statement with named parameters, run once. Variables and values that are bound outlive
/// it, and it does not outlive its session. Throws SOCI's exceptions.
class Statement {
 public:
  explicit Statement(soci::session& session) : statement_(session) {}

  /// The next column of each row goes into `variable`. NULL is an error.
  template <typename Value>
  Statement& into(Value& variable) {
    statement_.exchange(soci::into(variable));
    return *this;
  }

  /// Binds the parameter `:name`, wherever the statement has it.
  template <typename Value>
  Statement& use(const Value& value, const char* name) {
    statement_.exchange(soci::use(value, std::string(name)));
    return *this;
  }

  /// Runs a SELECT, whose rows fetch() gives.
  void select(const std::string& sql) {
    prepare(sql);
    statement_.execute();
  }

  /// False after the last row. A SELECT is fetched to its end: else its session goes on reading
  /// in an old snapshot.
  bool fetch() { return statement_.fetch(); }

  /// Runs an INSERT, UPDATE or DELETE; returns how many rows it changed.
  std::int64_t change(const std::string& sql) {
    prepare(sql);
    statement_.execute(true);
    return statement_.get_affected_rows();
  }

 private:
  void prepare(const std::string& sql) {
    statement_.alloc();
    // Prepared by name, it would cost a server two ways there and back more.
    statement_.prepare(sql, soci::details::st_one_time_query);
    statement_.define_and_bind();
  }

  soci::statement statement_;
};

/// Runs a SELECT that fills `row` and returns `row.take()` of each row.
template <typename Row>
auto allRows(Statement& query, const std::string& sql, const Row& row) {
  std::vector<decltype(row.take())> rows;
  query.select(sql);
  while (query.fetch()) rows.push_back(row.take());
  return rows;
}

/// As allRows(), for a SELECT that finds one row at most.
template <typename Row>
auto onlyRow(Statement& query, const std::string& sql, const Row& row) {
  std::optional<decltype(row.take())> found;
  query.select(sql);
  while (query.fetch()) found = row.take();
  return found;
}

/// The rows of a SELECT. A `Row` has bind(), which binds its columns, and take(); `use` binds the
/// parameters of the statement that it is given.
template <typename Row, typename Use>
auto readRows(soci::session& session, const std::string& sql, const Use& use) {
  Row row;
  Statement query(session);
  row.bind(query);
  use(query);
  return allRows(query, sql, row);
}

/// As readRows(), for a SELECT that finds one row at most.
template <typename Row, typename Use>
auto readRow(soci::session& session, const std::string& sql, const Use& use) {
  Row row;
  Statement query(session);
  row.bind(query);
  use(query);
  return onlyRow(query, sql, row);
}

}  // namespace policycalc::store
