#include "app/existing_store.h"

#include <filesystem>
#include <stdexcept>

namespace policycalc::app {

std::unique_ptr<store::Store> openExistingStore(const Settings& settings) {
  requireFile(settings.database, "the database");
  store::StoreOptions options;
  options.path = settings.database;
  return store::openStore(options);
}

void requireFile(const std::string& path, const std::string& what) {
  if (std::filesystem::exists(path)) return;
  throw std::runtime_error(what + " " + path + " does not exist: `policycalc serve` makes it");
}

}  // namespace policycalc::app
