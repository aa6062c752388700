#include <cstddef>
#include <string>
#include <utility>

#include <soci/soci.h>

#include "policycalc/store/soci_store.h"

#include "store/soci/applicants.h"
#include "store/soci/audit.h"
#include "store/soci/catalogue_versions.h"
#include "store/soci/connection.h"
#include "store/soci/database_file.h"
#include "store/soci/feedback.h"
#include "store/soci/handlers.h"
#include "store/soci/matters.h"
#include "store/soci/migrations.h"
#include "store/soci/readers.h"
#include "store/soci/saved_profiles.h"
#include "store/soci/schema.h"
#include "store/soci/sqlite_errors.h"
#include "store/soci/staff.h"
#include "store/soci/staff_sessions.h"
#include "store/soci/writer.h"

namespace policycalc::store {
namespace {

constexpr int kMaxBusyTimeoutSeconds = 600;
constexpr int kMaxReaders = 256;

class SociStore : public Store {
 public:
  SociStore(std::unique_ptr<soci::session> writing_session, const sqlite::Place& place,
            std::size_t readers)
      : readers_(place, readers), writer_(std::move(writing_session), place.busy_timeout) {}

  CatalogueVersions& catalogueVersions() override { return catalogue_versions_; }
  SavedProfiles& savedProfiles() override { return saved_profiles_; }
  Feedback& feedback() override { return feedback_; }
  StaffMembers& staff() override { return staff_; }
  StaffSessions& staffSessions() override { return staff_sessions_; }
  Applicants& applicants() override { return applicants_; }
  Matters& matters() override { return matters_; }
  Handlers& handlers() override { return handlers_; }
  AuditTrail& audit() override { return audit_; }

  void ping() const override {
    sqlite::translating([this] {
      int tables = 0;
      const sqlite::Readers::Lease reader = readers_.lease();
      reader.session() << "SELECT count(*) FROM sqlite_schema", soci::into(tables);
    });
  }

 private:
  mutable sqlite::Readers readers_;
  sqlite::Writer writer_;
  sqlite::SociCatalogueVersions catalogue_versions_{writer_, readers_};
  sqlite::SociSavedProfiles saved_profiles_{writer_, readers_};
  sqlite::SociFeedback feedback_{writer_, readers_};
  sqlite::SociStaff staff_{writer_, readers_};
  sqlite::SociStaffSessions staff_sessions_{writer_, readers_};
  sqlite::SociApplicants applicants_{writer_, readers_};
  sqlite::SociMatters matters_{writer_, readers_};
  sqlite::SociHandlers handlers_{writer_, readers_};
  sqlite::SociAuditTrail audit_{writer_, readers_};
};

void checkRange(const char* name, int value, int most) {
  if (value >= 1 && value <= most) return;
  throw StoreError(StoreError::Kind::kCannotOpen,
                   std::string(name) + " must be from 1 to " + std::to_string(most));
}

std::unique_ptr<soci::session> openWritingSession(const sqlite::Place& place) {
  auto session = sqlite::connect(place, sqlite::Access::kReadWrite);
  // Before anything is changed: the file may be another program's.
  sqlite::checkIdentity(*session, static_cast<int>(sqlite::schema().size()));
  sqlite::useWriteAheadLog(*session, place.busy_timeout);
  sqlite::migrate(*session, sqlite::schema());
  return session;
}

}  // namespace

std::unique_ptr<Store> openStore(const StoreOptions& options) {
  try {
    checkRange("the busy timeout in seconds", options.busy_timeout_seconds, kMaxBusyTimeoutSeconds);
    checkRange("the number of readers", options.readers, kMaxReaders);
    const sqlite::Place place{sqlite::prepareDatabaseFile(options.path),
                              std::chrono::seconds(options.busy_timeout_seconds)};
    return sqlite::translating([&] {
      return std::make_unique<SociStore>(openWritingSession(place), place,
                                         static_cast<std::size_t>(options.readers));
    });
  } catch (const StoreError& error) {
    throw StoreError(error.kind(),
                     "cannot open the database `" + options.path.string() + "`: " + error.what(),
                     error.detail());
  }
}

}  // namespace policycalc::store
