#pragma once

#include <string>
#include <utility>

#include <soci/error.h>

#include "policycalc/store/error.h"

namespace policycalc::store::postgresql {

/// Classifies `error` by its SQLSTATE. SOCI's `what()` quotes statements and bound values, so it is
/// dropped; `detail` is the server's bare message. What cannot reach the server is kDisk.
StoreError toStoreError(const soci::soci_error& error);

/// Why no session could be opened: kBusy if all that the server allows are in use, kDisk if it
/// cannot be reached or is starting, kCannotOpen if it lets this program not in.
StoreError cannotConnect(const soci::soci_error& error);

/// Whether it says that the session was lost, so that a new one may succeed.
bool isLost(const soci::soci_error& error);

/// Calls `call`, and turns SOCI's exceptions into StoreError.
template <typename Call>
decltype(auto) translating(Call&& call) {
  try {
    return std::forward<Call>(call)();
  } catch (const soci::soci_error& error) {
    throw toStoreError(error);
  }
}

}  // namespace policycalc::store::postgresql
