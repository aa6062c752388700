#pragma once

#include <exception>
#include <functional>

#include <soci/session.h>

#include "policycalc/store/error.h"

namespace policycalc::store {

/// How the sessions of an engine write. The functions throw SOCI's exceptions or StoreError.
struct Transactions {
  /// Begins a transaction that holds the write lock of the whole database from its start, so that
  /// reading first and writing then cannot fail half-way.
  std::function<void(soci::session&)> begin;
  /// Ends it. The changes are on the disk when this returns, and rolled back if it throws.
  std::function<void(soci::session&)> commit;
  /// Whether the session is in a transaction: engines end one by themselves on some failures.
  bool (*is_open)(soci::session&);
  StoreError (*to_store_error)(const soci::soci_error&);
};

/// Turns an exception of SOCI's into StoreError; returns any other as it is.
std::exception_ptr translated(const Transactions& engine, std::exception_ptr error);

/// Rolls back the transaction of `session`, if it is in one. False if that failed.
bool rollBack(const Transactions& engine, soci::session& session) noexcept;

/// A transaction with the write lock. Rolls back unless committed.
class WriteTransaction {
 public:
  WriteTransaction(const Transactions& engine, soci::session& session);
  ~WriteTransaction();
  WriteTransaction(const WriteTransaction&) = delete;
  WriteTransaction& operator=(const WriteTransaction&) = delete;

  void commit();

 private:
  const Transactions& engine_;
  soci::session& session_;
};

/// A part of a transaction, undone unless kept. If undoing it fails, the whole transaction is gone,
/// which `is_open` tells. Does not nest.
class Savepoint {
 public:
  Savepoint(const Transactions& engine, soci::session& session);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;

  void keep();

 private:
  const Transactions& engine_;
  soci::session& session_;
  bool kept_ = false;
};

}  // namespace policycalc::store
