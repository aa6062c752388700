#include "policycalc/store/health.h"

namespace policycalc::store {

std::string_view codeOf(Trouble trouble) {
  switch (trouble) {
    case Trouble::kLocked:
      return "database_locked";
    case Trouble::kFull:
      return "storage_full";
    case Trouble::kDamaged:
      return "database_damaged";
    case Trouble::kRemoved:
      return "database_removed";
    case Trouble::kReplaced:
      return "database_replaced";
    case Trouble::kUnreachable:
      break;
  }
  return "database_unreachable";
}

}  // namespace policycalc::store
