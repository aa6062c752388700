#include "app/keyed_store.h"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/store/place.h"
#include "policycalc/vault/service_key.h"

#include "app/hardening.h"
#include "app/report.h"
#include "app/service_key.h"

namespace policycalc::app {
namespace {

constexpr const char* kWho = "policycalc serve";

/// SQLite's log grows to 1,000 pages of 4 KiB before it moves into the database, which may then
/// grow by as much.
constexpr std::uintmax_t kReserveBytes = std::uintmax_t{8} * 1024 * 1024;

std::unique_ptr<store::Store> openDatabase(const Settings& settings) {
  std::error_code unknown;
  const auto bytes = std::filesystem::file_size(settings.database, unknown);
  const bool is_new = !store::isOnServer(settings.database) &&
                      (unknown ? unknown == std::errc::no_such_file_or_directory : bytes == 0);
  store::StoreOptions options;
  options.path = settings.database;
  options.reserve_bytes = kReserveBytes;
  options.ceilings = {settings.max_saved_profiles, settings.max_feedback};
  auto store = store::openStore(options);
  store->checkWhole();
  if (is_new) complain(kWho, "new database made at " + base::quoted(settings.database), kDone);
  return store;
}

/// Refuses a key file that cannot be used before a new database is made beside it.
void checkKeyFile(const Settings& settings) {
  const auto keys = vault::readServiceKeys(settings.service_key);
  if (keys.ok() || keys.error().code == base::Error::Code::kNotFound) return;
  throw std::runtime_error(keys.error().message);
}

/// The folder of a database file is made with it; beside a server, the key has a folder to itself.
void makeKeyFolder(const Settings& settings) {
  const auto folder = std::filesystem::absolute(settings.service_key).parent_path();
  if (std::filesystem::exists(folder)) return;
  std::filesystem::create_directories(folder);
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

/// Whether it is, or carries, a StoreError with kStaleKey: a router adds the route around it.
bool isStale(const std::exception& error) {
  if (const auto* failed = dynamic_cast<const store::StoreError*>(&error)) {
    return failed->kind() == store::StoreError::Kind::kStaleKey;
  }
  try {
    std::rethrow_if_nested(error);
  } catch (const std::exception& carried) {
    return isStale(carried);
  } catch (...) {
    return false;
  }
  return false;
}

}  // namespace

KeyedStore openKeyedStore(const Settings& settings) {
  if (store::isOnServer(settings.database)) {
    makeKeyFolder(settings);
  } else {
    if (const auto fault = openToOthers(settings.database)) throw std::runtime_error(*fault);
  }
  checkKeyFile(settings);
  std::unique_ptr<store::Store> store = openDatabase(settings);
  auto keys = serviceKeys(*store, settings, MissingKey::kMake);
  if (!keys.ok()) throw std::runtime_error(keys.error().message);
  const auto load = [&database = *store, settings]() -> std::optional<vault::ServiceKeys> {
    auto now = serviceKeys(database, settings, MissingKey::kRefuse);
    if (now.ok()) return *now;
    complain(kWho, now.error().message, kFailed);
    return std::nullopt;
  };
  return {std::move(store), vault::KeyRing(*std::move(keys), load)};
}

std::string namingDatabase(const std::string& message, const Settings& settings) {
  const std::string shown = store::shownDatabase(settings.database);
  if (message.find(shown) != std::string::npos) return message;
  return "the database " + base::quoted(shown) + ": " + message;
}

http::Endpoint withFreshKeys(http::Endpoint inner, vault::KeyRing ring) {
  return [inner = std::move(inner), ring = std::move(ring)](const http::Request& request) {
    // A rotation takes two steps, so that a request meets no more than two.
    constexpr int kSteps = 2;
    for (int step = 0; step < kSteps; ++step) {
      try {
        return inner(request);
      } catch (const std::exception& error) {
        if (!isStale(error)) throw;
      }
      ring.refresh();
    }
    return inner(request);
  };
}

}  // namespace policycalc::app
