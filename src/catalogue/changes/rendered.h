#pragma once

#include <optional>
#include <string>

#include "policycalc/base/date.h"
#include "policycalc/catalogue/measure.h"

namespace policycalc::catalogue {

/// The logic of a criterion with its figures on `day`: the same text for what decides the same.
std::string logicOf(const std::optional<criteria::Criterion>& criterion,
                    const criteria::Symbols& symbols, base::Date day);
/// The criterion as one Chinese sentence; "" without one.
std::string sentenceOf(const std::optional<criteria::Criterion>& criterion,
                       const criteria::Symbols& symbols, base::Date day);

/// The same of an amount.
std::string logicOf(const Amount& amount, const criteria::Symbols& symbols, base::Date day);
std::string sentenceOf(const Amount& amount, const criteria::Symbols& symbols, base::Date day);

/// `通知 第1条 第2行 a`: where a citation leads.
std::string sentenceOf(const criteria::Citation& citation);

/// `2024-03-13 至 2026-12-31`, `2024-03-13 起`.
std::string sentenceOf(base::Date from, const std::optional<base::Date>& to);

}  // namespace policycalc::catalogue
