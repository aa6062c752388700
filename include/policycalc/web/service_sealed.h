#pragma once

#include "policycalc/store/key_record.h"
#include "policycalc/vault/key_ring.h"

namespace policycalc::web {

/// What the store checks before it keeps a record that was made with `keys`.
inline store::KeyIds idsOf(const vault::ServiceKeys& keys) {
  return {keys.current_id, keys.previous_id};
}

/// Wraps the key of a saved profile, as it is for the service, by the current key.
store::KeyRecord::Outcome resealProfile(store::SealedRow& row, const vault::ServiceKeys& keys);

}  // namespace policycalc::web
