#include "policycalc/store/error.h"

#include <utility>

namespace policycalc::store {

StoreError::StoreError(Kind kind, const std::string& message, std::string detail)
    : std::runtime_error(message), kind_(kind), detail_(std::move(detail)) {}

StoreError::~StoreError() = default;

}  // namespace policycalc::store
