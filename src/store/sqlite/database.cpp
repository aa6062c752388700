#include "store/sqlite/database.h"

#include <algorithm>
#include <string>
#include <sys/stat.h>
#include <utility>

#include <soci/soci.h>

#include "policycalc/store/store.h"

#include "store/option_ranges.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/schema.h"

namespace policycalc::store::sqlite {
namespace {

using Kind = StoreError::Kind;

std::unique_ptr<soci::session> openWritingSession(const Place& place) {
  auto session = connect(place, Access::kReadWrite);
  // Before anything is changed: the file may be another program's.
  checkIdentity(*session, static_cast<int>(schema().size()));
  useWriteAheadLog(*session, place.busy_timeout);
  migrate(*session, schema());
  return session;
}

}  // namespace

Database::Database(std::unique_ptr<soci::session> writing_session, const Place& place,
                   const StoreOptions& options)
    : file_(place.file),
      identity_(identityOf(place.file)),
      ceilings_(options.ceilings),
      reserve_(place.file.string() + "-reserve", options.reserve_bytes),
      readers_(place, static_cast<std::size_t>(options.readers)),
      writer_(std::move(writing_session), place.busy_timeout) {}

std::optional<Database::Identity> Database::identityOf(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  return Identity{status.st_dev, status.st_ino};
}

std::optional<Trouble> Database::moved() const {
  const auto present = identityOf(file_);
  if (!present) return Trouble::kRemoved;
  if (present != identity_) return Trouble::kReplaced;
  return std::nullopt;
}

std::optional<Trouble> Database::troubleOfFile() {
  if (const auto trouble = moved()) return trouble;
  if (!reserve_.isWhole()) return Trouble::kFull;
  return std::nullopt;
}

void Database::write(const Job& job, Erases erases, Room room) {
  counting(true, [&] {
    // What is written to a file without a name is lost when the service stops.
    if (moved()) {
      throw StoreError(Kind::kCannotOpen, "the database file was removed or replaced",
                       "start the service again once the right file is at its place");
    }
    const bool is_usual = room == Room::kUsual;
    if (is_usual && !reserve_.isWhole()) {
      throw StoreError(Kind::kFull, "there is no space left for the database",
                       "the reserve is in use");
    }
    try {
      writer_.submit(job, erases);
    } catch (const StoreError& error) {
      const bool lacks_space = error.kind() == Kind::kFull || error.kind() == Kind::kDisk;
      if (is_usual || !lacks_space || !reserve_.giveUp()) throw;
      writer_.submit(job, erases);
    }
  });
}

void Database::run(const Job& job, Moment moment) {
  counting(false, [&] {
    translating([&] {
      const Readers::Lease reader = readers_.lease();
      soci::session& session = reader.session();
      if (moment == Moment::kEach) return job(session);
      session << "BEGIN";  // the lease rolls it back if the job throws
      job(session);
      session << "COMMIT";
    });
  });
}

void Database::checkWhole() {
  std::string verdict;
  run([&](soci::session& session) { session << "PRAGMA quick_check(1)", soci::into(verdict); },
      Moment::kEach);
  if (verdict == "ok") return;
  std::replace(verdict.begin(), verdict.end(), '\n', ' ');
  throw StoreError(Kind::kCorrupt,
                   "the database file `" + file_.string() +
                       "` is damaged; keep a copy of it and restore the last backup",
                   verdict);
}

std::unique_ptr<store::Database> openDatabase(const StoreOptions& options) {
  try {
    checkRanges(options);
    const Place place{prepareDatabaseFile(options.path),
                      std::chrono::seconds(options.busy_timeout_seconds)};
    return translating([&]() -> std::unique_ptr<store::Database> {
      return std::make_unique<Database>(openWritingSession(place), place, options);
    });
  } catch (const StoreError& error) {
    throw StoreError(error.kind(),
                     "cannot open the database `" + options.path.string() + "`: " + error.what(),
                     error.detail());
  }
}

}  // namespace policycalc::store::sqlite
