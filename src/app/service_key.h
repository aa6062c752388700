#pragma once

#include <cstdint>

#include "policycalc/base/result.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/key_ring.h"

#include "app/settings.h"

namespace policycalc::app {

/// Whether a missing key file is made. It is never made for a database that holds sealed data.
enum class MissingKey : std::uint8_t { kRefuse, kMake };

/// The keys that the database belongs to, from the key file. A database without sealed data, or
/// from before keys were recorded, is bound to the key in the file: the latter only if the key
/// opens some of its data. Fails with one line that names both files if the key file is missing or
/// holds other keys.
base::Result<vault::ServiceKeys> serviceKeys(store::Store& store, const Settings& settings,
                                             MissingKey missing);

/// Seals again by the current key what is sealed by the previous one.
store::KeyRecord::Outcome resealRow(store::SealedKind kind, store::SealedRow& row,
                                    const vault::ServiceKeys& keys);

}  // namespace policycalc::app
