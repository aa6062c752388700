#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/impact/report.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/key_ring.h"

#include "app/checked_folder.h"

namespace policycalc::app {

/// What a shadow run works with.
struct ShadowRun {
  std::shared_ptr<const catalogue::Catalogue> before;  ///< in use now
  const CheckedFolder& after;
  const store::SavedProfiles& saved;
  const store::KeyRecord& records;
  std::optional<vault::ServiceKeys> keys;  ///< without them no saved profile is tried
  base::Date day;
  std::chrono::sys_seconds now;
};

/// Tries both catalogues on the stories and worked cases of the folder, on 10,000 drawn firms, and
/// on the saved profiles whose owners agreed that they are checked again. Of saved profiles only
/// counts leave this function. May throw StoreError.
impact::Report runInShadow(const ShadowRun& run);

}  // namespace policycalc::app
