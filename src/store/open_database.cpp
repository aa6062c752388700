#include "store/open_database.h"

#include "policycalc/store/place.h"

#include "store/postgresql/address.h"
#include "store/postgresql/database.h"
#include "store/sqlite/database.h"

namespace policycalc::store {

bool isOnServer(const std::string& database) {
  return postgresql::isAddress(database);
}

std::string shownDatabase(const std::string& database) {
  return isOnServer(database) ? postgresql::shownAddress(database) : database;
}

std::unique_ptr<Database> openDatabase(const StoreOptions& options) {
  return isOnServer(options.path.string()) ? postgresql::openDatabase(options)
                                           : sqlite::openDatabase(options);
}

}  // namespace policycalc::store
