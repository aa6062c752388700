#include "store/transactions.h"

#include <utility>

#include <soci/soci.h>

namespace policycalc::store {

std::exception_ptr translated(const Transactions& engine, std::exception_ptr error) {
  try {
    std::rethrow_exception(std::move(error));
  } catch (const soci::soci_error& soci_error) {
    return std::make_exception_ptr(engine.to_store_error(soci_error));
  } catch (...) {
    return std::current_exception();
  }
}

bool rollBack(const Transactions& engine, soci::session& session) noexcept {
  try {
    if (engine.is_open(session)) session << "ROLLBACK";
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

WriteTransaction::WriteTransaction(const Transactions& engine, soci::session& session)
    : engine_(engine), session_(session) {
  try {
    engine_.begin(session_);
  } catch (...) {
    rollBack(engine_, session_);
    throw;
  }
}

WriteTransaction::~WriteTransaction() {
  rollBack(engine_, session_);
}

void WriteTransaction::commit() {
  engine_.commit(session_);
}

Savepoint::Savepoint(const Transactions& engine, soci::session& session)
    : engine_(engine), session_(session) {
  session_ << "SAVEPOINT part";
}

Savepoint::~Savepoint() {
  if (kept_) return;
  try {
    if (engine_.is_open(session_)) {
      session_ << "ROLLBACK TO SAVEPOINT part";
      session_ << "RELEASE SAVEPOINT part";
    }
  } catch (const std::exception&) {
    rollBack(engine_, session_);
  }
}

void Savepoint::keep() {
  session_ << "RELEASE SAVEPOINT part";
  kept_ = true;
}

}  // namespace policycalc::store
