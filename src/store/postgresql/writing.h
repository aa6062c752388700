#pragma once

#include <memory>

#include <soci/session.h>

#include "store/postgresql/connection.h"
#include "store/writer.h"

namespace policycalc::store::postgresql {

/// Saves groups of jobs with `session`, and with a new one once the server has closed that. After
/// an erasing group, but once a minute at most, the server clears away the rows that are gone.
Writer::Save saving(std::unique_ptr<soci::session> session, const Place& place);

}  // namespace policycalc::store::postgresql
