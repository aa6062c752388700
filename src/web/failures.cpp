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
      return Failure::kBusy;
    case StoreError::Kind::kCannotOpen:
    case StoreError::Kind::kNewerThanProgram:
    case StoreError::Kind::kCorrupt:
    case StoreError::Kind::kDisk:
      return Failure::kUnavailable;
    // Endpoints answer the conflicts that requests can cause; one that gets here is our mistake.
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
    // Above all a password hash, which takes 64 MiB: others will soon give theirs back.
    return Failure::kBusy;
  } catch (...) {
    // What the vault cannot open among it: the record was changed, which no retry mends.
    return Failure::kInternal;
  }
}

}  // namespace policycalc::web
