#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include <soci/session.h>

#include "policycalc/store/health.h"

#include "store/live_counters.h"

namespace policycalc::store {

struct Ceilings;
struct StoreOptions;

/// The database as the records of the store use it: their statements are plain SQL over SOCI, and
/// all that differs between engines stays in the engine's folder, `sqlite` or `postgresql`:
///
/// - this class: sessions to read and to write with, transactions, locks, waiting, and SOCI's
///   exceptions turned into StoreError by the engine's own codes;
/// - a function openDatabase(), which creates a missing database and brings an older one up to this
///   version. A step of the schema is written for both; a test compares their tables;
/// - functions for backups and inspections.
///
/// Besides, open_database.cpp, backup.cpp and inspection.cpp choose the engine.
///
/// Any thread may call any function. A job uses the session that it is given and no other.
class Database {
 public:
  /// Statements, without BEGIN, COMMIT or SAVEPOINT. What it throws comes out of read() or write(),
  /// SOCI's exceptions as StoreError.
  using Job = std::function<void(soci::session&)>;

  /// Whether a job takes data away that must be gone from the files, too.
  enum class Erases : std::uint8_t { kNo, kYes };

  /// Whether a job is done even when only the last megabytes of the disk are left: what takes
  /// something away must be, and what people need to get there.
  enum class Room : std::uint8_t { kUsual, kLast };

  Database() = default;
  virtual ~Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Calls `call` with a session to read with and returns what it returns.
  template <typename Call>
  auto read(const Call& call) {
    std::optional<std::invoke_result_t<Call, soci::session&>> result;
    run([&](soci::session& session) { result.emplace(call(session)); }, Moment::kEach);
    return *std::move(result);
  }

  /// As read(), but all statements see the database as it is at one moment.
  template <typename Call>
  auto readAtOneMoment(const Call& call) {
    std::optional<std::invoke_result_t<Call, soci::session&>> result;
    run([&](soci::session& session) { result.emplace(call(session)); }, Moment::kOne);
    return *std::move(result);
  }

  /// Runs `job` in a transaction that holds the write lock from its start. What it wrote is
  /// committed and on the disk when this returns; if it throws, nothing of it remains. The job may
  /// be run more than once, of which only the last run counts. Not to be called within a job.
  virtual void write(const Job& job, Erases erases = Erases::kNo, Room room = Room::kUsual) = 0;

  /// write() for what must pass even when only the last megabytes of the disk are left.
  void writeAnyway(const Job& job) { write(job, Erases::kNo, Room::kLast); }

  /// write() for what takes something away.
  void erase(const Job& job) { write(job, Erases::kYes, Room::kLast); }

  /// What is wrong with a database file or its disk, as far as can be seen without a statement.
  virtual std::optional<Trouble> troubleOfFile() = 0;

  /// Throws StoreError with kCorrupt if the structure of the database is damaged. Reads all of it.
  virtual void checkWhole() = 0;

  /// The time of the machine that holds the database, if that can be another one than this; nothing
  /// for a file.
  virtual std::optional<std::chrono::sys_seconds> time() { return std::nullopt; }

  /// Whether what an erasing job takes away is overwritten before write() returns.
  virtual bool overwritesErased() const { return true; }

  virtual const Ceilings& ceilings() const = 0;

  LiveCounters& counters() { return counters_; }

 protected:
  /// Calls `call` and counts the StoreError that it throws.
  template <typename Call>
  void counting(bool is_write, const Call& call) {
    try {
      call();
    } catch (const StoreError& error) {
      counters_.countFailure(is_write, error.kind());
      throw;
    }
  }

  /// Whether each statement of a job may see a later moment than the one before it.
  enum class Moment : std::uint8_t { kEach, kOne };

  virtual void run(const Job& job, Moment moment) = 0;

 private:
  LiveCounters counters_;
};

}  // namespace policycalc::store
