#pragma once

#include <vector>

#include "store/soci/migrations.h"

namespace policycalc::store::sqlite {

/// Every step from an empty database to the one that this program uses.
const std::vector<Migration>& schema();

}  // namespace policycalc::store::sqlite
