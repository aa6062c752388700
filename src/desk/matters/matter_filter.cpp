#include "desk/matters/matter_filter.h"

#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/desk/rules/matter_state.h"
#include "policycalc/web/query.h"

#include "desk/counties.h"
#include "desk/door/signed_in.h"
#include "desk/matters/matter_reference.h"

namespace policycalc::desk {
namespace {

base::Issue wrongValue(const char* name, const std::string& value) {
  return {base::Severity::kError,
          "wrong_value",
          {},
          "?" + std::string(name),
          0,
          0,
          base::quoted(value) + " is not a value of " + base::quoted(name)};
}

std::optional<Urgency> urgencyNamed(const std::string& name) {
  for (const auto urgency : {Urgency::kOverdue, Urgency::kDueSoon, Urgency::kCalm}) {
    if (nameOf(urgency) == name) return urgency;
  }
  return std::nullopt;
}

}  // namespace

base::Result<MatterFilter, base::Issues> readMatterFilter(const http::Request& request,
                                                          const catalogue::Catalogue& catalogue) {
  web::Query query(request);
  MatterFilter filter;
  base::Issues wrong;
  store::MatterQuery& asked = filter.query;
  const std::string state = query.text("state");
  asked.state = matterStateNamed(state);
  if (!state.empty() && !asked.state) wrong.push_back(wrongValue("state", state));
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
    const auto reference = readMatterReference(typed);
    asked.reference = reference.value_or("");
    filter.finds_nothing = !reference;
  }
  const std::string applicant = query.text("applicant");
  if (!applicant.empty()) {
    const auto id = web::readId(applicant);
    asked.applicant_id = id.value_or(0);
    if (!id) wrong.push_back(wrongValue("applicant", applicant));
  }
  asked.closed = asked.closed || !typed.empty() || (asked.state && !isOpen(*asked.state));
  base::Issues issues = query.issues();
  issues.insert(issues.end(), wrong.begin(), wrong.end());
  if (!issues.empty()) return issues;
  return filter;
}

void narrow(MatterFilter& filter, const Seat& seat) {
  store::MatterQuery& query = filter.query;
  if (seat.role == Role::kHandler) {
    query.handler_id = seat.staff_id;
    query.handler_unit = seat.unit;
    return;
  }
  // Matters of others must not be counted either: `more` would tell that they exist.
  const auto within = [&](std::string& asked, const std::string& own) {
    if (own.empty()) return;
    filter.finds_nothing = filter.finds_nothing || (!asked.empty() && asked != own);
    asked = own;
  };
  within(query.county, seat.county);
  if (seat.role == Role::kSupervisor) within(query.unit, seat.unit);
}

}  // namespace policycalc::desk
