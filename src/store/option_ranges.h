#pragma once

#include "policycalc/store/store.h"

namespace policycalc::store {

/// Throws StoreError with kCannotOpen if a number of the options is out of its range.
void checkRanges(const StoreOptions& options);

}  // namespace policycalc::store
