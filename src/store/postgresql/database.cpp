#include "store/postgresql/database.h"

#include <string>
#include <utility>

#include <soci/soci.h>

#include "store/option_ranges.h"
#include "store/postgresql/address.h"
#include "store/postgresql/errors.h"
#include "store/postgresql/schema.h"
#include "store/postgresql/transactions.h"
#include "store/postgresql/writing.h"

namespace policycalc::store::postgresql {
namespace {

std::unique_ptr<soci::session> openWritingSession(const Place& place, bool only_existing) {
  auto session = connect(place, Access::kReadWrite);
  checkIdentity(*session, schema().back().number);
  if (only_existing && schemaVersion(*session) == 0) {
    throw StoreError(StoreError::Kind::kCannotOpen,
                     "it has no tables of this program yet: `policycalc serve` makes them");
  }
  migrate(*session, schema());
  return session;
}

}  // namespace

Database::Database(std::unique_ptr<soci::session> writing_session, const Place& place,
                   const StoreOptions& options)
    : ceilings_(options.ceilings),
      readers_({.connect = [place] { return connect(place, Access::kReadOnly); },
                .settle = settle,
                .busy_timeout = place.busy_timeout,
                .count = static_cast<std::size_t>(options.readers)}),
      writer_(saving(std::move(writing_session), place)) {}

void Database::write(const Job& job, Erases erases, Room /*room*/) {
  counting(true, [&] { writer_.submit(job, erases); });
}

std::optional<std::chrono::sys_seconds> Database::time() {
  std::int64_t seconds = 0;
  run(
      [&](soci::session& session) {
        session << "SELECT CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp())) AS BIGINT)",
            soci::into(seconds);
      },
      Moment::kEach);
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

void Database::run(const Job& job, Moment moment) {
  counting(false, [&] {
    translating([&] {
      try {
        runOnce(job, moment);
      } catch (const soci::soci_error& error) {
        if (!isLost(error)) throw;
        // The server was away, and may be back. All sessions are from before.
        readers_.closeIdle();
        runOnce(job, moment);
      }
    });
  });
}

void Database::runOnce(const Job& job, Moment moment) {
  const Readers::Lease reader = readers_.lease();
  soci::session& session = reader.session();
  if (moment == Moment::kEach) return job(session);
  session << "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";  // the lease rolls it back
  job(session);
  session << "COMMIT";
}

std::unique_ptr<store::Database> openDatabase(const StoreOptions& options) {
  const std::string address = options.path.string();
  try {
    checkRanges(options);
    const Place place{address, std::chrono::seconds(options.busy_timeout_seconds)};
    return translating([&]() -> std::unique_ptr<store::Database> {
      return std::make_unique<Database>(openWritingSession(place, options.only_existing), place,
                                        options);
    });
  } catch (const StoreError& error) {
    throw StoreError(error.kind(),
                     "cannot open the database `" + shownAddress(address) + "`: " + error.what(),
                     error.detail());
  }
}

}  // namespace policycalc::store::postgresql
