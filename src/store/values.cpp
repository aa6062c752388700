#include "store/values.h"

#include "policycalc/store/error.h"

namespace policycalc::store {

void refuse(const std::string& message) {
  throw StoreError(StoreError::Kind::kConstraint, message);
}

void refuseNul(std::string_view what, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    if (text.find('\0') == std::string_view::npos) continue;
    refuse(std::string(what) + " cannot hold a NUL character");
  }
}

}  // namespace policycalc::store
