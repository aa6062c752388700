#pragma once

#include <memory>
#include <string>

#include "policycalc/http/endpoint.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/key_ring.h"

#include "app/settings.h"

namespace policycalc::app {

/// The service's database with the keys that it belongs to.
struct KeyedStore {
  std::unique_ptr<store::Store> store;
  vault::KeyRing ring;  ///< follows `key-file rotate` while the service runs
};

/// Opens both for the service and makes what does not exist yet: a database, which it announces on
/// standard error, and a key for a database that holds nothing sealed. Throws std::runtime_error or
/// StoreError with one line for people: other users can reach the database, or the key is missing
/// or another's, see serviceKeys().
KeyedStore openKeyedStore(const Settings& settings);

/// The message, with the path of the database if it lacks that.
std::string namingDatabase(const std::string& message, const Settings& settings);

/// Answers by `inner`; again if the service's key was changed in the meantime: then nothing was
/// stored, and the records are made again with the keys of now.
http::Endpoint withFreshKeys(http::Endpoint inner, vault::KeyRing ring);

}  // namespace policycalc::app
