#pragma once

#include <utility>

#include <soci/error.h>

#include "policycalc/store/error.h"

namespace policycalc::store::sqlite {

/// Classifies `error` by SQLite's own result code: SOCI's category is always unknown for SQLite.
/// SOCI's `what()` quotes statements and bound values, so it is dropped; `detail` is the engine's
/// bare message.
StoreError toStoreError(const soci::soci_error& error);

/// Calls `call`, and turns SOCI's exceptions into StoreError.
template <typename Call>
decltype(auto) translating(Call&& call) {
  try {
    return std::forward<Call>(call)();
  } catch (const soci::soci_error& error) {
    throw toStoreError(error);
  }
}

}  // namespace policycalc::store::sqlite
