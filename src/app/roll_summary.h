#pragma once

#include <string>

#include "policycalc/registry/roll.h"

namespace policycalc::app {

/// A roll in numbers, for a person of the unit: whole lines in Chinese, without any company.
std::string rollSummary(const registry::RollSummary& done, const registry::RollSetup& setup);

}  // namespace policycalc::app
