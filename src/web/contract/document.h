#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policycalc/web/contract/components.h"
#include "policycalc/web/contract/operation.h"

namespace policycalc::web {

/// The OpenAPI 3.1 document of `operations`: the members of `frame`, `paths`, and those components
/// that the paths refer to. Throws std::logic_error for a component that is not there.
std::string writeDocument(std::string_view frame, const std::vector<Operation>& operations,
                          const Components& components);

}  // namespace policycalc::web
