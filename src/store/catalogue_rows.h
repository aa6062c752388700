#pragma once

#include <soci/session.h>

#include "policycalc/store/catalogue_versions.h"

namespace policycalc::store {

/// Keeps `version` as the current one, as CatalogueVersions::publish() says, within the caller's
/// transaction. Returns true if it is new.
bool keepAsCurrent(soci::session& session, const CatalogueVersion& version);

}  // namespace policycalc::store
