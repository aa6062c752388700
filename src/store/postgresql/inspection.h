#pragma once

#include "policycalc/store/inspection.h"

namespace policycalc::store::postgresql {

/// See store::inspectServer().
ServerInspection inspect(const std::string& address, std::chrono::sys_seconds now);

}  // namespace policycalc::store::postgresql
