#include <utility>

#include "policycalc/base/text.h"
#include "policycalc/catalogue/catalogue.h"
#include "policycalc/desk/known_places.h"
#include "policycalc/desk/rules/permission.h"
#include "policycalc/desk/rules/staff_name.h"

#include "app/policies_folder.h"
#include "app/report.h"
#include "app/staff.h"
#include "app/visible_text.h"

namespace policycalc::app {
namespace {

using store::StaffMember;

base::Error invalid(std::string message) {
  return {base::Error::Code::kInvalid, std::move(message), {}};
}

/// Fails if the policies do not know the county or the unit; "" counts as known.
base::Result<bool> checkPlace(const StaffMember& member, const std::string& policies) {
  if (member.county.empty() && member.unit.empty()) return true;
  const auto loaded = catalogueIn(policies);
  if (!loaded.ok())
    return invalid("the policies cannot be read or have issues: see `policycalc lint`");
  const desk::KnownPlaces known = desk::knownPlaces(**loaded);
  if (!member.county.empty() && !known.is_county(member.county)) {
    return invalid(base::quoted(member.county) + " is not a county of the city");
  }
  if (!member.unit.empty() && !known.is_unit(member.unit)) {
    return invalid(base::quoted(member.unit) + " is not a unit");
  }
  return true;
}

}  // namespace

base::Result<StaffMember> describedMember(const StaffDescription& description,
                                          const std::string& policies) {
  const auto login = store::readLogin(description.login);
  if (!login) {
    return invalid(base::quoted(description.login) +
                   " is not a log-in: it takes 2 to 64 letters, digits, `.`, `_` and `-`, a letter "
                   "or digit first");
  }
  StaffMember member;
  member.login = *login;
  member.name = description.name;
  member.county = description.county;
  member.unit = description.unit;
  if (!desk::isStaffName(member.name)) {
    return invalid(base::quoted(member.name) + " is not a name");
  }
  const auto role = desk::roleNamed(description.role);
  if (!role) {
    return invalid(base::quoted(description.role) +
                   " is not a role: clerk, handler, supervisor, administrator or keeper");
  }
  if (desk::needsCounty(*role) && member.county.empty()) {
    return invalid("a " + description.role + " needs `--county`");
  }
  if (desk::needsUnit(*role) && member.unit.empty()) {
    return invalid("a " + description.role + " needs `--unit`");
  }
  member.role = *role;
  const auto known = checkPlace(member, policies);
  if (!known.ok()) return known.error();
  return member;
}

std::string staffTable(const std::vector<StaffMember>& members) {
  const auto or_dash = [](const std::string& text) {
    return text.empty() ? "-" : visibleText(text);
  };
  std::vector<std::vector<std::string>> rows{{"log-in", "role", "county", "unit", "state", "name"}};
  for (const StaffMember& member : members) {
    const char* state = !member.active       ? "disabled"
                        : member.must_change ? "must change the password"
                                             : "active";
    rows.push_back({visibleText(member.login), std::string(nameOf(member.role)),
                    or_dash(member.county), or_dash(member.unit), state, visibleText(member.name)});
  }
  return table(rows);
}

}  // namespace policycalc::app
