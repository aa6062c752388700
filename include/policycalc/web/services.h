#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include "policycalc/base/date.h"
#include "policycalc/store/store.h"
#include "policycalc/vault/key_ring.h"
#include "policycalc/web/catalogues.h"
#include "policycalc/web/code_door.h"
#include "policycalc/web/door_counters.h"
#include "policycalc/web/share.h"

namespace policycalc::web {

/// What the endpoints of both products work with. Endpoints hold it by reference: it outlives every
/// router. Thread-safe.
struct Services {
  Catalogues& catalogues;
  store::Store& store;
  std::function<base::Date()> today;              ///< the day at UTC+8
  std::function<std::chrono::sys_seconds()> now;  ///< UTC
  vault::KeyRing service_key;                     ///< see vault/service_key.h
  CodeDoor& code_door;                            ///< shared by all endpoints that take a code
  std::shared_ptr<DoorCounters> door_counters = std::make_shared<DoorCounters>();
  /// How many services on this database share the limits of callers.
  std::shared_ptr<const Share> share = std::make_shared<Share>();
};

}  // namespace policycalc::web
