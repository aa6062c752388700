#pragma once

#include <memory>
#include <string>

#include "policycalc/store/store.h"

#include "app/settings.h"

namespace policycalc::app {

/// Opens the service's database. Throws if the file does not exist, or if a server's database has
/// no tables of this program: a wrong path must not make a new database.
std::unique_ptr<store::Store> openExistingStore(const Settings& settings);

/// The options with which openExistingStore() opens it. Throws if the file does not exist.
store::StoreOptions existingDatabase(const Settings& settings);

/// Throws `<what> <path> does not exist` if there is no such file.
void requireFile(const std::string& path, const std::string& what);

}  // namespace policycalc::app
