#pragma once

#include "policycalc/store/inspection.h"

namespace policycalc::store::sqlite {

/// See store::inspect().
Inspection inspect(const std::filesystem::path& database);

}  // namespace policycalc::store::sqlite
