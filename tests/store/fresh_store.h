#pragma once

#include <memory>

#include "policycalc/store/store.h"

#include "store/store_place.h"

namespace policycalc::store::test {

/// A fixture: an empty store, gone at the end.
struct FreshStore {
  StorePlace folder;
  std::unique_ptr<Store> owned = openStore({folder.database()});
  Store& store = *owned;
};

}  // namespace policycalc::store::test
