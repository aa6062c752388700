#pragma once

#include <vector>

#include "policycalc/desk/desk.h"
#include "policycalc/store/audit.h"
#include "policycalc/tables/table.h"

namespace policycalc::desk {

/// How many entries an export has at most; the days of the filter make it shorter.
inline constexpr std::size_t kMostExported = 20'000;

/// The entries as a table for people, Chinese; one more than kMostExported becomes a last row that
/// says that there are others.
tables::Table tableOf(const std::vector<store::AuditEntry>& entries, const Services& services);

}  // namespace policycalc::desk
