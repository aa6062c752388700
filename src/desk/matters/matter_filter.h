#pragma once

#include <optional>
#include <string>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/scope.h"
#include "policycalc/http/message.h"
#include "policycalc/store/matters.h"

namespace policycalc::desk {

/// Which matters a list or an export asks for.
struct MatterFilter {
  store::MatterQuery query;
  std::optional<Urgency> due;
  bool unassigned = false;     ///< only those of SeenMatter::isUnassigned()
  bool finds_nothing = false;  ///< what was typed is the reference of no matter
};

/// Reads the query `state`, `county`, `unit`, `due`, `unassigned`, `closed`, `q`, `applicant`; with
/// the issues of Query for what is none. A closed state and a reference find closed matters too.
base::Result<MatterFilter, base::Issues> readMatterFilter(const http::Request& request,
                                                          const catalogue::Catalogue& catalogue);

/// Asks the store for no more than somebody on that seat can see; desk::sees() has the last word.
void narrow(MatterFilter& filter, const Seat& seat);

}  // namespace policycalc::desk
