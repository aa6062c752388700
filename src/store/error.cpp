#include "policycalc/store/error.h"

#include <utility>

namespace policycalc::store {

StoreError::StoreError(Kind kind, const std::string& message, std::string detail)
    : DetailedError(message, std::move(detail)), kind_(kind) {}

StoreError::~StoreError() = default;

std::string_view reasonOf(StoreError::Kind kind) {
  using Kind = StoreError::Kind;
  switch (kind) {
    case Kind::kCannotOpen:
      return "cannot_open";
    case Kind::kNewerThanProgram:
      return "newer_than_program";
    case Kind::kBusy:
      return "busy";
    case Kind::kConstraint:
      return "constraint";
    case Kind::kCorrupt:
      return "corrupt";
    case Kind::kUnknownWord:
      return "unknown_word";
    case Kind::kDisk:
      return "disk";
    case Kind::kFull:
      return "full";
    case Kind::kCeiling:
      return "ceiling";
    case Kind::kStaleKey:
      return "stale_key";
    case Kind::kOther:
      break;
  }
  return "other";
}

}  // namespace policycalc::store
