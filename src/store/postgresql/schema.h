#pragma once

#include <vector>

#include "store/postgresql/migrations.h"

namespace policycalc::store::postgresql {

/// The steps from an empty database to the present one. The first makes all tables of SQLite's
/// version 18, the last one without PostgreSQL; from then on, each step of SQLite's schema has one
/// here with its number. A test compares the tables of both.
const std::vector<Migration>& schema();

}  // namespace policycalc::store::postgresql
