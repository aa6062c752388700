#pragma once

#include <soci/session.h>

namespace policycalc::store::sqlite {

/// Whether `session` is in a transaction: SQLite ends one by itself on some failures.
bool inTransaction(soci::session& session);

/// Rolls back the transaction of `session`, if it is in one. False if that failed.
bool rollBack(soci::session& session) noexcept;

/// A transaction that holds the write lock from its start, so that reading first and writing then
/// cannot fail half-way; SOCI's own starts without it. Rolls back unless committed.
class WriteTransaction {
 public:
  explicit WriteTransaction(soci::session& session);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;

  /// The changes are on the disk when this returns, and rolled back if it throws.
  void commit();

 private:
  soci::session& session_;
};

/// A part of a transaction, undone unless kept. If undoing it fails, the whole transaction is gone,
/// which inTransaction() tells. Does not nest.
class Savepoint {
 public:
  explicit Savepoint(soci::session& session);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;

  void keep();

 private:
  soci::session& session_;
  bool kept_ = false;
};

}  // namespace policycalc::store::sqlite
