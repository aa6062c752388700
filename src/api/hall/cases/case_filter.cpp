#include "api/hall/cases/case_filter.h"

#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/hall/case_state.h"

#include "api/hall/cases/case_reference.h"
#include "api/hall/counties.h"
#include "api/hall/seat.h"
#include "api/query.h"

namespace policycalc::api {
namespace {

base::Issue wrongValue(const char* name, const std::string& value) {
  return {base::Severity::kError,
          "wrong_value",
          {},
          "?" + std::string(name),
          0,
          0,
          base::quoted(value) + " is no value of " + base::quoted(name)};
}

std::optional<hall::Urgency> urgencyNamed(const std::string& name) {
  for (const auto urgency :
       {hall::Urgency::kOverdue, hall::Urgency::kDueSoon, hall::Urgency::kCalm}) {
    if (hall::nameOf(urgency) == name) return urgency;
  }
  return std::nullopt;
}

}  // namespace

base::Result<CaseFilter, base::Issues> readCaseFilter(const http::Request& request,
                                                      const catalogue::Catalogue& catalogue) {
  Query query(request);
  CaseFilter filter;
  base::Issues wrong;
  store::CaseQuery& asked = filter.query;
  asked.state = query.text("state");
  const auto state = hall::caseStateNamed(asked.state);
  if (!asked.state.empty() && !state) wrong.push_back(wrongValue("state", asked.state));
  asked.county = query.text("county");
  if (!asked.county.empty() && !isCounty(asked.county, catalogue)) {
    wrong.push_back(wrongValue("county", asked.county));
  }
  asked.unit = query.text("unit");
  if (!asked.unit.empty() && !catalogue.registry().findUnit(asked.unit)) {
    wrong.push_back(wrongValue("unit", asked.unit));
  }
  filter.due = urgencyNamed(query.oneOf("due", {"overdue", "due_soon", "calm"}));
  filter.unassigned = query.oneOf("unassigned", {"true", "false"}) == "true";
  asked.closed = query.oneOf("closed", {"true", "false"}) == "true";
  const std::string typed = query.text("q");
  if (!typed.empty()) {
    const auto reference = readCaseReference(typed);
    asked.reference = reference.value_or("");
    filter.finds_nothing = !reference;
  }
  const std::string applicant = query.text("applicant");
  if (!applicant.empty()) {
    const auto id = readId(applicant);
    asked.applicant_id = id.value_or(0);
    if (!id) wrong.push_back(wrongValue("applicant", applicant));
  }
  asked.closed = asked.closed || !typed.empty() || (state && !hall::isOpen(*state));
  base::Issues issues = query.issues();
  issues.insert(issues.end(), wrong.begin(), wrong.end());
  if (!issues.empty()) return issues;
  return filter;
}

void narrow(CaseFilter& filter, const hall::Seat& seat) {
  store::CaseQuery& query = filter.query;
  if (seat.role == hall::Role::kHandler) {
    query.handler_id = seat.staff_id;
    query.handler_unit = seat.unit;
    return;
  }
  // What is another's is not even counted: that there are more of it would tell something.
  const auto within = [&](std::string& asked, const std::string& own) {
    if (own.empty()) return;
    filter.finds_nothing = filter.finds_nothing || (!asked.empty() && asked != own);
    asked = own;
  };
  within(query.county, seat.county);
  if (seat.role == hall::Role::kSupervisor) within(query.unit, seat.unit);
}

}  // namespace policycalc::api
