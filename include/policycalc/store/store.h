#pragma once

#include "policycalc/store/applicants.h"
#include "policycalc/store/audit.h"
#include "policycalc/store/catalogue_versions.h"
#include "policycalc/store/error.h"
#include "policycalc/store/feedback.h"
#include "policycalc/store/handlers.h"
#include "policycalc/store/matters.h"
#include "policycalc/store/saved_profiles.h"
#include "policycalc/store/sessions.h"
#include "policycalc/store/staff.h"

namespace policycalc::store {

/// All that the program keeps. One object for the life of the process, used by all threads at once;
/// it is destroyed after the last of them has stopped calling it, and hands out no reference that
/// outlives it. It has no clock: times come from the caller.
class Store {
 public:
  virtual ~Store() = default;

  virtual CatalogueVersions& catalogueVersions() = 0;
  virtual SavedProfiles& savedProfiles() = 0;
  virtual Feedback& feedback() = 0;
  virtual StaffMembers& staff() = 0;
  virtual StaffSessions& staffSessions() = 0;
  virtual Applicants& applicants() = 0;
  virtual Matters& matters() = 0;
  virtual Handlers& handlers() = 0;
  virtual AuditTrail& audit() = 0;

  /// Asks the database something. Throws StoreError when it does not answer in time.
  virtual void ping() const = 0;
};

}  // namespace policycalc::store
