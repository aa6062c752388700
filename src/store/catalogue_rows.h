#pragma once

#include <chrono>
#include <string>

#include <soci/session.h>

#include "policycalc/store/catalogue_versions.h"

namespace policycalc::store {

/// Keeps `version` as the current one, as CatalogueVersions::publish() says, within the caller's
/// transaction. Returns true if it is new.
bool keepAsCurrent(soci::session& session, const CatalogueVersion& version);

/// Keeps `version`, which waits for approval, so that find() knows it. Within the caller's
/// transaction, as the other functions.
void keepAsWaiting(soci::session& session, const CatalogueVersion& version);

/// Of a version that waited and now comes into use for the first time: it counts as published then.
void dateFrom(soci::session& session, const std::string& hash, std::chrono::sys_seconds at);

/// Removes a version that waited, unless it was in use before.
void removeIfNeverInUse(soci::session& session, const std::string& hash);

}  // namespace policycalc::store
