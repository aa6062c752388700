#pragma once

#include <string>

namespace policycalc::store {

/// Whether a database named so is on a PostgreSQL server (`postgresql://…` or `postgres://…`), and
/// not an SQLite file.
bool isOnServer(const std::string& database);

/// The name for people and logs: an address without its password, a path as it is.
std::string shownDatabase(const std::string& database);

}  // namespace policycalc::store
