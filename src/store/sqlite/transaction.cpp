#include "store/sqlite/transaction.h"

#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "store/sqlite/errors.h"

namespace policycalc::store::sqlite {

const Transactions& transactions() {
  static const Transactions engine{
      .begin = [](soci::session& session) { session << "BEGIN IMMEDIATE"; },
      .commit = [](soci::session& session) { session << "COMMIT"; },
      .is_open = inTransaction,
      .to_store_error = toStoreError,
  };
  return engine;
}

bool inTransaction(soci::session& session) {
  const auto* backend = static_cast<soci::sqlite3_session_backend*>(session.get_backend());
  return sqlite_api::sqlite3_get_autocommit(backend->conn_) == 0;
}

}  // namespace policycalc::store::sqlite
