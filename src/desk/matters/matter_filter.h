#pragma once

#include <optional>
#include <string>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/sight.h"
#include "policycalc/http/message.h"
#include "policycalc/store/matters.h"

namespace policycalc::desk {

/// Which matters a list or an export asks for.
struct MatterFilter {
  store::MatterQuery query;
  std::optional<Urgency> due;
  bool unassigned = false;     ///< only those of isUnassigned()
  bool finds_nothing = false;  ///< no matter can match, and the store is not asked
};

/// Reads the query `state`, `county`, `unit`, `due`, `unassigned`, `closed`, `q`, `applicant`; with
/// the issues of Query, and `wrong_value` for a code or id that is not one. A closed state and a
/// reference find closed matters too.
base::Result<MatterFilter, base::Issues> readMatterFilter(const http::Request& request,
                                                          const catalogue::Catalogue& catalogue);

/// Narrows the filter to what the seat can see, so that the store reads no more.
/// sees() has the last word.
void narrow(MatterFilter& filter, const Seat& seat);

}  // namespace policycalc::desk
