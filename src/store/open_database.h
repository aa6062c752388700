#pragma once

#include <memory>

#include "policycalc/store/store.h"

#include "store/database.h"

namespace policycalc::store {

/// Opens the database with the engine that its name calls for. Throws as openStore() does.
std::unique_ptr<Database> openDatabase(const StoreOptions& options);

}  // namespace policycalc::store
