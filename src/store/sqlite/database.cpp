#include "store/sqlite/database.h"

#include <string>
#include <utility>

#include <soci/soci.h>

#include "policycalc/store/store.h"

#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"

namespace policycalc::store::sqlite {
namespace {

constexpr int kMaxBusyTimeoutSeconds = 600;
constexpr int kMaxReaders = 256;

void checkRange(const char* name, int value, int most) {
  if (value >= 1 && value <= most) return;
  throw StoreError(StoreError::Kind::kCannotOpen,
                   std::string(name) + " must be from 1 to " + std::to_string(most));
}

std::unique_ptr<soci::session> openWritingSession(const Place& place) {
  auto session = connect(place, Access::kReadWrite);
  // Before anything is changed: the file may be another program's.
  checkIdentity(*session, static_cast<int>(schema().size()));
  useWriteAheadLog(*session, place.busy_timeout);
  migrate(*session, schema());
  return session;
}

}  // namespace

void Database::write(const Job& job, Erases erases) {
  writer_.submit(job, erases);
}

void Database::run(const Job& job, Moment moment) {
  translating([&] {
    const Readers::Lease reader = readers_.lease();
    soci::session& session = reader.session();
    if (moment == Moment::kEach) return job(session);
    session << "BEGIN";  // the lease rolls it back if the job throws
    job(session);
    session << "COMMIT";
  });
}

std::unique_ptr<store::Database> openDatabase(const StoreOptions& options) {
  try {
    checkRange("the busy timeout in seconds", options.busy_timeout_seconds, kMaxBusyTimeoutSeconds);
    checkRange("the number of readers", options.readers, kMaxReaders);
    const Place place{prepareDatabaseFile(options.path),
                      std::chrono::seconds(options.busy_timeout_seconds)};
    return translating([&]() -> std::unique_ptr<store::Database> {
      return std::make_unique<Database>(openWritingSession(place), place,
                                        static_cast<std::size_t>(options.readers));
    });
  } catch (const StoreError& error) {
    throw StoreError(error.kind(),
                     "cannot open the database `" + options.path.string() + "`: " + error.what(),
                     error.detail());
  }
}

}  // namespace policycalc::store::sqlite
