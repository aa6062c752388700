#include "store/sqlite/transaction.h"

#include <exception>

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace policycalc::store::sqlite {

bool inTransaction(soci::session& session) {
  const auto* backend = static_cast<soci::sqlite3_session_backend*>(session.get_backend());
  return sqlite_api::sqlite3_get_autocommit(backend->conn_) == 0;
}

bool rollBack(soci::session& session) noexcept {
  try {
    if (inTransaction(session)) session << "ROLLBACK";
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

WriteTransaction::WriteTransaction(soci::session& session) : session_(session) {
  session_ << "BEGIN IMMEDIATE";
}

WriteTransaction::~WriteTransaction() {
  rollBack(session_);
}

void WriteTransaction::commit() {
  session_ << "COMMIT";
}

Savepoint::Savepoint(soci::session& session) : session_(session) {
  session_ << "SAVEPOINT part";
}

Savepoint::~Savepoint() {
  if (kept_) return;
  try {
    if (inTransaction(session_)) {
      session_ << "ROLLBACK TO part";
      session_ << "RELEASE part";
    }
  } catch (const std::exception&) {
    rollBack(session_);
  }
}

void Savepoint::keep() {
  session_ << "RELEASE part";
  kept_ = true;
}

}  // namespace policycalc::store::sqlite
