#include "store/postgresql/inspection.h"

#include <soci/soci.h>

#include "store/confirmed_time.h"
#include "store/postgresql/connection.h"
#include "store/postgresql/errors.h"
#include "store/postgresql/migrations.h"
#include "store/postgresql/schema.h"
#include "store/postgresql/tool.h"

namespace policycalc::store::postgresql {
namespace {

void lookAtServer(soci::session& session, std::chrono::sys_seconds now, ServerInspection& seen) {
  int may_create = 0;
  int full_pages = 0;
  int is_private = 0;
  std::int64_t bytes = 0;
  std::int64_t seconds = 0;
  const auto flag = [](const std::string& condition) {
    return "CASE WHEN " + condition + " THEN 1 ELSE 0 END";
  };
  session << "SELECT current_setting('server_version'), pg_database_size(current_database()), "
          << flag("has_database_privilege(current_database(), 'CREATE')") << ", "
          << flag("current_setting('full_page_writes') = 'on'") << ", "
          << flag(
                 "inet_server_addr() IS NULL OR inet_server_addr() = inet_client_addr() OR"
                 " (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid())")
          << ", CAST(floor(extract(epoch FROM clock_timestamp())) AS bigint),"
             " CAST(current_setting('max_connections') AS bigint)"
             " - CAST(current_setting('superuser_reserved_connections') AS bigint)"
             " - (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')",
      soci::into(seen.server), soci::into(bytes), soci::into(may_create), soci::into(full_pages),
      soci::into(is_private), soci::into(seconds), soci::into(seen.free_connections);
  seen.server = seen.server.substr(0, seen.server.find(' '));
  seen.bytes = static_cast<std::uintmax_t>(bytes);
  seen.may_create = may_create != 0;
  seen.full_pages = full_pages != 0;
  seen.is_private = is_private != 0;
  seen.clock_ahead = std::chrono::seconds(seconds) - now.time_since_epoch();
}

}  // namespace

ServerInspection inspect(const std::string& address, std::chrono::sys_seconds now) {
  return translating([&] {
    ServerInspection seen;
    const auto session = connect({.address = address}, Access::kReadOnly);
    seen.latest = schema().back().number;
    checkIdentity(*session, seen.latest);
    seen.version = schemaVersion(*session);
    lookAtServer(*session, now, seen);
    if (seen.version > 0) seen.confirmed = confirmedTime(*session);
    seen.dump = toolVersion("pg_dump", address);
    return seen;
  });
}

}  // namespace policycalc::store::postgresql
