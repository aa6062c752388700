#pragma once

#include <vector>

#include "store/sqlite/migrations.h"

namespace policycalc::store::sqlite {

/// All steps from an empty database to the present one.
const std::vector<Migration>& schema();

}  // namespace policycalc::store::sqlite
