#include "app/existing_store.h"

#include <filesystem>
#include <stdexcept>

#include "policycalc/store/place.h"

namespace policycalc::app {

std::unique_ptr<store::Store> openExistingStore(const Settings& settings) {
  return store::openStore(existingDatabase(settings));
}

store::StoreOptions existingDatabase(const Settings& settings) {
  if (!store::isOnServer(settings.database)) requireFile(settings.database, "the database");
  store::StoreOptions options;
  options.path = settings.database;
  options.only_existing = true;
  return options;
}

void requireFile(const std::string& path, const std::string& what) {
  if (std::filesystem::exists(path)) return;
  throw std::runtime_error(what + " " + path + " does not exist: `policycalc serve` makes it");
}

}  // namespace policycalc::app
