#pragma once

#include <exception>
#include <utility>

#include <soci/error.h>

#include "policycalc/store/error.h"

namespace policycalc::store::sqlite {

/// What the rest of the program is told of `error`, by SQLite's own result code: SOCI's categories
/// are always unknown for SQLite. SOCI's `what()` quotes statements and bound values, so it goes
/// nowhere; `detail` is the engine's bare message.
StoreError toStoreError(const soci::soci_error& error);

/// `error` with SOCI's exceptions turned into StoreError, any other as it is.
std::exception_ptr translated(std::exception_ptr error);

/// Calls `call`; no exception of SOCI's leaves it.
template <typename Call>
decltype(auto) translating(Call&& call) {
  try {
    return std::forward<Call>(call)();
  } catch (const soci::soci_error& error) {
    throw toStoreError(error);
  }
}

}  // namespace policycalc::store::sqlite
