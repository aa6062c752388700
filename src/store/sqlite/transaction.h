#pragma once

#include <soci/session.h>

#include "store/transactions.h"

namespace policycalc::store::sqlite {

/// How SQLite writes.
const Transactions& transactions();

/// Whether `session` is in a transaction: SQLite ends one by itself on some failures.
bool inTransaction(soci::session& session);

/// Rolls back the transaction of `session`, if it is in one. False if that failed.
inline bool rollBack(soci::session& session) noexcept {
  return store::rollBack(transactions(), session);
}

/// A transaction that holds the write lock from its start; SOCI's own starts without it.
class WriteTransaction : public store::WriteTransaction {
 public:
  explicit WriteTransaction(soci::session& session)
      : store::WriteTransaction(transactions(), session) {}
};

class Savepoint : public store::Savepoint {
 public:
  explicit Savepoint(soci::session& session) : store::Savepoint(transactions(), session) {}
};

}  // namespace policycalc::store::sqlite
