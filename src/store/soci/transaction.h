#pragma once

#include <soci/session.h>

namespace policycalc::store::sqlite {

/// Whether `session` is inside a transaction: SQLite ends one by itself on some failures.
bool inTransaction(soci::session& session);

/// Ends the transaction that `session` may be in, dropping its changes. False if that failed.
bool rollBack(soci::session& session) noexcept;

/// A transaction that holds the write lock from its start, so that reading first and writing then
/// cannot fail half-way; SOCI's own begins without it. Rolls back unless committed.
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

/// A part of a transaction that can be undone alone. Undone unless kept. When even that is
/// impossible the whole transaction is gone, which inTransaction() tells. Does not nest.
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
