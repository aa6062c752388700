#include "policycalc/web/failures.h"

#include <new>

#include "policycalc/store/error.h"

namespace policycalc::web {
namespace {

using http::Failure;
using store::StoreError;

Failure failureOf(StoreError::Kind kind) {
  switch (kind) {
    case StoreError::Kind::kBusy:
    case StoreError::Kind::kStaleKey:
      return Failure::kBusy;
    case StoreError::Kind::kFull:
      return Failure::kStorageFull;
    case StoreError::Kind::kCeiling:
      return Failure::kCeiling;
    case StoreError::Kind::kCannotOpen:
    case StoreError::Kind::kNewerThanProgram:
    case StoreError::Kind::kCorrupt:
    case StoreError::Kind::kDisk:
      return Failure::kUnavailable;
    // The row stays as it is, so the same request would fail again: 503 would promise otherwise.
    case StoreError::Kind::kUnknownWord:
    // Endpoints answer the conflicts that requests can cause; any other is a fault of this program.
    case StoreError::Kind::kConstraint:
    case StoreError::Kind::kOther:
      break;
  }
  return Failure::kInternal;
}

}  // namespace

Failure failureOf(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const StoreError& store_error) {
    return failureOf(store_error.kind());
  } catch (const std::bad_alloc&) {
    // Mostly a password hash, which takes 64 MiB until it is done.
    return Failure::kBusy;
  } catch (...) {
    // This includes records that the vault cannot open: no retry can help there.
    return Failure::kInternal;
  }
}

}  // namespace policycalc::web
