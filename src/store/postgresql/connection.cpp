#include "store/postgresql/connection.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include "store/postgresql/address.h"
#include "store/postgresql/errors.h"

namespace policycalc::store::postgresql {
namespace {

PGconn* connectionOf(soci::session& session) {
  return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

std::unique_ptr<soci::session> open(const std::string& how) {
  try {
    return std::make_unique<soci::session>(soci::postgresql, how);
  } catch (const soci::soci_error& error) {
    throw cannotConnect(error);
  }
}

/// In one statement, as each costs a way to the server and back.
void set(soci::session& session, const Place& place, Access access) {
  const std::string milliseconds =
      std::to_string(std::chrono::milliseconds(place.busy_timeout).count());
  const std::string read_only = access == Access::kReadOnly ? "on" : "off";
  std::string taken;
  session << "SELECT set_config('search_path', '" << kSchema
          << ", pg_temp', false)"
             " || set_config('TimeZone', 'UTC', false)"
             " || set_config('bytea_output', 'hex', false)"
             " || set_config('standard_conforming_strings', 'on', false)"
             " || set_config('lock_timeout', '"
          << milliseconds
          << "', false)"
             // One that freezes in a transaction would stop all that write.
             " || set_config('idle_in_transaction_session_timeout', '60000', false)"
             // The counts of the desk take it ten times as long to compile as to answer.
             " || set_config('jit', 'off', false)"
             " || set_config('default_transaction_isolation', 'read committed', false)"
             " || set_config('default_transaction_read_only', '"
          << read_only
          << "', false)"
             // What waits for standbys as well, as the server says, goes on doing so.
             " || set_config('synchronous_commit', CASE WHEN"
             " current_setting('synchronous_commit') IN ('off', 'local') THEN 'on'"
             " ELSE current_setting('synchronous_commit') END, false)",
      soci::into(taken);
}

}  // namespace

std::unique_ptr<soci::session> connect(const Place& place, Access access) {
  auto session = open(connectString(place.address, place.busy_timeout));
  // Its notices would go to standard error.
  PQsetNoticeProcessor(
      connectionOf(*session), [](void*, const char*) {}, nullptr);
  set(*session, place, access);
  return session;
}

bool isConnected(soci::session& session) {
  return PQstatus(connectionOf(session)) == CONNECTION_OK;
}

bool inTransaction(soci::session& session) {
  const PGTransactionStatusType status = PQtransactionStatus(connectionOf(session));
  return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

}  // namespace policycalc::store::postgresql
