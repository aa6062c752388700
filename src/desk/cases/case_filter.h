#pragma once

#include <optional>
#include <string>

#include "policycalc/base/issue.h"
#include "policycalc/base/result.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/rules/deadlines.h"
#include "policycalc/desk/rules/scope.h"
#include "policycalc/http/message.h"
#include "policycalc/store/cases.h"

namespace policycalc::desk {

/// Which cases a list or an export asks for.
struct CaseFilter {
  store::CaseQuery query;
  std::optional<Urgency> due;
  bool unassigned = false;     ///< only those of SeenCase::isUnassigned()
  bool finds_nothing = false;  ///< what was typed is the reference of no case
};

/// Reads the query `state`, `county`, `unit`, `due`, `unassigned`, `closed`, `q`, `applicant`; with
/// the issues of Query for what is none. A closed state and a reference find closed cases too.
base::Result<CaseFilter, base::Issues> readCaseFilter(const http::Request& request,
                                                      const catalogue::Catalogue& catalogue);

/// Asks the store for no more than somebody on that seat can see; desk::sees() has the last word.
void narrow(CaseFilter& filter, const Seat& seat);

}  // namespace policycalc::desk
