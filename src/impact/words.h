#pragma once

#include <optional>
#include <string>

#include "policycalc/base/decimal.h"
#include "policycalc/criteria/parameters.h"

namespace policycalc::impact {

/// An amount in Chinese; `—` if there is none. `unit` is `CNY` or `percent`.
inline std::string valueOf(const std::optional<base::Decimal>& value, const std::string& unit) {
  if (!value) return "—";
  return criteria::toChinese(
      *value, unit == "CNY" ? criteria::Quantity::kMoney : criteria::Quantity::kPercent);
}

}  // namespace policycalc::impact
