#pragma once

#include <string>

#include "policycalc/base/date.h"
#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/http/message.h"

namespace policycalc::desk {

/// What an overview is about. The period ends today at the latest and is at most kLongestPeriod
/// days long; without a beginning it has 13 weeks.
struct OverviewQuery {
  bool by_county = false;  ///< else by unit
  std::string county;      ///< "" for all
  std::string unit;        ///< "" for all
  base::Date from = base::Date::first();
  base::Date to = base::Date::first();
  std::string table;  ///< of an export: `places`, `weeks`, `ages` or `ends`
};

inline constexpr int kLongestPeriod = 731;  ///< two years

/// Which parameters a request may have.
enum class OverviewPart { kPlaces, kFlow, kTable };

/// Reads `county` and `unit`; `by` of the places, `from` and `to` of the flow, all and `table` of a
/// table. With the issues of Query, and `wrong_value` for what is not a value.
base::Result<OverviewQuery, base::Issues> readOverviewQuery(const http::Request& request,
                                                            const catalogue::Catalogue& catalogue,
                                                            OverviewPart part, base::Date today);

}  // namespace policycalc::desk
