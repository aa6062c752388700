#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>

#include "policycalc/store/absences.h"
#include "policycalc/store/api_keys.h"
#include "policycalc/store/applicants.h"
#include "policycalc/store/asked_matters.h"
#include "policycalc/store/audit.h"
#include "policycalc/store/catalogue_versions.h"
#include "policycalc/store/clock.h"
#include "policycalc/store/duty_handlers.h"
#include "policycalc/store/error.h"
#include "policycalc/store/feedback.h"
#include "policycalc/store/handlers.h"
#include "policycalc/store/health.h"
#include "policycalc/store/key_record.h"
#include "policycalc/store/login_homes.h"
#include "policycalc/store/matters.h"
#include "policycalc/store/nodes.h"
#include "policycalc/store/overview.h"
#include "policycalc/store/publications.h"
#include "policycalc/store/saved_profiles.h"
#include "policycalc/store/second_factors.h"
#include "policycalc/store/sessions.h"
#include "policycalc/store/staff.h"
#include "policycalc/store/withdrawals.h"

namespace policycalc::store {

class Database;

/// All that the program keeps. One object serves all threads for the life of the process; it is
/// destroyed after the last call has returned, and no reference that it hands out outlives it. It
/// has no clock: times come from the caller.
class Store {
 public:
  /// See openStore().
  explicit Store(std::unique_ptr<Database> database);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  CatalogueVersions& catalogueVersions() { return catalogue_versions_; }
  Publications& publications() { return publications_; }
  SavedProfiles& savedProfiles() { return saved_profiles_; }
  Feedback& feedback() { return feedback_; }
  StaffMembers& staff() { return staff_; }
  StaffSessions& staffSessions() { return staff_sessions_; }
  LoginHomes& loginHomes() { return login_homes_; }
  SecondFactors& secondFactors() { return second_factors_; }
  Applicants& applicants() { return applicants_; }
  Matters& matters() { return matters_; }
  AskedMatters& askedMatters() { return asked_matters_; }
  Withdrawals& withdrawals() { return withdrawals_; }
  Handlers& handlers() { return handlers_; }
  DutyHandlers& dutyHandlers() { return duty_handlers_; }
  Absences& absences() { return absences_; }
  Overview& overview() { return overview_; }
  AuditTrail& audit() { return audit_; }
  ApiKeys& apiKeys() { return api_keys_; }
  KeyRecord& keyRecord() { return key_record_; }
  Clock& clock() { return clock_; }
  Nodes& nodes() { return nodes_; }

  /// Looks at the file and its disk, then writes a row, and so waits for a lock as long as any
  /// call. Whatever the database throws becomes the trouble.
  Health health();

  /// Throws StoreError with kCorrupt if the structure of the database is damaged. Reads all of it.
  void checkWhole();

  StoreCounters counters() const;

  /// Whether what is erased is overwritten at once. On a server it lies, sealed, in free space and
  /// logs until these are used again.
  bool overwritesErased() const;

  /// The time of the machine that holds the database, if that can be another one than this: all
  /// services on it can then go by one clock. Nothing for a file. Throws StoreError.
  std::optional<std::chrono::sys_seconds> time() const;

 private:
  std::unique_ptr<Database> database_;
  CatalogueVersions catalogue_versions_{*database_};
  Publications publications_{*database_};
  SavedProfiles saved_profiles_{*database_};
  Feedback feedback_{*database_};
  StaffMembers staff_{*database_};
  StaffSessions staff_sessions_{*database_};
  LoginHomes login_homes_{*database_};
  SecondFactors second_factors_{*database_};
  Applicants applicants_{*database_};
  Matters matters_{*database_};
  AskedMatters asked_matters_{*database_};
  Withdrawals withdrawals_{*database_};
  Handlers handlers_{*database_};
  DutyHandlers duty_handlers_{*database_};
  Absences absences_{*database_};
  Overview overview_{*database_};
  AuditTrail audit_{*database_};
  ApiKeys api_keys_{*database_};
  KeyRecord key_record_{*database_};
  Clock clock_{*database_};
  Nodes nodes_{*database_};
};

/// How many records of a kind that anyone may add are kept at most.
struct Ceilings {
  std::int64_t saved_profiles = std::numeric_limits<std::int64_t>::max();
  std::int64_t feedback = std::numeric_limits<std::int64_t>::max();
};

struct StoreOptions {
  /// The SQLite file, or the address of a database on a PostgreSQL server (see isOnServer()), which
  /// exists; its tables are in the schema `policycalc`. Missing folders above a file are made with
  /// mode 0700, and a missing file with 0600; what exists keeps its mode. `-wal` and `-shm` files
  /// lie beside it while it is open.
  std::filesystem::path path;
  /// How long a call waits for a lock or a free reader before it fails with kBusy; 1 to 600.
  int busy_timeout_seconds = 5;
  /// How many threads can read at once; 1 to 256. Others wait for them.
  int readers = 4;
  /// How much of the disk is kept for what takes something away, in a file `-reserve` beside the
  /// database; 0: nothing. Once the space is needed, all else is refused with kFull. A server looks
  /// after its disk itself.
  std::uintmax_t reserve_bytes = 0;
  Ceilings ceilings = {};
  /// Whether a server's database without our tables is refused with kCannotOpen, not given them.
  bool only_existing = false;
};

/// Opens the database. Creates a missing one and brings an older one up to this version.
/// Several processes may do so at once. Throws StoreError: kCannotOpen (no such place, not
/// writable, a folder, no database, another program's), kNewerThanProgram, kBusy, kCorrupt.
std::unique_ptr<Store> openStore(const StoreOptions& options);

}  // namespace policycalc::store
