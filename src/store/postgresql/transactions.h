#pragma once

#include <string>

#include <soci/session.h>

#include "store/postgresql/connection.h"
#include "store/transactions.h"

namespace policycalc::store::postgresql {

/// How PostgreSQL writes. Each transaction takes one lock of the whole database first, which
/// orders all writers of all processes as SQLite's write lock does. So a job that reads first and
/// writes then sees all that was committed before it, numbers come out in the order in which others
/// can see them, and no job has to be repeated because of another, as SERIALIZABLE would.
/// If the server goes away while it commits, that fails with kDisk, done or not.
const Transactions& transactions();

/// Rolls back, and tells whether the session can go on.
bool settle(soci::session& session) noexcept;

}  // namespace policycalc::store::postgresql
